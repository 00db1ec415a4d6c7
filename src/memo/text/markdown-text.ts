import { maskSecrets } from "../../domain/scalars/secret.ts";
import { isolated } from "./isolated.ts";
import { oneLine } from "./one-line.ts";

/**
 * A value as Markdown shows it letter by letter: on one line, with nothing in it that could open a table cell, a
 * heading, a list, a link, an image, emphasis, code, mathematics or HTML, wherever in a line it is put, and without
 * what seems to be a secret. What is harmless stays as it is, so that the text reads well unrendered too.
 *
 * `<` becomes an entity and not `\<`, because a backslash means nothing to the HTML around it.
 */
export function markdownText(text: string): string {
  const flat = oneLine(maskSecrets(text)).replace(/ {2,}/g, " ").trim();
  let out = "";
  for (let at = 0; at < flat.length; at++) out += safeAt(flat, at);
  return isolated(startSafely(out, flat));
}

const LETTER = /[\p{L}\p{N}]/u;

function safeAt(text: string, at: number): string {
  const character = text[at]!;
  switch (character) {
    case "\\":
    case "`":
    case "*":
    case "[":
    case "]":
    case "|":
    case "~":
    case "$":
      return `\\${character}`;
    case "_":
      return LETTER.test(text[at - 1] ?? "") && LETTER.test(text[at + 1] ?? "") ? "_" : "\\_";
    case "#":
      return at === 0 || text[at - 1] === " " || text[at - 1] === "#" ? "\\#" : "#";
    case "<":
      return "&lt;";
    case ">":
      return at === 0 || text[at - 1] === "-" ? "&gt;" : ">";
    case "&":
      return /^&#?[A-Za-z0-9]{0,40}(;|$)/.test(text.slice(at, at + 44)) ? "&amp;" : "&";
    default:
      return character;
  }
}

/** What means something at the start of a line only: list marks, underlines of headings, rules, numbered lists. */
function startSafely(out: string, flat: string): string {
  if (/^[-+=]($| )/.test(flat) || /^[-=:][-=: ]*$/.test(flat) || /^[.)]($| )/.test(flat)) return `\\${out}`;
  const number = /^\d{1,9}(?=[.)]($| ))/.exec(flat);
  return number ? `${number[0]}\\${out.slice(number[0].length)}` : out;
}

/** More ids than these are not printed beside a figure, but listed in full in the appendix. */
export const CITED_INLINE = 4;
