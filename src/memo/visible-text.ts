import { isUnseen } from "./unseen-character.ts";

/** Tabs, and everything that some program takes for the end of a line. */
const BREAKS: ReadonlySet<string> = new Set(["\t", "\n", "\v", "\f", "\r", "\u0085", "\u2028", "\u2029"]);

/** `text` on one line, with what cannot be seen spelled out: `\u202e`. */
export function visibleText(text: string): string {
  let shown = "";
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (!isUnseen(code)) shown += character;
    else shown += BREAKS.has(character) ? " " : spelledOut(code);
  }
  return shown;
}

function spelledOut(code: number): string {
  const hex = code.toString(16).padStart(4, "0");
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`;
}
