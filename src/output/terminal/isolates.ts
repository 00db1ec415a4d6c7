import {
  END_ISOLATE as CLOSE,
  ISOLATE as OPEN,
  NAMES_BEHIND,
  RIGHT_TO_LEFT,
  RIGHT_TO_LEFT_RUN,
} from "../../wording/right-to-left.ts";

/** No letter in these runs from right to left: Latin, signs and arrows, Chinese. */
const LEFT_TO_RIGHT = /^[\0-\u058f\u0900-\ud7ff]*$/;

const ESCAPE = "\\x1b(?:\\[[0-9;]*m|\\]8;;[\\x21-\\x7e]*?\\x1b\\\\)";

const FIGURE = "(?: \\d[\\d.,:/]*%?)?";

// Expressions that need tables of Unicode are compiled when the first such text comes: English never does.
let made: Expressions | undefined;

interface Expressions {
  readonly letter: RegExp;
  /** What parts one text of a user from the next: columns, signs between facts, quotes, brackets, colours, links. */
  readonly apart: RegExp;
  /** The tool's own colours and addresses of links, whose letters nobody reads. */
  readonly escape: RegExp;
  /**
   * The whole of a text that begins and ends with such letters, whatever stands between them, and a figure at its end:
   * the tool puts words, a colon or two spaces between a text and a figure of its own.
   */
  readonly whole: RegExp;
  /** Such letters with the spaces, digits and signs between them. */
  readonly run: RegExp;
  readonly other: RegExp;
}

function expressions(): Expressions {
  const letter = `[${RIGHT_TO_LEFT}]`;
  made ??= {
    letter: new RegExp(letter, "u"),
    apart: new RegExp(`( {2,}| [·|] |["“”()]|${ESCAPE}|(?<=[\\x21-\\x7e]): )`),
    escape: new RegExp(ESCAPE, "g"),
    whole: new RegExp(`^([^\\p{L}]*)(${letter}(?:.*${letter})?${NAMES_BEHIND}${FIGURE})([^\\p{L}]*)$`, "u"),
    run: new RegExp(RIGHT_TO_LEFT_RUN, "gu"),
    other: new RegExp(`[^\\P{L}${RIGHT_TO_LEFT}]|[0-9]`, "u"),
  };
  return made;
}

/**
 * Lines in which text from right to left stands between the tool's own words: each such text gets the marks of an
 * isolate (U+2068, U+2069), so that it cannot pull the figures beside it to its other side. They take no column.
 * Text that comes in is safe, so the only such marks are these.
 */
export function isolated(text: string): string {
  if (LEFT_TO_RIGHT.test(text)) return text;
  const { letter } = expressions();
  return text
    .split("\n")
    .map((line) => (letter.test(line) ? isolatedLine(line) : line))
    .join("\n");
}

function isolatedLine(line: string): string {
  const { apart, escape, letter, whole, run, other } = expressions();
  // A line of nothing but such text has nothing that it could tear apart.
  if (!other.test(line.replace(escape, ""))) return line;
  return line
    .split(apart)
    .map((part, at, parts) => {
      if (!letter.test(part)) return part;
      // Between quotes all of it is the words of one person, the figure at the end too.
      if (isQuote(parts[at - 1]) && isQuote(parts[at + 1])) return OPEN + part + CLOSE;
      const [, before = "", inner, after = ""] = whole.exec(part) ?? [];
      return inner === undefined ? part.replace(run, `${OPEN}$&${CLOSE}`) : before + OPEN + inner + CLOSE + after;
    })
    .join("");
}

function isQuote(separator: string | undefined): boolean {
  return separator !== undefined && /^["“”]$/.test(separator);
}
