import stringWidth from "fast-string-width";
import { EMPTY, line, sliceSafe, splitSafe, trimEndSafe, type Safe } from "./safe.ts";

// The table of wide characters is that of fast-string-width. Lines are broken here and not by fast-wrap-ansi, which
// composes the letters that a user wrote (NFC), parts an emoji from its variation selector, and then returns lines that
// are longer than the columns it was given.

/** Characters of one column each, none of which joins another: Latin letters, dashes, quotes, arrows, minus, lines. */
const NARROW = /^[\x20-\x7e\xa0-\u02ff\u2010-\u2027\u2190-\u2193\u2200-\u22ff\u2500-\u25a9\u25b8\u25c1-\u25fa]*$/;

// Expressions that need tables of Unicode are compiled when the first text needs them: Latin letters never do.
let cluster: RegExp | undefined;

/** Hangul vowels and final consonants, which join the consonant before them: names of files on macOS hold them. */
const JAMO = /[\u1160-\u11ff]/;
/** Joiners that spell Persian and Hindi. Between emoji the library knows them. */
const JOINER = /\u200c|\u200d(?!\p{Extended_Pictographic})/gu;

/** Columns that a text takes on a terminal. The tool's own colours and links take none. */
export function displayWidth(text: Safe): number {
  if (NARROW.test(text)) return text.length;
  // The library takes jamo for whole syllables, and a joiner for a letter.
  const composed = JAMO.test(text) ? text.normalize("NFC") : text;
  return stringWidth(/[\u200c\u200d]/.test(composed) ? composed.replace(JOINER, "") : composed);
}

/** What a reader takes for one character each: a letter with its marks, a flag, a family. Uncoloured text only. */
function clusters(text: string): readonly string[] {
  // Intl.Segmenter knows them too, for a quarter of the time in which Node starts.
  cluster ??=
    /(?:\p{RI}{2}|[^])(?:[\p{M}\p{EMod}\u200c\u1160-\u11ff\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic}?)*/gu;
  return text.match(cluster) ?? [];
}

/** Columns that each piece adds to those before it: a mark adds none, and neither does what joins the letter before. */
export function addedWidths(pieces: readonly Safe[]): readonly number[] {
  let last = EMPTY;
  return pieces.map((piece) => {
    const longer = line`${last}${piece}`;
    const joins = last !== "" && !NARROW.test(piece) && clusters(longer).length === clusters(last).length;
    const width = joins ? displayWidth(longer) - displayWidth(last) : displayWidth(piece);
    last = joins ? longer : piece;
    return width;
  });
}

/** `text` filled with spaces to `columns`. Longer text stays as it is. */
export function pad(text: Safe, columns: number, side: "left" | "right" = "left"): Safe {
  const fill = " ".repeat(Math.max(0, columns - displayWidth(text)));
  return (side === "left" ? text + fill : fill + text) as Safe;
}

/** The longest beginning of `text` that fits into `columns`, as an offset. Never within a character and its marks. */
function fitting(text: Safe, columns: number): number {
  if (NARROW.test(text)) return Math.min(columns, text.length);
  let width = 0;
  let at = 0;
  for (const character of clusters(text)) {
    width += displayWidth(character as Safe);
    if (width > columns) return at;
    at += character.length;
  }
  return at;
}

/** `text` cut to `columns`, with `mark` where something was cut off. Uncoloured text only: cut first, colour then. */
export function truncate(text: Safe, columns: number, mark: Safe): Safe {
  if (displayWidth(text) <= columns) return text;
  const room = columns - displayWidth(mark);
  if (room <= 0) return sliceSafe(text, 0, fitting(text, columns));
  return line`${trimEndSafe(sliceSafe(text, 0, fitting(text, room)))}${mark}`;
}

/**
 * `text` in lines of at most `columns`, broken at spaces, and within a word only where the word alone is too long.
 * Line feeds in it begin new lines. Uncoloured text only.
 */
export function wrap(text: Safe, columns: number): readonly Safe[] {
  const room = Math.max(2, columns);
  const lines: Safe[] = [];
  for (const paragraph of splitSafe(text, "\n")) {
    // Most lines of a table are one line, and need not be put together word by word.
    if (paragraph.length <= room && NARROW.test(paragraph)) {
      lines.push(trimEndSafe(sliceSafe(paragraph, paragraph.search(/[^ ]|$/))));
      continue;
    }
    let current = EMPTY;
    for (const word of splitSafe(paragraph, " ")) {
      const longer = current === "" ? word : line`${current} ${word}`;
      if (displayWidth(longer) <= room) {
        current = longer;
        continue;
      }
      if (current.trim() !== "") lines.push(trimEndSafe(current));
      current = word;
      while (displayWidth(current) > room) {
        const cut = fitting(current, room) || clusters(current)[0]!.length;
        lines.push(sliceSafe(current, 0, cut));
        current = sliceSafe(current, cut);
      }
    }
    lines.push(trimEndSafe(current));
  }
  return lines;
}
