import { isUnseen } from "../visible-text.ts";

/** Code points of the zeros of the scripts that people type figures in; nine digits follow each. */
const ZEROS = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x0f20, 0x1040,
  0x17e0,
];

/** Signs that have a look-alike in ASCII. The Arabic mark of thousands becomes an apostrophe. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["\u066a", "%"],
  ["\u066b", "."],
  ["\u066c", "'"],
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["\u2012", "-"],
  ["\u2013", "-"],
  ["\u2014", "-"],
  ["\u2212", "-"],
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u02bc", "'"],
  ["\u2032", "'"],
  ["\uffe0", "¢"],
  ["\uffe1", "£"],
  ["\uffe5", "¥"],
  ["\uffe6", "₩"],
  ["\u00d7", "x"],
]);

/**
 * A value as a keyboard for English would have it: digits of other scripts and full-width signs in ASCII, every blank a
 * space, without what nobody sees, such as the marks of direction that a copied figure brings along. Trimmed.
 */
export function plainCharacters(text: string): string {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text)) return text;
  let plain = "";
  for (const char of text) plain += plainCharacter(char);
  return plain.trim();
}

function plainCharacter(char: string): string {
  const code = char.codePointAt(0)!;
  if (code >= 0x20 && code < 0x7f) return char;
  if (/\s/.test(char)) return " ";
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String(code - zero);
  return SIGNS.get(char) ?? (isUnseen(code) ? "" : char);
}
