// What is kept is JSON, with a list that begins with a letter for what JSON does not know. The serialiser of V8 would
// do the same in one call, but loading its module costs three times as long as reading all of this.

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Values that the readers make: plain data, bigints, maps and sets. Anything else is a bug of ours. */
export function keptForm(value: unknown): Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ["f", Object.is(value, -0) ? "-0" : String(value)];
    case "bigint":
      return ["n", String(value)];
    case "undefined":
      return ["u"];
    case "object":
      return value === null ? null : keptObject(value);
    default:
      throw new TypeError(`a ${typeof value} cannot be kept`);
  }
}

function keptObject(value: object): Json {
  if (Array.isArray(value)) return ["a", ...value.map(keptForm)];
  if (value instanceof Map) return ["m", ...[...value].map((pair): Json => pair.map(keptForm))];
  if (value instanceof Set) return ["s", ...[...value].map(keptForm)];
  const prototype: unknown = Object.getPrototypeOf(value);
  const fields = Object.entries(value).map(([key, field]) => [key, keptForm(field)] as const);
  if (prototype === Object.prototype) return Object.fromEntries(fields);
  // A map that was written by a person may have any key.
  if (prototype === null) return ["o", ...fields];
  throw new TypeError("an object of a class cannot be kept");
}

/** The value that `keptForm` was made from. `kept` is used up. */
export function fromKeptForm(kept: unknown): unknown {
  if (typeof kept !== "object" || kept === null) return kept;
  if (!Array.isArray(kept)) {
    const fields = kept as Record<string, unknown>;
    for (const key in fields) {
      const field = fields[key];
      if (typeof field === "object") fields[key] = fromKeptForm(field);
    }
    return fields;
  }
  const [tag, ...items]: readonly unknown[] = kept;
  switch (tag) {
    case "a":
      return items.map(fromKeptForm);
    case "n":
      return BigInt(String(items[0]));
    case "u":
      return undefined;
    case "f":
      return Number(items[0]);
    case "s":
      return new Set(items.map(fromKeptForm));
    case "m":
      return new Map(items.map(pairFrom));
    case "o": {
      const map: Record<string, unknown> = Object.create(null);
      for (const [key, value] of items.map(pairFrom)) map[String(key)] = value;
      return map;
    }
    default:
      throw new TypeError("this is nothing that was kept");
  }
}

function pairFrom(pair: unknown): readonly [unknown, unknown] {
  const [key, value] = pair as readonly [unknown, unknown];
  return [fromKeptForm(key), fromKeptForm(value)];
}
