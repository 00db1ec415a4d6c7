import * as z from "zod/mini";
import type { JsonLeaf } from "./field.ts";
import { ABOUT, JSON_LEAVES, zodSchema } from "./zod-schema.ts";
import { FILE_SCHEMAS, type FileSchema } from "./file-schemas.ts";
import { PLACEHOLDER_PATTERN } from "../yaml/placeholder.ts";

type Json = Record<string, unknown>;

/** JSON Schemas of every kind of file, by file name, for editors that complete and check YAML. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    FILE_SCHEMAS.map((file) => [`${file.name}.schema.json`, `${JSON.stringify(jsonSchema(file), null, 2)}\n`]),
  );
}

function jsonSchema({ title, description, field, drafts }: FileSchema): Json {
  const schema = z.toJSONSchema(zodSchema(field()), {
    target: "draft-7",
    io: "input",
    metadata: ABOUT,
    // Leaves are transforms, which say nothing of their input; the override says it for them.
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema: json }) => complete(zodSchema, json as Json),
  }) as Json;
  const { $schema, ...rest } = schema;
  const body = drafts ? withPlaceholders(rest) : rest;
  return { $schema, title, description, ...body, ...(drafts ? { definitions: { placeholder: PLACEHOLDER } } : {}) };
}

function complete(schema: z.core.$ZodType, json: Json): void {
  const leaf = leafOf(schema);
  if (leaf !== undefined) Object.assign(json, leaf);
  // zod leaves examples out where values are transformed: it cannot know that ours are of the input.
  const examples = ABOUT.get(schema as z.ZodMiniType)?.examples;
  if (examples !== undefined) json["examples"] = examples;
  const { def } = schema as z.ZodMiniType;
  if (def.type !== "object") return;
  const shape = Object.entries((def as z.core.$ZodObjectDef).shape);
  const needed = shape.flatMap(([key, field]) => ((field as z.ZodMiniType).def.type === "optional" ? [] : [key]));
  if (needed.length > 0) json["required"] = needed;
}

/** The leaf that a schema reads, be it by way of further transforms. */
function leafOf(schema: z.core.$ZodType): JsonLeaf | undefined {
  const { def } = schema as z.ZodMiniType;
  if (def.type === "pipe") return leafOf((def as z.core.$ZodPipeDef).in);
  return JSON_LEAVES.get(schema as z.ZodMiniType);
}

const PLACEHOLDER = {
  title: "Left for later",
  description: "A field that is not known yet. `poc check` lists it, and `poc start` waits for it.",
  type: ["string", "null"],
  pattern: PLACEHOLDER_PATTERN,
};

/**
 * The field that says what a thing is cannot be left open, and a field that is itself a placeholder needs no second way
 * to be one.
 */
const NEVER_OPEN: ReadonlySet<string> = new Set(["id", "version"]);

/** Lets every field of a draft be left for later. Title, description and examples stay where editors look for them. */
function withPlaceholders(schema: Json): Json {
  const open = (key: string, value: unknown): unknown => {
    if (key === "properties")
      return mapValues(value as Json, (field, name) =>
        NEVER_OPEN.has(name) ? withPlaceholders(field) : orPlaceholder(field),
      );
    if (key === "items" && isJson(value))
      return value["type"] === "object" ? withPlaceholders(value) : orPlaceholder(value);
    if (key === "additionalProperties" && isJson(value)) return orPlaceholder(value);
    if (key === "anyOf") return (value as readonly Json[]).map(withPlaceholders);
    return value;
  };
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, open(key, value)]));
}

function orPlaceholder(field: Json): Json {
  const { title, description, examples, default: fallback, anyOf, ...type } = withPlaceholders(field);
  const named = Object.fromEntries(
    Object.entries({ title, description, default: fallback, examples }).filter(([, value]) => value !== undefined),
  );
  const kinds = Array.isArray(anyOf) ? (anyOf as Json[]) : [type];
  return { ...named, anyOf: [...kinds, { $ref: "#/definitions/placeholder" }] };
}

function mapValues(json: Json, change: (value: Json, key: string) => Json): Json {
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, change(value as Json, key)]));
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
