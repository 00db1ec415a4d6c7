/** How typographic signs are written where only ASCII can be shown. */
const SPELT: Readonly<Record<string, string>> = {
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "–": "-",
  "—": "-",
  "−": "-",
  "…": "...",
  "→": "->",
  "×": "x",
  "·": "-",
  "∞": "inf",
  "±": "+/-",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "€": "EUR",
  "£": "GBP",
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  œ: "oe",
  Œ: "OE",
  "\u00a0": " ",
};

const ASCII = /^[\0-\x7f]*$/;

/**
 * Text in ASCII: signs spelled out, letters without their marks, all else as its code point, `\u{6f22}`. On a terminal
 * of another encoding the bytes of UTF-8 would be garbage, and some of them controls.
 */
export function asciiText(text: string): string {
  if (ASCII.test(text)) return text;
  let ascii = "";
  for (const char of text)
    ascii += ASCII.test(char) ? char : (SPELT[char] ?? bare(char) ?? `\\u{${char.codePointAt(0)!.toString(16)}}`);
  return ascii;
}

/** A letter without its accents, or undefined where that is not ASCII either. A mark that stands alone is dropped. */
function bare(char: string): string | undefined {
  const letters = char.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return ASCII.test(letters) ? letters : undefined;
}
