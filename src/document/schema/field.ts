// A field is described once here, because zod alone would build all its schemas at every start. The quick reading needs
// no schema; zod is asked only about a file in which something is wrong (`zod-schema.ts`), and is not loaded before.

import type { Parsed } from "../../domain/scalars/parsed.ts";
import { MOST_KEYS } from "../canonical/canonical-json.ts";
import { NOT_CANONICAL, type CanonicalCursor } from "../canonical/canonical-cursor.ts";
import { isForbiddenKey, isWrittenList, isWrittenMap, type Written } from "../yaml/written.ts";

/** Returned by a quick read if the value is not canonical. */
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
  /**
   * The same straight from a canonical text, without plain values in between; UNREAD also where the text is not
   * canonical by the letter. The cursor is behind the value then.
   */
  readonly scan: (cursor: CanonicalCursor) => T | Unread;
  /** What the schema is built from when it is first needed. */
  readonly shape: FieldShape;
}

export interface OptionalField<T> extends Field<T | undefined> {
  readonly optional: true;
}

/** How a field is put together. What makes and reads values is a method, because a field hides their types. */
export type FieldShape =
  | { readonly kind: "leaf"; readonly json: JsonLeaf; read(written: Written): Parsed<unknown> }
  | { readonly kind: "about"; readonly field: Field<unknown>; readonly optional: boolean; readonly about: About }
  | { readonly kind: "fields"; readonly fields: Shape }
  | { readonly kind: "mapped"; readonly field: Field<unknown>; make(value: unknown): unknown }
  | { readonly kind: "checked"; readonly field: Field<unknown>; make(value: unknown): Parsed<unknown> }
  | { readonly kind: "list"; readonly item: Field<unknown> }
  | { readonly kind: "map"; readonly key: Field<string>; readonly value: Field<unknown> }
  | { readonly kind: "either"; readonly single: Field<unknown>; readonly collection: Field<unknown> };

/** What an editor shows of a field. */
export interface About {
  readonly title: string;
  readonly description: string;
  readonly examples?: readonly unknown[];
}

/** What JSON Schema can say of a leaf. */
export type JsonLeaf = Readonly<Record<string, unknown>>;

/**
 * One value that is neither a map nor a list. The parsers of the domain read what it may be.
 *
 * @param kept where the text itself is the value, and is kept for every entry
 */
export function leaf<T>(json: JsonLeaf, read: (written: Written) => Parsed<T>, kept?: "kept"): Field<T> {
  return {
    quick: (written) => {
      if (written === undefined) return UNREAD;
      const result = read(written);
      return result.ok ? result.value : UNREAD;
    },
    scan: (cursor) => {
      const written = kept === undefined ? cursor.scalar() : cursor.ownScalar();
      if (written === NOT_CANONICAL) return UNREAD;
      const result = read(written);
      return result.ok ? result.value : UNREAD;
    },
    shape: { kind: "leaf", json, read },
  };
}

export function required<T>(
  field: Field<T>,
  title: string,
  description: string,
  ...examples: readonly unknown[]
): Field<T> {
  const about = aboutOf(title, description, examples);
  return { quick: field.quick, scan: field.scan, shape: { kind: "about", field, optional: false, about } };
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
    scan: field.scan,
    shape: { kind: "about", field, optional: true, about: aboutOf(title, description, examples) },
  };
}

function aboutOf(title: string, description: string, examples: readonly unknown[]): About {
  return examples.length === 0 ? { title, description } : { title, description, examples };
}

type Shape = Readonly<Record<string, Field<unknown>>>;
type Of<F> = F extends Field<infer T> ? T : never;

/** The value of a map of fields, by the keys of the file. */
export type Fields<S extends Shape> = {
  readonly [K in keyof S as S[K] extends OptionalField<unknown> ? never : K]: Of<S[K]>;
} & {
  readonly [K in keyof S as S[K] extends OptionalField<unknown> ? K : never]?: Of<S[K]>;
};

/** A map of named fields and no others. */
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
    scan: (cursor) => {
      if (!cursor.openMap()) return UNREAD;
      const read: Record<string, unknown> = {};
      let lacking = needed;
      do {
        const key = cursor.key();
        const field = key === undefined ? undefined : known.get(key);
        if (key === undefined || field === undefined || read[key] !== undefined) return UNREAD;
        const value = field.scan(cursor);
        if (value === UNREAD) return UNREAD;
        read[key] = value;
        if (!("optional" in field)) lacking--;
      } while (cursor.next());
      return lacking === 0 && cursor.closeMap() ? (read as Fields<S>) : UNREAD;
    },
    shape: { kind: "fields", fields: shape },
  };
}

/** The value of a field made into another. */
export function mapped<T, U>(field: Field<T>, make: (value: T) => U): Field<U> {
  return {
    quick: (written) => {
      const value = field.quick(written);
      return value === UNREAD ? UNREAD : make(value);
    },
    scan: (cursor) => {
      const value = field.scan(cursor);
      return value === UNREAD ? UNREAD : make(value);
    },
    shape: { kind: "mapped", field, make },
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
    scan: (cursor) => {
      const value = field.scan(cursor);
      if (value === UNREAD) return UNREAD;
      const result = make(value);
      return result.ok ? result.value : UNREAD;
    },
    shape: { kind: "checked", field, make },
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
    scan: (cursor) => {
      if (!cursor.openList()) return UNREAD;
      if (cursor.closeList()) return [];
      const first = item.scan(cursor);
      if (first === UNREAD) return UNREAD;
      // Most lists have one item, and a list that grows makes room for seventeen.
      const items = [first];
      while (cursor.next()) {
        const value = item.scan(cursor);
        if (value === UNREAD) return UNREAD;
        items.push(value);
      }
      return cursor.closeList() ? items : UNREAD;
    },
    shape: { kind: "list", item },
  };
}

const WHOLE = /^\d+$/;

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
    scan: (cursor) => {
      if (!cursor.openMap()) return UNREAD;
      const map = new Map<string, T>();
      if (cursor.closeMap()) return map;
      do {
        const name = cursor.key();
        // JavaScript puts whole numbers before other keys, wherever they stand.
        if (name === undefined || isForbiddenKey(name) || WHOLE.test(name)) return UNREAD;
        const readName = key.quick(name);
        const readValue = value.scan(cursor);
        if (readName === UNREAD || readValue === UNREAD || map.has(readName)) return UNREAD;
        map.set(readName, readValue);
      } while (cursor.next());
      return cursor.closeMap() && map.size <= MOST_KEYS ? map : UNREAD;
    },
    shape: { kind: "map", key, value },
  };
}

/** A leaf or a collection: what was written tells which of the two was meant. */
export function either<T>(single: Field<T>, collection: Field<T>): Field<T> {
  return {
    quick: (written) =>
      typeof written === "object" && written !== null ? collection.quick(written) : single.quick(written),
    scan: (cursor) => (cursor.isAtCollection() ? collection.scan(cursor) : single.scan(cursor)),
    shape: { kind: "either", single, collection },
  };
}

/** One value, or several in a list. */
export function oneOrMore<T>(item: () => Field<T>): Field<readonly T[]> {
  return either(
    mapped(item(), (value): readonly T[] => [value]),
    list(item()),
  );
}

/** Makes a value when it is first asked for: building a field costs time that most commands need not spend. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
