import type { PairFault } from "../../domain/evidence/cases/case-pairs.ts";
import type { RecountFault } from "../../domain/evidence/cases/recount.ts";
import { countLabel } from "../../domain/scalars/labels.ts";

/** `not compared case by case with today: these are other cases`. */
export function unpairedClause({ arm, fault }: { readonly arm: string; readonly fault: PairFault }): string {
  return `not compared case by case with ${arm}: ${PAIR_FAULTS[fault]}`;
}

const PAIR_FAULTS: Readonly<Record<PairFault, string>> = {
  "other-cases": "its cases are others",
  "several-runs": "cases were run more than once",
  groups: "cases belong together in groups",
  numbers: "the figures are numbers",
};

/** `which says 90/400 where the entry says 31/400`: what follows the name of a file of cases. */
export function recountClause(fault: RecountFault): string {
  switch (fault.code) {
    case "gone":
      return "which is gone";
    case "changed":
      return "which was changed since it was imported";
    case "other-cases":
      return `which has ${countLabel(fault.file, "case")} where the entry says ${fault.entry}`;
    case "other-figure":
      return `which says ${fault.file} where the entry says ${fault.entry}`;
  }
}

/** `compared with today on the same 40 cases, 9 of which came out differently`. */
export function pairedClause(arm: string, cases: number, flipped: number): string {
  const changed = flipped === 0 ? "none of which came out differently" : `${flipped} of which came out differently`;
  return `compared with ${arm} on the same ${countLabel(cases, "case")}, ${changed}`;
}

/** `prompts, answers and variables were left behind`. */
export function leftOutSentence(kinds: readonly string[]): string {
  const last = kinds.at(-1) ?? "";
  const all = kinds.length > 1 ? `${kinds.slice(0, -1).join(", ")} and ${last}` : last;
  return `Not taken over: ${all}.`;
}
