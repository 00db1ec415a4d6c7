import { valueAt } from "../diagnostics/place.ts";
import { isFinalEntry } from "../domain/log.ts";
import type { Check } from "./check.ts";

/** A correction withdraws facts. What was agreed or decided is changed by agreeing or deciding anew. */
export const undoRefused: Check = {
  name: "undo-refused",
  codes: ["undo-refused"],
  run({ log }) {
    const final = new Map(log.counted.filter(isFinalEntry).map((entry) => [entry.id, entry]));
    return log.counted.flatMap((entry) => {
      const target = entry.undo === undefined ? undefined : final.get(entry.undo.entry);
      if (target === undefined) return [];
      const [act, instead] = target.start !== undefined ? ["start", "poc amend"] : target.amend !== undefined ? ["amendment", "poc amend"] : ["decision", "poc decide --supersede"];
      return [
        {
          code: "undo-refused",
          message: `found a correction of the ${act} ${target.id}, expected one of a fact; it withdraws nothing`,
          place: valueAt(entry.file, "undo", "entry"),
          related: [{ place: valueAt(target.file, target.start !== undefined ? "start" : target.amend !== undefined ? "amend" : "decision"), label: `the ${act} stands` }],
          hint: `poc undo ${entry.id} takes the correction back; to change what was agreed: ${instead}`,
        },
      ];
    });
  },
};
