import { findSecret, maskSecrets } from "../../domain/scalars/secret.ts";
import { isolated } from "./isolated.ts";
import { oneLine } from "./one-line.ts";

/**
 * A value as Markdown shows it letter by letter: on one line, with nothing in it that could open a table cell, a
 * heading, a list, a link, an image, emphasis, code, mathematics or HTML, wherever in a line it is put, and without
 * what seems to be a secret. What is harmless stays as it is, so that the text reads well unrendered too.
 *
 * `<` becomes an entity and not `\<`, because a backslash means nothing to the HTML around it. `spoken`: texts from
 * right to left, see `isolated`.
 */
export function markdownText(text: string, spoken: readonly string[] = []): string {
  const flat = isolated(flatText(text), spoken);
  return startSafely(safeBetween(flat, 0, flat.length), flat);
}

/** The same, and every address of the web or of mail in it is a link. */
export function linkedText(text: string, spoken: readonly string[] = []): string {
  const flat = isolated(flatText(text), spoken);
  if (!MAY_HOLD_ADDRESS.test(flat)) return startSafely(safeBetween(flat, 0, flat.length), flat);
  let out = "";
  let at = 0;
  for (const { 0: match, index } of flat.matchAll(ADDRESS)) {
    const address = withoutEnd(match);
    const shown = safeBetween(flat, index, index + address.length);
    out += safeBetween(flat, at, index) + (linkTo(shown, address) ?? shown);
    at = index + address.length;
  }
  return startSafely(out + safeBetween(flat, at, flat.length), flat);
}

/** As a text is compared, cut and shown: on one line, without secrets and without blanks that no reader sees. */
export function flatText(text: string): string {
  return oneLine(maskSecrets(text)).replace(/ {2,}/g, " ").trim();
}

/** Up to a blank, a quote or a bracket that is none of an address. */
const ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/|mailto:)[^\s<>"“”`|\\^{}\u2068\u2069]+/giu;

/** Hardly any text holds one, and to prepare the expression above takes longer than to look for this. */
const MAY_HOLD_ADDRESS = /:\/\/|mailto:/i;

/** Without the punctuation of the sentence that an address ends. */
function withoutEnd(address: string): string {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1]!;
    const closes = last === ")" && count(address, "(", end) < count(address, ")", end);
    if (!/[.,;:!?'’\]*_…]/.test(last) && !closes) break;
  }
  return address.slice(0, end);
}

function count(text: string, sign: string, end: number): number {
  return text.slice(0, end).split(sign).length - 1;
}

/** A link with text that is safe already; undefined where the address is none of the web or of mail, or holds a key. */
export function linkTo(shown: string, url: string): string | undefined {
  if (shown === "" || !/^(https?:\/\/|mailto:)[^\s<>]+$/i.test(url) || oneLine(url) !== url) return undefined;
  if (findSecret(url) !== undefined) return undefined;
  const address = url.replace(
    /[\\`|()[\]*_~$"'{}^]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${shown}](${address})`;
}

function safeBetween(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(MEANT, (_, at: number) => safeAt(text, from + at));
}

/** Each sign that `safeAt` looks at. */
const MEANT = /[\\`*[\]|~$_#<>&]/g;

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
