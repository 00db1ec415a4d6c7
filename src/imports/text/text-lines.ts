import { ImportFault } from "../import-problem.ts";

export interface TextLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** A line of a log of results holds a prompt and an answer at most. */
export const LONGEST_LINE = 8 * 1024 * 1024;

/**
 * The lines of a text that comes in pieces, without their ends; empty ones are left out.
 *
 * @throws ImportFault where a line is too long to be one
 */
export function* textLines(pieces: Iterable<string>): Generator<TextLine> {
  let line = 0;
  let open: string[] = [];
  let length = 0;
  const taken = (last: string): string => {
    const text = open.length === 0 ? last : open.join("") + last;
    open = [];
    length = 0;
    return text.endsWith("\r") ? text.slice(0, -1) : text;
  };
  for (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", from)) {
      const text = taken(piece.slice(from, end));
      line++;
      if (text.length > LONGEST_LINE) throw tooLong(line);
      if (text.trim() !== "") yield { line, text };
      from = end + 1;
    }
    if (from === piece.length) continue;
    open.push(piece.slice(from));
    length += piece.length - from;
    if (length > LONGEST_LINE) throw tooLong(line + 1);
  }
  const text = taken("");
  if (text.trim() !== "") yield { line: line + 1, text };
}

function tooLong(line: number): ImportFault {
  return new ImportFault(`found a line of more than ${LONGEST_LINE / 1024 / 1024} MB`, {
    line,
    hint: "a file with a single object has to end in .json; or leave out prompts and answers",
  });
}
