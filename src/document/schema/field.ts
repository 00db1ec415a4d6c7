// A field is described once here, because zod alone would build all its schemas at every start. The quick reading needs
// no schema; zod is asked only about a file in which something is wrong.

import * as z from "zod/mini";
import type { Parsed, TextProblem } from "../../domain/scalars/parsed.ts";
import { isWrittenList, isWrittenMap, type Written } from "../yaml/written.ts";

/** What a quick read gives where the value is not as it should be. */
export const UNREAD: unique symbol = Symbol("unread");
export type Unread = typeof UNREAD;

/**
 * What may stand in a place of a file, said once and used threefold: to read what is as it should be, which is nearly
 * everything and has to be quick for a log of thousands; as a zod schema, to say what is wrong with the rest; and as
 * JSON Schema for editors. The two ways of reading agree, and a property test holds them to it.
 */
export interface Field<T> {
  /** The value, or UNREAD where the schema has something to say. */
  readonly quick: (written: Written) => T | Unread;
  /** Built when it is first needed. */
  readonly schema: () => z.ZodMiniType<T>;
}

export interface OptionalField<T> extends Field<T | undefined> {
  readonly optional: true;
}

/** What an editor shows of a field. */
export interface About {
  readonly title: string;
  readonly description: string;
  readonly examples?: readonly unknown[];
}

/** What JSON Schema can say of a leaf. */
export type JsonLeaf = Readonly<Record<string, unknown>>;

export const ABOUT = z.registry<About>();
export const JSON_LEAVES = z.registry<JsonLeaf>();

/**
 * One value that is neither a map nor a list. The parsers of the domain read what it may be, and their problem travels
 * with the issue.
 */
export function leaf<T>(json: JsonLeaf, read: (written: Written) => Parsed<T>): Field<T> {
  return {
    quick: (written) => {
      if (written === undefined) return UNREAD;
      const result = read(written);
      return result.ok ? result.value : UNREAD;
    },
    schema: once(() => {
      const schema = z.transform((written: unknown, context): T => {
        const result = read(written as Written);
        if (result.ok && written !== undefined) return result.value;
        raise(
          context,
          written,
          result.ok ? { code: "missing-field", expected: "a value" } : missing(result.problem, written),
        );
        return z.NEVER;
      });
      JSON_LEAVES.add(schema, json);
      return schema;
    }),
  };
}

function missing(problem: TextProblem, written: unknown): TextProblem {
  return written === undefined ? { code: "missing-field", expected: problem.expected } : problem;
}

interface Context {
  readonly issues: {
    push(issue: { code: "custom"; input: unknown; message: string; params: { problem: TextProblem } }): unknown;
  };
}

function raise(context: Context, written: unknown, problem: TextProblem): void {
  context.issues.push({ code: "custom", input: written, message: problem.expected, params: { problem } });
}

export function required<T>(
  field: Field<T>,
  title: string,
  description: string,
  ...examples: readonly unknown[]
): Field<T> {
  return { quick: field.quick, schema: once(() => about(field.schema(), title, description, examples)) };
}

export function optional<T>(
  field: Field<T>,
  title: string,
  description: string,
  ...examples: readonly unknown[]
): OptionalField<T> {
  return {
    optional: true,
    quick: (written) => (written === undefined ? undefined : field.quick(written)),
    schema: once(() => about(z.optional(field.schema()), title, description, examples)),
  };
}

function about<S extends z.ZodMiniType>(
  schema: S,
  title: string,
  description: string,
  examples: readonly unknown[],
): S {
  ABOUT.add(schema, examples.length === 0 ? { title, description } : { title, description, examples });
  return schema;
}

type Shape = Readonly<Record<string, Field<unknown>>>;
type Of<F> = F extends Field<infer T> ? T : never;

/** What a map of fields reads into, by the keys of the file. */
export type Fields<S extends Shape> = {
  readonly [K in keyof S as S[K] extends OptionalField<unknown> ? never : K]: Of<S[K]>;
} & {
  readonly [K in keyof S as S[K] extends OptionalField<unknown> ? K : never]?: Of<S[K]>;
};

