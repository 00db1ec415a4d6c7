import * as z from "zod/mini";
import type { Parsed, TextProblem } from "../../domain/scalars/parsed.ts";
import type { Written } from "../yaml/written.ts";
import type { About, Field, FieldShape, JsonLeaf } from "./field.ts";

export const ABOUT = z.registry<About>();
export const JSON_LEAVES = z.registry<JsonLeaf>();

const BUILT = new WeakMap<Field<unknown>, z.ZodMiniType>();

/** The schema of a field. It says what is wrong where the quick reading only knows that something is. */
export function zodSchema<T>(field: Field<T>): z.ZodMiniType<T> {
  const known = BUILT.get(field);
  if (known !== undefined) return known as z.ZodMiniType<T>;
  const schema = built(field.shape);
  BUILT.set(field, schema);
  return schema as z.ZodMiniType<T>;
}

function built(shape: FieldShape): z.ZodMiniType {
  switch (shape.kind) {
    case "leaf":
      return leafSchema(shape.json, (written) => shape.read(written));
    case "about": {
      const schema = zodSchema(shape.field);
      const described = shape.optional ? z.optional(schema) : schema;
      ABOUT.add(described, shape.about);
      return described;
    }
    case "fields": {
      const keys = Object.keys(shape.fields);
      const schemas = Object.fromEntries(Object.entries(shape.fields).map(([key, field]) => [key, zodSchema(field)]));
      // The message for an unknown key lists the keys that belong there.
      return z.strictObject(schemas, {
        error: ({ code }) => (code === "unrecognized_keys" ? keys.join(", ") : undefined),
      });
    }
    case "mapped":
      return z.pipe(
        zodSchema(shape.field),
        z.transform((value: unknown) => shape.make(value)),
      );
    case "checked":
      return z.pipe(
        zodSchema(shape.field),
        z.transform((value: unknown, context) => taken(context, value, shape.make(value))),
      );
    case "list":
      return z.pipe(
        z.array(z.optional(zodSchema(shape.item))),
        z.transform((items: unknown[]) => items.filter((one) => one !== undefined)),
      );
    case "map":
      return z.pipe(
        z.record(zodSchema(shape.key) as z.ZodMiniType<string, string>, zodSchema(shape.value)),
        z.transform((read: Readonly<Record<string, unknown>>) => new Map(Object.entries(read))),
      );
    case "either":
      return z.union([zodSchema(shape.single), zodSchema(shape.collection)]);
  }
}

function leafSchema(json: JsonLeaf, read: (written: Written) => Parsed<unknown>): z.ZodMiniType {
  const schema = z.transform((written: unknown, context) => {
    const result = read(written as Written);
    if (written !== undefined) return taken(context, written, result);
    const problem: TextProblem = result.ok
      ? { code: "missing-field", expected: "a value" }
      : { code: "missing-field", expected: result.problem.expected };
    raise(context, written, problem);
    return z.NEVER;
  });
  JSON_LEAVES.add(schema, json);
  return schema;
}

interface Context {
  readonly issues: {
    push(issue: { code: "custom"; input: unknown; message: string; params: { problem: TextProblem } }): unknown;
  };
}

/** The problem travels with the issue, so that it is reported in the words of the parser. */
function taken(context: Context, written: unknown, result: Parsed<unknown>): unknown {
  if (result.ok) return result.value;
  raise(context, written, result.problem);
  return z.NEVER;
}

function raise(context: Context, written: unknown, problem: TextProblem): void {
  context.issues.push({ code: "custom", input: written, message: problem.expected, params: { problem } });
}
