import {
  alternativesOf,
  choiceOf,
  fieldsOf,
  type Field,
  type NamedType,
  type Shape,
  type SourceTypes,
} from "./interfaces.ts";

/**
 * JSON Schemas of what the commands print with `--format json`, made from the interfaces that the compiler holds the
 * code to.
 */

/** An envelope by its `command`: what it is for, and its schema. */
export interface OutputSchema {
  /** `template list` */
  readonly command: string;
  /** `template-list.schema.json`, within schemas/output/. */
  readonly file: string;
  readonly about: string;
  readonly schema: Schema;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Schema = Readonly<Record<string, Json>>;

const FILE = "src/output/json/envelope-json.ts";

/** Each interface of envelopes, and the table of its commands. */
const ENVELOPES = [
  ["ReportEnvelopeJson", "ReportData"],
  ["LibraryEnvelopeJson", "LibraryData"],
] as const;

export function outputSchemas(sources: SourceTypes): readonly OutputSchema[] {
  return ENVELOPES.flatMap(([envelope, table]) => {
    const around = fieldsOf({ kind: "named", type: sources.named(FILE, envelope) }) ?? [];
    const commands = fieldsOf({ kind: "named", type: sources.named(FILE, table) }) ?? [];
    return commands.map((data) => outputSchema(around, data));
  });
}

function outputSchema(around: readonly Field[], data: Field): OutputSchema {
  const command = data.name;
  const file = `${command.replace(/[^a-z]+/g, "-")}.schema.json`;
  const definitions = new Definitions();
  const fields: readonly Field[] = [
    { ...data, name: "command", about: "", shape: () => ({ kind: "literal", value: command }) },
    ...around,
    { ...data, name: "data", about: "" },
  ];
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: file,
    title: `poc ${command} --format json`,
    description: data.about,
    ...definitions.object(fields),
    $defs: definitions.all(),
  };
  return { command, file, about: data.about, schema };
}

/** A type of reasons: each code, the keys of its data, and what it means. */
export interface ReasonCodes {
  readonly name: string;
  readonly about: string;
  readonly codes: readonly { readonly code: string; readonly data: readonly string[]; readonly about: string }[];
}

/** The reasons and actions of all schemas, by their names. Reasons within the data of others have the same codes. */
export function reasonCodes(schemas: readonly OutputSchema[]): readonly ReasonCodes[] {
  const named = schemas.flatMap(({ schema }) => Object.entries(recordOf(schema["$defs"])));
  const definitions = new Map(named.filter(([name]) => name.endsWith("Json")));
  return [...definitions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, schema]) => codesOf(name, recordOf(schema)));
}

function codesOf(name: string, schema: Schema): readonly ReasonCodes[] {
  const { anyOf } = schema;
  const codes = (isList(anyOf) ? anyOf : [schema]).flatMap((alternative) => {
    const properties = recordOf(recordOf(alternative)["properties"]);
    const code = recordOf(properties["code"])["const"];
    if (typeof code !== "string") return [];
    const data = recordOf(recordOf(properties["data"])["properties"] ?? properties);
    const keys = Object.keys(data).filter((key) => !["code", "text", "data"].includes(key));
    return [{ code, data: keys, about: textOf(recordOf(alternative)["description"]) }];
  });
  return codes.length === 0 ? [] : [{ name, about: textOf(schema["description"]), codes }];
}

