import { JsonNumber, type Json } from "../json/json-value.ts";
import { readJsonMap } from "../json/read-json.ts";

/**
 * Tags of a row as `key=value`. They are a JSON object; Azure leaves its braces out, and some write single quotes.
 * Undefined where they are nothing of this.
 */
export function tagsIn(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return [];
  const braced = text.startsWith("{") ? text : `{${text}}`;
  const map = readJsonMap(braced) ?? readJsonMap(braced.replaceAll("'", '"'));
  return map === undefined ? undefined : [...map.fields].map(([key, value]) => `${key}=${tagText(value)}`);
}

/** A tag without a value is true in FOCUS. */
function tagText(value: Json): string {
  if (value instanceof JsonNumber) return value.text;
  return typeof value === "string" || typeof value === "boolean" ? String(value) : "";
}
