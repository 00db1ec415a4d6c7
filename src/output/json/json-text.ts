import { maskSecrets } from "../../domain/scalars/secret.ts";
import { escapeOf } from "../../domain/scalars/visible-text.ts";

/** JSON for people and programs: indented, keys in the order they were put, nothing that a terminal would act on. */
export function jsonText(value: object): string {
  // JSON.stringify escapes C0 and lone surrogates; the rest of what a terminal acts on, or hides, is escaped here.
  return `${JSON.stringify(value, masked, 2).replace(/[^\n\x20-\x7e]/gu, escaped)}\n`;
}

function masked(_key: string, value: unknown): unknown {
  return typeof value === "string" ? maskSecrets(value) : value;
}

function escaped(char: string): string {
  if (escapeOf(char.codePointAt(0)!, 0, 0) === undefined) return char;
  return char
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
