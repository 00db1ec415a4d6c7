/** Control characters that belong to the layout of a text, and stay where they are asked to be kept. */
export interface Kept {
  /** Keep line feeds (and read CR LF as one). */
  readonly lines?: boolean;
}

const PLAIN = /^[\x20-\x7e]*$/;

/** Latin letters, punctuation, currencies, arrows, signs of mathematics: shown as they are, whatever is beside them. */
const HARMLESS = /^[\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u205f\u20a0-\u20bf\u2190-\u22ff]*$/;
const HARMLESS_LINES = /^[\n\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u205f\u20a0-\u20bf\u2190-\u22ff]*$/;

/** `raw` with everything that a terminal would act on, or hide, made visible: `\x1b`, `\n`, `\u202e`, `\ud800`. */
export function visibleText(raw: string, kept: Kept = {}): string {
  if (PLAIN.test(raw) || (kept.lines === true ? HARMLESS_LINES : HARMLESS).test(raw)) return raw;
  const text = kept.lines === true ? raw.replaceAll("\r\n", "\n") : raw;
  let shown = "";
  let before = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at)!;
    const size = code > 0xffff ? 2 : 1;
    const char = text.slice(at, at + size);
    shown +=
      (kept.lines === true && char === "\n" ? undefined : escapeOf(code, before, text.codePointAt(at + size) ?? 0)) ??
      char;
    before = code;
    at += size;
  }
  return shown;
}

/** The replacement for a code point that must not reach a terminal; undefined if it may, between these neighbours. */
export function escapeOf(code: number, before: number, after: number): string | undefined {
  if (code >= 0x20 && code < 0x7f) return undefined;
  if (code === 0x0a) return "\\n";
  if (code === 0x0d) return "\\r";
  if (code === 0x09) return "\\t";
  if (code < 0xa0) return `\\x${hex(code, 2)}`;
  if (isJoiner(code)) return isLetterOf(before) && isLetterOf(after) ? undefined : `\\u${hex(code, 4)}`;
  if (code === 0xfe0e || code === 0xfe0f) return before > 0xa0 || after === 0x20e3 ? undefined : `\\u${hex(code, 4)}`;
  return isHidden(code) ? (code > 0xffff ? `\\u{${hex(code, 1)}}` : `\\u${hex(code, 4)}`) : undefined;
}

/** Zero-width joiner and non-joiner: they spell Persian, Hindi and emoji, and elsewhere they only deceive. */
function isJoiner(code: number): boolean {
  return code === 0x200c || code === 0x200d;
}

function isLetterOf(code: number): boolean {
  return code >= 0x600 && !isHidden(code) && !isJoiner(code);
}

/** First and last code points of what hides, reorders or is not a character: sorted, inclusive. */
const HIDDEN: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad], // soft hyphen
  [0x034f, 0x034f], // combining grapheme joiner
  [0x061c, 0x061c], // Arabic letter mark
  [0x115f, 0x1160], // Hangul fillers
  [0x17b4, 0x17b5], // Khmer inherent vowels
  [0x180b, 0x180f], // Mongolian variation selectors and vowel separator
  [0x200b, 0x200b], // zero-width space
  [0x200e, 0x200f], // direction marks
  [0x2028, 0x202e], // line and paragraph separators, bidirectional embeddings and overrides
  [0x2060, 0x206f], // word joiner, invisible operators, isolates, deprecated format characters
  [0x3164, 0x3164], // Hangul filler
  [0xd800, 0xdfff], // lone surrogates
  [0xfe00, 0xfe0d], // variation selectors
  [0xfeff, 0xfeff], // byte order mark
  [0xffa0, 0xffa0], // half-width Hangul filler
  [0xfff0, 0xfffb], // interlinear annotation
  [0xfffe, 0xffff], // no characters
  [0x1bca0, 0x1bca3], // shorthand format controls
  [0x1d173, 0x1d17a], // musical format controls
  [0xe0000, 0xe0fff], // tags and further variation selectors
];

function isHidden(code: number): boolean {
  return HIDDEN.some(([first, last]) => code >= first && code <= last);
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}

/** Whether a character is not seen but changes what is seen, wherever it stands: controls, marks, fillers. */
export function isUnseen(code: number): boolean {
  return code < 0x20 || (code > 0x7e && code < 0xa0) || isHidden(code);
}
