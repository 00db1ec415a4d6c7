import { diagnostic, draftReport } from "./sample-reports.ts";
import { MARTA } from "../support/records.ts";
import { entry } from "./sample-records.ts";
import type { TermChange } from "../../src/domain/records/entry.ts";

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("sample: nothing there");
  return value;
}

const changes: readonly TermChange[] = [
  { term: "spend_cap", from: "2000.00 EUR", to: "2600.00 EUR", resultsSeen: 0 },
  { term: "evals.wrong-rate.target", from: "reduction >= 40%", to: "reduction >= 30%", resultsSeen: 3 },
];

export const amendedResult = {
  left: [],
  entry: entry("f2a3b4c", "2026-11-26", {
    amend: { changes, reason: "the vendor delivered its corpus three days late", approver: MARTA },
  }),
  changes,
  edited: ["poc.yaml", "evals.yaml"],
  refusals: [],
};

export const refusedStart = {
  edited: [],
  pathOnly: [],
  warnings: [],
  entry: undefined,
  standing: draftReport.standing,
  plans: [],
  refusals: [
    diagnostic("owner-missing", "poc.yaml", 7, "owner: «TBD»", "no owner is named"),
    diagnostic("eval-target-missing", "evals.yaml", 5, "  target: «TBD»", "accepted has no target"),
  ],
};