function recordOf(value: Json | undefined): Schema {
  return typeof value === "object" && value !== null && !isList(value) ? value : {};
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** The named types of one schema. */
class Definitions {
  readonly #types = new Map<string, NamedType>();
  readonly #schemas = new Map<string, Schema>();

  all(): Schema {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  object(fields: readonly Field[]): Schema {
    const properties = fields.map(
      ({ name, about, shape }) => [name, { ...this.#of(shape()), ...told(about) }] as const,
    );
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      required: fields.filter(({ optional }) => !optional).map(({ name }) => name),
      additionalProperties: false,
    };
  }

  #of(shape: Shape): Schema {
    switch (shape.kind) {
      case "text":
        return { type: "string" };
      case "number":
        return { type: "number" };
      case "truth":
        return { type: "boolean" };
      case "null":
        return { type: "null" };
      case "undefined":
        throw new Error("JSON has no undefined: what does not apply is null");
      case "literal":
        return { const: shape.value };
      case "list":
        return { type: "array", items: this.#of(shape.item) };
      case "record":
        if (shape.value === ANYTHING) return { type: "object" };
        return {
          type: "object",
          additionalProperties: isNothing(shape.value) ? false : this.#of(shape.value),
        };
      case "object":
        return { ...told(shape.about ?? ""), ...this.object(shape.fields) };
      case "choice":
        return this.#choice(shape.of);
      case "named":
        return this.#named(shape.type.name, shape.type, shape.type.shape);
      case "applied":
        return this.#applied(shape);
    }
  }

  /** Literals together are one list; plain types together one list of types. */
  #choice(of: readonly Shape[]): Schema {
    const literals = of.flatMap((shape) => (shape.kind === "literal" ? [shape.value] : []));
    const nullable = of.some(({ kind }) => kind === "null");
    if (literals.length > 0 && literals.length + (nullable ? 1 : 0) === of.length)
      return { enum: [...literals, ...(nullable ? [null] : [])] };
    const plain = of.map((shape) => this.#of(shape));
    const types = plain.flatMap((schema) =>
      Object.keys(schema).length === 1 && typeof schema["type"] === "string" ? [schema["type"]] : [],
    );
    return types.length === of.length ? { type: types } : { anyOf: plain };
  }

  #named(name: string, type: NamedType, shape: () => Shape): Schema {
    const known = this.#types.get(name);
    if (known === undefined) {
      this.#types.set(name, type);
      const schema = this.#of(shape());
      this.#schemas.set(name, { ...told(type.about), ...schema });
    } else if (known.file !== type.file) throw new Error(`${name} is declared in ${known.file} and in ${type.file}`);
    return { $ref: `#/$defs/${name}` };
  }

  /** The types with parameters of `reason-json.ts`. */
  #applied({ name, to: [first, second] }: Extract<Shape, { kind: "applied" }>): Schema {
    if (name === "DataJson" && first !== undefined) return this.#of(dataShape(first));
    if (name === "ReasonJson" && first !== undefined) {
      const shape = () => withText(first);
      if (first.kind !== "named") return this.#of(shape());
      const { name: reason, about } = first.type;
      return this.#named(`${reason}Json`, { ...first.type, about: dataAbout(about) }, shape);
    }
    if (name === "CodedJson" && first !== undefined && second !== undefined) return this.#coded(first, second);
    throw new Error(`types ${name}<…> are not known here`);
  }

  /** An object with a `code` out of a table, and the `data` that stand there. */
  #coded(table: Shape, around: Shape): Schema {
    const rows = fieldsOf(table) ?? [];
    const codes: Shape = { kind: "choice", of: rows.map(({ name }) => ({ kind: "literal", value: name })) };
    const code = { name: "code", about: "Stable.", optional: false, place: "", shape: () => codes };
    // The fields of `data` depend on the code.
    const data: Field = { ...code, name: "data", about: "", shape: () => ({ kind: "record", value: ANYTHING }) };
    return {
      ...this.object([code, data, ...(fieldsOf(around) ?? [])]),
      anyOf: rows.map(({ name, about, shape }) => ({
        ...told(dataAbout(about)),
        properties: { code: { const: name }, data: this.#of(dataShape(shape())) },
      })),
    };
  }
}

const ANYTHING: Shape = { kind: "choice", of: [] };

/** Values of the domain that `reason-json.ts` writes as texts. */
const TEXTS: ReadonlySet<string> = new Set(["Money", "Decimal", "Quantity", "Person", "CivilDate"]);

/** What `dataJson` makes of a domain value: the type `DataJson`. */
function dataShape(shape: Shape): Shape {
  switch (shape.kind) {
    case "undefined":
      return { kind: "null" };
    case "number":
      return { kind: "choice", of: [shape, { kind: "null" }] };
    case "list":
      return { kind: "list", item: dataShape(shape.item) };
    case "record":
      return { kind: "record", value: isNothing(shape.value) ? shape.value : dataShape(shape.value) };
    case "choice":
      return choiceOf(shape.of.map(dataShape));
    case "object":
      return { ...shape, fields: shape.fields.map(dataField), about: dataAbout(shape.about ?? "") };
    case "named": {
      const { type } = shape;
      if (TEXTS.has(type.name)) return { kind: "text" };
      return {
        kind: "named",
        type: { ...type, about: dataAbout(type.about), shape: () => dataShape(type.shape()) },
      };
    }
    default:
      return shape;
  }
}

function dataField(field: Field): Field {
  return {
    ...field,
    name: snakeCase(field.name),
    about: dataAbout(field.about),
    shape: () => dataShape(field.shape()),
  };
}

/** A comment on the domain, for those who read JSON: its names, null for undefined, and nothing of the source. */
function dataAbout(about: string): string {
  return about
    .split(/(?<=\.) /)
    .filter((sentence) => !sentence.includes("`wording/"))
    .join(" ")
    .replace(/\bundefined\b/g, "null")
    .replace(/`[a-z]+(?:[A-Z][a-z]+)+`/g, snakeCase);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Every alternative of a reason with its sentence. */
function withText(reason: Shape): Shape {
  const text = { name: "text", about: "", optional: false, place: "", shape: (): Shape => ({ kind: "text" }) };
  const of = alternativesOf(reason).map((shape): Shape => {
    const fields = fieldsOf(shape);
    if (fields === undefined) throw new Error(`a reason is an object with a code, found a ${shape.kind}`);
    const about = dataAbout((shape.kind === "object" ? shape.about : undefined) ?? "");
    return { kind: "object", fields: [...fields.map(dataField), text], about };
  });
  return { kind: "choice", of };
}

function isNothing(shape: Shape): boolean {
  return shape.kind === "choice" && shape.of.length === 0;
}

/** A comment says what it is; after `@pattern` it says what the text looks like to a program. */
function told(about: string): Schema {
  const [description = "", pattern] = about.split(/ ?@pattern /);
  return { ...(description === "" ? {} : { description }), ...(pattern === undefined ? {} : { pattern }) };
}
