import { valueAt } from "../../diagnostics/place.ts";
import { finalFact, type FinalFact } from "../../domain/records/facts.ts";
import type { Check } from "../check.ts";
import { saying } from "../../domain/records/log.ts";

/** A correction withdraws facts. An agreement or a decision is changed by making a new one. */
export const undoRefused: Check = {
  name: "undo-refused",
  codes: ["undo-refused"],
  run({ log }) {
    const undos = saying(log.counted, "undo");
    if (undos.length === 0) return [];
    const byId = new Map(log.counted.map((entry) => [entry.id, entry]));
    return undos.flatMap((entry) => {
      const target = byId.get(entry.undo.entry);
      const key = target && finalFact(target);
      if (target === undefined || key === undefined) return [];
      const { act, instead } = ACTS[key];
      return [
        {
          code: "undo-refused",
          message:
            `found a correction of the ${act} ${target.id}, and only facts can be corrected; ` +
            `${entry.id} withdraws nothing`,
          place: valueAt(entry.file, "undo", "entry"),
          related: [{ place: valueAt(target.file, key), label: `the ${act} stands` }],
          hint:
            `poc undo ${entry.id} withdraws the correction` +
            `${instead === "" ? "" : `; to change what was agreed: ${instead}`}`,
        },
      ];
    });
  },
};

const ACTS: Readonly<Record<FinalFact, { readonly act: string; readonly instead: string }>> = {
  start: { act: "start", instead: "poc amend" },
  amend: { act: "amendment", instead: "poc amend" },
  clear: { act: "clearing of a kill criterion", instead: "" },
  decision: { act: "decision", instead: "poc decide --supersede" },
  gate: { act: "passage of a gate", instead: "" },
};
