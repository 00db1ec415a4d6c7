import type { PairFault } from "../../domain/evidence/cases/case-pairs.ts";
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