/** A map of named fields and no others. The message for an unknown key lists the keys that belong there. */
export function fields<S extends Shape>(shape: S): Field<Fields<S>> {
  const known = new Map(Object.entries(shape));
  const needed = Object.values(shape).filter((field) => !("optional" in field)).length;
  return {
    quick: (written) => {
      if (!isWrittenMap(written)) return UNREAD;
      const read: Record<string, unknown> = {};
      let lacking = needed;
      for (const key in written) {
        const field = known.get(key);
        const value = field?.quick(written[key]) ?? (field === undefined ? UNREAD : undefined);
        if (value === UNREAD) return UNREAD;
        read[key] = value;
        if (field !== undefined && !("optional" in field)) lacking--;
      }
      return lacking === 0 ? (read as Fields<S>) : UNREAD;
    },
    schema: once(() => {
      const schemas = Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, field.schema()]));
      const error = (issue: { readonly code: string }) =>
        issue.code === "unrecognized_keys" ? Object.keys(shape).join(", ") : undefined;
      return z.strictObject(schemas, { error }) as z.ZodMiniType as z.ZodMiniType<Fields<S>>;
    }),
  };
}

/** The value of a field made into another. */
export function mapped<T, U>(field: Field<T>, make: (value: T) => U): Field<U> {
  return {
    quick: (written) => {
      const value = field.quick(written);
      return value === UNREAD ? UNREAD : make(value);
    },
    schema: once(() => z.pipe(field.schema() as z.ZodMiniType<T, T>, z.transform(make))),
  };
}

/** The same, where fields that are each right may together be wrong. */
export function checked<T, U>(field: Field<T>, make: (value: T) => Parsed<U>): Field<U> {
  return {
    quick: (written) => {
      const value = field.quick(written);
      if (value === UNREAD) return UNREAD;
      const result = make(value);
      return result.ok ? result.value : UNREAD;
    },
    schema: once(() => {
      const transform = z.transform((value: T, context): U => {
        const result = make(value);
        if (result.ok) return result.value;
        raise(context, value, result.problem);
        return z.NEVER;
      });
      return z.pipe(field.schema() as z.ZodMiniType<T, T>, transform);
    }),
  };
}

/** A list whose holes (placeholders, items that could not be read) are skipped. */
export function list<T>(item: Field<T>): Field<readonly T[]> {
  return {
    quick: (written) => {
      if (!isWrittenList(written)) return UNREAD;
      const items: T[] = [];
      for (const one of written) {
        if (one === undefined) continue;
        const value = item.quick(one);
        if (value === UNREAD) return UNREAD;
        items.push(value);
      }
      return items;
    },
    schema: once(() => {
      const holes = z.array(z.optional(item.schema()));
      return z.pipe(
        holes,
        z.transform((items: (T | undefined)[]): readonly T[] => items.filter((one) => one !== undefined) as T[]),
      );
    }),
  };
}

/** A map from names that the user chose, in the order of the file. */
export function mapOf<T>(key: Field<string>, value: Field<T>): Field<ReadonlyMap<string, T>> {
  return {
    quick: (written) => {
      if (!isWrittenMap(written)) return UNREAD;
      const map = new Map<string, T>();
      for (const name in written) {
        const readName = key.quick(name);
        const readValue = value.quick(written[name]);
        if (readName === UNREAD || readValue === UNREAD) return UNREAD;
        map.set(readName, readValue);
      }
      return map;
    },
    schema: once(() => {
      const record = z.record(key.schema() as z.ZodMiniType<string, string>, value.schema());
      return z.pipe(
        record,
        z.transform((read: Record<string, T>): ReadonlyMap<string, T> => new Map(Object.entries(read))),
      );
    }),
  };
}

/** A leaf or a collection: what was written tells which of the two was meant. */
export function either<T>(single: Field<T>, collection: Field<T>): Field<T> {
  return {
    quick: (written) =>
      typeof written === "object" && written !== null ? collection.quick(written) : single.quick(written),
    schema: once(() => z.union([single.schema(), collection.schema()])),
  };
}

/** One value, or several in a list. */
export function oneOrMore<T>(item: () => Field<T>): Field<readonly T[]> {
  return either(
    mapped(item(), (value): readonly T[] => [value]),
    list(item()),
  );
}

/** Makes a value when it is first asked for: building a schema costs time that most commands need not spend. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
