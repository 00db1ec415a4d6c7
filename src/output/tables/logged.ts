import type { ExportedPoc } from "../../app/export/exported-poc.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { day, instant, integer, text, truth } from "./table.ts";

/** One line of an entry, with the entry. */
export interface Logged<Line> {
  readonly entry: Entry;
  /** From 1 on, within the entry. */
  readonly nth: number;
  readonly line: Line;
  readonly withdrawn: boolean;
}

/** Every line of a kind in the log up to the instant, withdrawn ones among them, oldest first. */
export function linesOf<Line>(
  { standing: { log } }: ExportedPoc,
  lines: (entry: Entry) => readonly Line[],
): readonly Logged<Line>[] {
  return log.entries.flatMap((entry) => {
    const withdrawn = log.withdrawn.has(entry.id);
    return lines(entry).map((line, index) => ({ entry, nth: index + 1, line, withdrawn }));
  });
}

/** What names such a line, and when it was logged. */
export function loggedColumns<Line>() {
  return [
    text<Logged<Line>>("entry", "Id of the entry.", ({ entry }) => entry.id),
    integer<Logged<Line>>("line", "Which line of the entry, from 1 on.", ({ nth }) => nth),
    instant<Logged<Line>>("at", "When it was logged.", ({ entry }) => entry.at.epochMs),
    day<Logged<Line>>("day", "The day of it, in the time zone of the PoC.", ({ entry }) => entry.date),
    truth<Logged<Line>>(
      "withdrawn",
      "Whether a correction or a later import withdrew it.",
      ({ withdrawn }) => withdrawn,
    ),
  ];
}
