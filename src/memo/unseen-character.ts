/** First and last code points of what is not seen but changes what is seen: sorted, inclusive. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x00, 0x1f], // C0 control characters
  [0x7f, 0x9f], // delete, and C1 control characters
  [0xad, 0xad], // soft hyphen
  [0x34f, 0x34f], // combining grapheme joiner
  [0x61c, 0x61c], // Arabic letter mark
  [0x115f, 0x1160], // Hangul fillers
  [0x17b4, 0x17b5], // Khmer inherent vowels
  [0x180b, 0x180f], // Mongolian variation selectors and vowel separator
  [0x200b, 0x200b], // zero-width space
  [0x200e, 0x200f], // direction marks
  [0x2028, 0x202e], // line and paragraph separators, bidirectional embeddings and overrides
  [0x2060, 0x206f], // word joiner, invisible operators, isolates
  [0x3164, 0x3164], // Hangul filler
  [0xd800, 0xdfff], // halves of surrogate pairs
  [0xfe00, 0xfe0d], // variation selectors, but for those of emoji
  [0xfeff, 0xfeff], // byte order mark
  [0xffa0, 0xffa0], // half-width Hangul filler
  [0xfff0, 0xfffb], // interlinear annotation
  [0xfffe, 0xffff], // no characters
  [0x1bca0, 0x1bca3], // shorthand format controls
  [0x1d173, 0x1d17a], // musical format controls
  [0xe0000, 0xe0fff], // tags and further variation selectors
];

export function isUnseen(code: number): boolean {
  return code < 0x20 || (code > 0x7e && UNSEEN.some(([first, last]) => code >= first && code <= last));
}
