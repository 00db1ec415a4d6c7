import { valueAt } from "../../diagnostics/place.ts";
import { withdrawnActs } from "../../domain/history/withdrawn-acts.ts";
import { withdrawnActClause } from "../../wording/disputes.ts";
import type { Check } from "../check.ts";

/** A start or a passage that was withdrawn because there were two: allowed, and never forgotten. */
export const withdrawnAct: Check = {
  name: "withdrawn-act",
  codes: ["act-withdrawn"],
  run: ({ log }) =>
    withdrawnActs(log).map((act) => ({
      code: "act-withdrawn",
      message: withdrawnActClause(act),
      place: valueAt(act.correction.file, "undo", "entry"),
      related: [
        { place: valueAt(act.entry.file, act.entry.start === undefined ? "gate" : "start"), label: "this one" },
      ],
      hint: "no action is needed: the memo shows it too",
    })),
};
