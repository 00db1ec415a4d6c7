import { holdsNeverRaw, isCanonicalJson } from "./canonical-json.ts";
import { ENTRY_KEYS } from "../schema/entry-schema.ts";
import { LARGEST_FILE } from "../yaml/source-file.ts";
import type { Written, WrittenMap } from "../yaml/written.ts";

const ORDER: ReadonlyMap<string, number> = new Map(ENTRY_KEYS.map((key, index) => [key, index]));

/** A text with more values is left to YAML, whose reader counts what it reads; a shorter text cannot have as many. */
const MOST_VALUES = 7000;
const SHORT = 64 * 1024;

/**
 * Reads the canonical form of an entry without a YAML parser: a line for each key, in order, its value in JSON. Under
 * one guard: what was read, written out again, is the same text. Undefined where it is not; then YAML decides.
 * Numbers that a double does not hold, duplicate keys and odd escapes all fail the guard.
 */
export function readCanonicalEntry(text: string): WrittenMap | undefined {
  if (text.length > LARGEST_FILE || holdsNeverRaw(text)) return undefined;
  const map: WrittenMap = {};
  let last = -1;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf("\n", start);
    const colon = text.indexOf(": ", start);
    if (end < 0 || colon < 0 || colon > end) return undefined;
    const key = text.slice(start, colon);
    const order = ORDER.get(key);
    if (order === undefined || order <= last) return undefined;
    const value = parseJson(text.slice(colon + 2, end));
    if (value === undefined || !isCanonicalJson(text, colon + 2, end, value)) return undefined;
    map[key] = value;
    last = order;
    start = end + 1;
  }
  return last < 0 || (text.length > SHORT && valuesIn(map) > MOST_VALUES) ? undefined : map;
}

function parseJson(json: string): Written {
  try {
    return JSON.parse(json) as Written;
  } catch {
    return undefined;
  }
}

function valuesIn(value: Written): number {
  if (typeof value !== "object" || value === null) return 1;
  let values = 1;
  for (const inner of Object.values(value)) values += valuesIn(inner);
  return values;
}
