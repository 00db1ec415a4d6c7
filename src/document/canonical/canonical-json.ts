import { isForbiddenKey, isWrittenList, type Written, type WrittenList, type WrittenMap } from "../yaml/written.ts";

/**
 * Characters that JSON leaves as they are and that do not belong raw into YAML or into an editor: DEL and C1, line and
 * paragraph separators, byte order marks and non-characters, and the marks that turn the direction of text around.
 * Lone surrogates are escaped by JSON itself.
 */
const NEVER_RAW = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;
const EACH_NEVER_RAW = new RegExp(NEVER_RAW, "g");

/** Records are flat and small; anything else is not canonical. */
const DEEPEST = 8;
/** A map has no more keys; frozen terms are one map. */
export const MOST_KEYS = 1000;

/** A value as JSON on one line, with a space after each comma and colon: readable, and valid YAML 1.2. */
export function canonicalJson(value: Written): string {
  const json = jsonText(value, 0);
  if (json === undefined)
    throw new RangeError("nested too deeply, with too many keys, or with a key of JavaScript's own");
  return withEscapes(json);
}

function withEscapes(json: string): string {
  if (!NEVER_RAW.test(json)) return json;
  return json.replace(EACH_NEVER_RAW, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Without the escapes of rare characters; undefined where the value cannot be canonical. */
function jsonText(value: Written, depth: number): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (depth === DEEPEST) return undefined;
  let text = "";
  if (isWrittenList(value)) {
    for (const item of value) {
      const json = jsonText(item, depth + 1);
      if (json === undefined) return undefined;
      text += text === "" ? json : `, ${json}`;
    }
    return `[${text}]`;
  }
  const keys = Object.keys(value);
  if (keys.length > MOST_KEYS) return undefined;
  for (const key of keys) {
    const json = jsonText(value[key], depth + 1);
    if (json === undefined || isForbiddenKey(key)) return undefined;
    text += `${text === "" ? "" : ", "}${JSON.stringify(key)}: ${json}`;
  }
  return `{${text}}`;
}

const QUOTE = 34;

/** Whether a text holds characters that are raw in no canonical form. */
export function holdsNeverRaw(text: string): boolean {
  return NEVER_RAW.test(text);
}

/**
 * Whether what stands in `text` from `start` to `end` is what `canonicalJson` makes of `value`, which was parsed from
 * it; in a text that holds nothing that is never raw. The same walk, compared with the text instead of put together:
 * this is what makes a log of 10,000 entries quick to read.
 */
export function isCanonicalJson(text: string, start: number, end: number, value: Written): boolean {
  return matchValue(text, start, value, 0) === end;
}

/** The offset after `value` in its canonical form at `at`, or -1 if the text differs. */
function matchValue(text: string, at: number, value: Written, depth: number): number {
  if (typeof value === "string") return matchText(text, at, value);
  if (typeof value !== "object" || value === null) return matchRaw(text, at, String(value));
  if (depth === DEEPEST) return -1;
  return isWrittenList(value) ? matchList(text, at, value, depth) : matchMap(text, at, value, depth);
}

function matchList(text: string, start: number, items: WrittenList, depth: number): number {
  let at = matchRaw(text, start, "[");
  for (let index = 0; index < items.length && at >= 0; index++) {
    if (index > 0) at = matchRaw(text, at, ", ");
    if (at >= 0) at = matchValue(text, at, items[index], depth + 1);
  }
  return at < 0 ? at : matchRaw(text, at, "]");
}

function matchMap(text: string, start: number, map: WrittenMap, depth: number): number {
  let at = matchRaw(text, start, "{");
  let keys = 0;
  for (const key in map) {
    if (at < 0 || ++keys > MOST_KEYS || isForbiddenKey(key)) return -1;
    if (keys > 1) at = matchRaw(text, at, ", ");
    if (at >= 0) at = matchText(text, at, key);
    if (at >= 0) at = matchRaw(text, at, ": ");
    if (at >= 0) at = matchValue(text, at, map[key], depth + 1);
  }
  return at < 0 ? at : matchRaw(text, at, "}");
}

/**
 * A quoted text that equals its value had nothing to escape, because raw quotes, backslashes and controls are not JSON.
 */
function matchText(text: string, at: number, value: string): number {
  const end = at + value.length + 1;
  if (text.charCodeAt(at) === QUOTE && text.charCodeAt(end) === QUOTE && text.startsWith(value, at + 1)) return end + 1;
  return matchRaw(text, at, withEscapes(JSON.stringify(value)));
}

function matchRaw(text: string, at: number, raw: string): number {
  return text.startsWith(raw, at) ? at + raw.length : -1;
}
