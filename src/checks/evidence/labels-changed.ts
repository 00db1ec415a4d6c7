import { valueAt } from "../../diagnostics/place.ts";
import { relabellings, type Relabelling } from "../../domain/evidence/judges/relabelled.ts";
import { relabelledClause, relabelledOutcome } from "../../wording/evidence/relabelled.ts";
import type { Check } from "../check.ts";
import { loggedClause } from "./result-place.ts";

/** A sheet of labels that came again with other labels, and nobody said which ones were wrong. */
export const labelsChanged: Check = {
  name: "labels-changed",
  codes: ["labels-changed"],
  run: ({ evals, log }) =>
    evals.flatMap(({ eval: item }) =>
      relabellings(item, log)
        .filter(({ reason }) => reason === undefined)
        .map((one) => ({
          code: "labels-changed",
          message: `${relabelledClause(item.id, one)}; ${relabelledOutcome(one)}`,
          place: valueAt(one.after.entry.file, "labels"),
          related: [
            {
              place: valueAt(one.before.entry.file, "labels"),
              label: `the labels before, ${loggedClause(one.before.entry)}`,
            },
          ],
          hint: hint(one),
        })),
    ),
};

/** An undo without a reason says nothing of which labels were right, so it is made again with one. */
function hint({ before: { entry, withdrawnBy } }: Relabelling): string {
  const again = withdrawnBy === undefined ? "" : `poc undo ${withdrawnBy.id}, then `;
  return `if the labels before were wrong, say why: ${again}poc undo ${entry.id} --reason "..."`;
}
