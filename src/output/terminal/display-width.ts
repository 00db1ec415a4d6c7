import type { Safe } from "./safe.ts";

/** First and last code points that take two columns: East Asian wide and full-width, and emoji. Sorted, inclusive. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2630, 0x2637],
  [0x2648, 0x2653],
  [0x267f, 0x267f],
  [0x268a, 0x268f],
  [0x2693, 0x2693],
  [0x26a1, 0x26a1],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x26ce, 0x26ce],
  [0x26d4, 0x26d4],
  [0x26ea, 0x26ea],
  [0x26f2, 0x26f3],
  [0x26f5, 0x26f5],
  [0x26fa, 0x26fa],
  [0x26fd, 0x26fd],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x274e, 0x274e],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2795, 0x2797],
  [0x27b0, 0x27b0],
  [0x27bf, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2b55, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1d300, 0x1d376],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a],
  [0x1f200, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f7e0, 0x1f7f0],
  [0x1f90c, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Hangul vowels and final consonants join the letter before them. */
const JOINING: readonly (readonly [number, number])[] = [
  [0x1160, 0x11ff],
  [0x200b, 0x200f],
  [0xd7b0, 0xd7ff],
  [0xfe00, 0xfe0e],
];

/** Compiled when the first text needs it: ASCII never does. */
let combining: RegExp | undefined;

const ASCII = /^[\x20-\x7e]*$/;
// oxlint-disable-next-line no-control-regex -- the tool's own colours, which take no room
const COLOUR = /\x1b\[[0-9;]*m/g;

/** Columns that a code point takes, after the one before it. */
export function codePointWidth(code: number, before: number): number {
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) ? 0 : 1;
  // The emoji form of a character that is narrow by itself is wide.
  if (code === 0xfe0f) return before > 0 && codePointWidth(before, 0) === 1 ? 1 : 0;
  if (within(WIDE, code)) return 2;
  // Signs, arrows and boxes, which the tool itself draws with: no marks are among them.
  if (code >= 0x2010 && code < 0x2cef && !(code >= 0x20d0 && code < 0x2100)) return 1;
  if (within(JOINING, code)) return 0;
  combining ??= /^[\p{Mn}\p{Me}]$/u;
  return combining.test(String.fromCodePoint(code)) ? 0 : 1;
}

/** Columns that a text takes on a terminal. The tool's own colours take none. */
export function displayWidth(text: Safe): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  let before = 0;
  for (const char of text.replace(COLOUR, "")) {
    const code = char.codePointAt(0)!;
    width += codePointWidth(code, before);
    before = code;
  }
  return width;
}

function within(ranges: readonly (readonly [number, number])[], code: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle]!;
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** `text` filled with spaces to `columns`. Longer text stays as it is. */
export function pad(text: Safe, columns: number, side: "left" | "right" = "left"): Safe {
  const fill = " ".repeat(Math.max(0, columns - displayWidth(text)));
  return (side === "left" ? text + fill : fill + text) as Safe;
}

/** The longest beginning of `text` that fits into `columns`, as an offset. Never within a character and its marks. */
function fitting(text: Safe, columns: number): number {
  let width = 0;
  let before = 0;
  let at = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    width += codePointWidth(code, before);
    if (width > columns) return at;
    before = code;
    at += char.length;
  }
  return at;
}

/** `text` cut to `columns`, with `mark` where something was cut off. Uncoloured text only: cut first, colour then. */
export function truncate(text: Safe, columns: number, mark: Safe): Safe {
  if (displayWidth(text) <= columns) return text;
  const room = columns - displayWidth(mark);
  if (room <= 0) return text.slice(0, fitting(text, columns)) as Safe;
  return (text.slice(0, fitting(text, room)).trimEnd() + mark) as Safe;
}

/**
 * `text` in lines of at most `columns`, broken at spaces, and within a word only where the word alone is too long.
 * Line feeds in it begin new lines. Uncoloured text only.
 */
export function wrap(text: Safe, columns: number): readonly Safe[] {
  const room = Math.max(2, columns);
  const lines: Safe[] = [];
  for (const paragraph of text.split("\n")) {
    let current = "";
    for (const word of paragraph.split(" ")) {
      const longer = current === "" ? word : `${current} ${word}`;
      if (displayWidth(longer as Safe) <= room) {
        current = longer;
        continue;
      }
      if (current.trim() !== "") lines.push(current.trimEnd() as Safe);
      current = word;
      while (displayWidth(current as Safe) > room) {
        const cut = Math.max(1, fitting(current as Safe, room));
        lines.push(current.slice(0, cut) as Safe);
        current = current.slice(cut);
      }
    }
    lines.push(current.trimEnd() as Safe);
  }
  return lines;
}
