import { alternativesOf, fieldsOf, type Field, type NamedType, type Shape } from "./interfaces.ts";

/** A field of the view of a template, as docs/template-views.json has it. */
export interface TypeField {
  /** `conditions[].what`: `[]` stands for each item of a list. */
  readonly name: string;
  readonly kind: "text" | "truth" | "texts" | "list" | "object";
  /** The interface that describes it, where it has a name. */
  readonly type?: string;
  /** The comment above it; "" if it has none. */
  readonly about: string;
}

/** The interfaces that a view is made of, itself first, each with its fields in the order of the source. */
export function typesOf(view: NamedType): ReadonlyMap<string, readonly TypeField[]> {
  const types = new Map<string, readonly TypeField[]>();
  const visit = (type: NamedType): void => {
    if (types.has(type.name)) return;
    types.set(type.name, []);
    const fields = fieldsOf(type.shape()) ?? [];
    types.set(
      type.name,
      fields.flatMap((field) => flat(field, "")),
    );
    for (const named of fields.flatMap(namedWithin)) visit(named);
  };
  visit(view);
  return types;
}

/** The field, and the fields of an object without a name of its own. */
function flat(field: Field, prefix: string): readonly TypeField[] {
  const name = prefix + field.name;
  const { kind, held } = viewKind(field);
  const named = held.kind === "named" && fieldsOf(held) !== undefined ? held.type : undefined;
  // The comment of an interface is used for a field without one.
  const about = field.about || (named?.about ?? "");
  const inner = held.kind === "object" ? held.fields : [];
  return [
    { name, kind, ...(named === undefined ? {} : { type: named.name }), about },
    ...inner.flatMap((member) => flat(member, name + (kind === "list" ? "[]." : "."))),
  ];
}

/** Views contain texts, truth values, lists and objects, and always all of their fields. */
function viewKind(field: Field): { readonly kind: TypeField["kind"]; readonly held: Shape } {
  const { place } = field;
  if (field.optional) throw new Error(`${place}: a view always has all of its fields`);
  const shape = field.shape();
  const held = shape.kind === "list" ? shape.item : shape;
  const kind = plainKind(held, place);
  if (shape.kind !== "list") return { kind, held };
  if (kind === "truth") throw new Error(`${place}: a view has no lists of truth values`);
  return { kind: kind === "text" ? "texts" : "list", held };
}

function plainKind(shape: Shape, place: string): "text" | "truth" | "object" {
  if (shape.kind === "truth") return "truth";
  if (fieldsOf(shape) !== undefined) return "object";
  const texts = alternativesOf(shape).every(
    (one) => one.kind === "text" || (one.kind === "literal" && typeof one.value === "string"),
  );
  if (!texts) throw new Error(`${place}: a view has no ${shape.kind} in one place`);
  return "text";
}

/** The interfaces that a field refers to, also within an object that has no name. */
function namedWithin(field: Field): readonly NamedType[] {
  const { held } = viewKind(field);
  if (held.kind === "named") return fieldsOf(held) === undefined ? [] : [held.type];
  return held.kind === "object" ? held.fields.flatMap(namedWithin) : [];
}
