import { labelledCases } from "../../domain/evidence/judges/empty-labels.ts";
import type { Relabelling } from "../../domain/evidence/judges/relabelled.ts";
import type { Labelling } from "../../domain/records/evals/result.ts";
import { writtenOn } from "../../domain/records/seen.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { numberLabel } from "../../domain/scalars/labels.ts";

/**
 * `Ana Ruiz logged the labels of "Wrong answers" again on Tue 8 Dec with at least 25 of 100 changed: 100 as the judge
 * said, and 75 before (Mon 7 Dec)`.
 *
 * @param name of the eval: its id, or its metric in quotes
 */
export function relabelledClause(name: string, { before, after, changed }: Relabelling): string {
  const { entry, labelling } = after;
  const [first, last] = [before.entry, entry].map((one) => dateLabel(writtenOn(one)));
  const who = before.entry.by.name === entry.by.name ? "" : `${before.entry.by.name}, `;
  return (
    `${entry.by.name} logged the labels of ${name} again on ${last} with at least ${numberLabel(changed)} of ` +
    `${numberLabel(labelledCases(before.labelling))} changed: ${agreed(labelling)} as the judge said, and ` +
    `${agreed(before.labelling)} before (${who}${first})`
  );
}

/** Which of the labels decide. */
export function relabelledOutcome({ before, reason }: Relabelling): string {
  if (reason === undefined) return "the worse labels decide";
  const which = before.withdrawnBy?.undo?.reason === undefined ? "later" : "earlier";
  return `the ${which} ones were withdrawn because "${reason}"`;
}

function agreed({ said: { both, neither } }: Labelling): string {
  return numberLabel(both + neither);
}
