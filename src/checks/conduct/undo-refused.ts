import { valueAt } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { isFinalEntry } from "../../domain/records/log.ts";
import type { Check } from "../check.ts";

/** A correction withdraws facts. What was agreed or decided is changed by agreeing or deciding anew. */
export const undoRefused: Check = {
  name: "undo-refused",
  codes: ["undo-refused"],
  run({ log }) {
    const final = new Map(log.counted.filter(isFinalEntry).map((entry) => [entry.id, entry]));
    return log.counted.flatMap((entry) => {
      const target = entry.undo === undefined ? undefined : final.get(entry.undo.entry);
      if (target === undefined) return [];
      const { act, key, instead } = actOf(target);
      return [
        {
          code: "undo-refused",
          message: `found a correction of the ${act} ${target.id}, expected one of a fact; it withdraws nothing`,
          place: valueAt(entry.file, "undo", "entry"),
          related: [{ place: valueAt(target.file, key), label: `the ${act} stands` }],
          hint:
            `poc undo ${entry.id} takes the correction back` +
            `${instead === "" ? "" : `; to change what was agreed: ${instead}`}`,
        },
      ];
    });
  },
};

function actOf(entry: Entry): { readonly act: string; readonly key: string; readonly instead: string } {
  if (entry.start !== undefined) return { act: "start", key: "start", instead: "poc amend" };
  if (entry.amend !== undefined) return { act: "amendment", key: "amend", instead: "poc amend" };
  if (entry.decision !== undefined) return { act: "decision", key: "decision", instead: "poc decide --supersede" };
  return { act: "passage of a gate", key: "gate", instead: "" };
}
