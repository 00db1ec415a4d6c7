import type { PairFault } from "../../domain/evidence/cases/case-pairs.ts";
import type { ColumnFigures } from "../../domain/evidence/cases/column-figures.ts";
import type { Interval } from "../../statistics/interval.ts";
import type { RecountFault } from "../../domain/evidence/cases/recount.ts";
import { countLabel } from "../../domain/scalars/labels.ts";

/** `not compared case by case with today: these are other cases`. */
export function unpairedClause({ arm, fault }: { readonly arm: string; readonly fault: UnpairedFault }): string {
  return `not compared case by case with ${arm}: ${PAIR_FAULTS[fault]}`;
}

/** Why two sides cannot be held against each other, or why one of them cannot be read. */
type UnpairedFault = PairFault | "gone" | "changed";

const PAIR_FAULTS: Readonly<Record<UnpairedFault, string>> = {
  gone: "its file is gone",
  changed: "its file was changed since it was counted",
  "other-cases": "its cases are different",
  groups: "the two put cases into different groups",
  numbers: "their figures differ in kind or unit",
  "too-few-runs": "a case has fewer runs than the eval needs",
  "nothing-scored": "no case was scored on both sides",
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
export function pairedClause(arm: string, cases: number, flipped: number, outcomes = true): string {
  const same = `compared with ${arm} on the same ${countLabel(cases, "case")}`;
  if (!outcomes) return same;
  const changed = flipped === 0 ? "none with a different outcome" : `${flipped} with a different outcome`;
  return `${same}, ${changed}`;
}

/** `prompts, answers and variables were left behind`. */
export function leftOutSentence(kinds: readonly string[]): string {
  const last = kinds.at(-1) ?? "";
  const all = kinds.length > 1 ? `${kinds.slice(0, -1).join(", ")} and ${last}` : last;
  return `Not imported: ${all}.`;
}

/** `mean 0.042 (0.039 to 0.046), median 0.04 (0.038 to 0.043), 95th percentile 0.09 (0.07 or more) of 200 cases`. */
export function columnClause({ n, mean, median, p95 }: ColumnFigures): string {
  const parts = [
    `mean ${intervalText(mean)}`,
    `median ${intervalText(median)}`,
    `95th percentile ${intervalText(p95)}`,
  ];
  return `${parts.join(", ")} of ${countLabel(n, "case")}`;
}

/** Three digits, which is what so few cases carry. */
function intervalText({ estimate, low, high }: Interval): string {
  const text = (value: number) => String(Number(value.toPrecision(3)));
  const [from, to] = [Number.isFinite(low), Number.isFinite(high)];
  const range =
    from && to ? `${text(low)} to ${text(high)}` : from ? `${text(low)} or more` : to ? `up to ${text(high)}` : "";
  return range === "" ? `${text(estimate)} (too few cases for a range)` : `${text(estimate)} (${range})`;
}
