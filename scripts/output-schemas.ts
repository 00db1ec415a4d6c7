import { fieldsOf, type Field, type NamedType, type Shape, type SourceTypes } from "./interfaces.ts";

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
  readonly schema: object;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Schema = Readonly<Record<string, Json>>;

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
    return commands.filter(isTyped).map((data) => outputSchema(around, data));
  });
}

/** Some commands have no interface yet. */
function isTyped(field: Field): boolean {
  const shape = field.shape();
  return shape.kind !== "named" || shape.type.name !== "JsonObject";
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

/** The named types of one schema. */
class Definitions {
  readonly #types = new Map<string, NamedType>();
  readonly #schemas = new Map<string, Schema>();

  all(): Schema {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  object(fields: readonly Field[]): Schema & { readonly type: "object" } {
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
      case "literal":
        return { const: shape.value };
      case "list":
        return { type: "array", items: this.#of(shape.item) };
      case "record":
        return { type: "object", additionalProperties: this.#of(shape.value) };
      case "object":
        return shape.open ? { ...this.object(shape.fields), additionalProperties: true } : this.object(shape.fields);
      case "choice":
        return this.#choice(shape.of);
      case "named":
        return this.#named(shape.type);
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

  #named(type: NamedType): Schema {
    const known = this.#types.get(type.name);
    if (known === undefined) {
      this.#types.set(type.name, type);
      const schema = this.#of(type.shape());
      this.#schemas.set(type.name, { ...told(type.about), ...schema });
    } else if (known !== type) throw new Error(`${type.name} is declared in ${known.file} and in ${type.file}`);
    return { $ref: `#/$defs/${type.name}` };
  }
}

/** A comment says what it is; after `@pattern` it says what the text looks like to a program. */
function told(about: string): Schema {
  const [description = "", pattern] = about.split(/ ?@pattern /);
  return { ...(description === "" ? {} : { description }), ...(pattern === undefined ? {} : { pattern }) };
}
