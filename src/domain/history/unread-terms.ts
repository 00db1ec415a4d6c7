import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Entry } from "../records/entry.ts";
import { readsTerm } from "../records/term-table.ts";
import type { LoggedAmendment } from "./amendments.ts";

/** A frozen text that cannot be read as a value of its term. */
export interface UnreadTerm {
  readonly term: string;
  readonly text: string;
  readonly place: Place;
  /** Whether there is a term of that name. */
  readonly known: boolean;
}

/**
 * The frozen texts that cannot be read. `poc start` and `poc amend` never write such a text, so somebody edited the
 * entry.
 */
export function unreadTerms(started: Entry | undefined, amendments: readonly LoggedAmendment[]): readonly UnreadTerm[] {
  const written = [
    ...(started === undefined
      ? []
      : [...started.start!.terms].map(([term, text]) => ({
          term,
          text,
          place: valueAt(started.file, "start", "terms", term),
        }))),
    ...amendments.flatMap(({ entry, amendment }) =>
      amendment.changes.flatMap(({ term, to: text }) =>
        text === undefined ? [] : [{ term, text, place: valueAt(entry.file, "amend", "changes", term, "to") }],
      ),
    ),
  ];
  return written.flatMap((one) => {
    const read = readsTerm(one.term, one.text);
    return read === "readable" ? [] : [{ ...one, known: read === "unreadable" }];
  });
}
