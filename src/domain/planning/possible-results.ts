import { MEASURES } from "../evidence/measures/measures.ts";
import type { Entry } from "../records/entry.ts";
import { NO_FACTS } from "../records/facts.ts";
import { evalStanding, type EvalStanding } from "../evidence/eval-standing.ts";
import type { Eval } from "../records/eval.ts";

/** The extremes of what `item` may turn out to be on `n` cases, judged as if they had been logged on the last day. */
export function possibleResults(item: Eval, n: number, confidence: number): readonly EvalStanding[] {
  return MEASURES[item.measure]
    .extremes(item, n)
    .map((result) => evalStanding(item, [{ entry: IMAGINED, index: 0, result }], { confidence, last: true }));
}

const IMAGINED: Entry = {
  id: "imagined",
  file: "",
  at: { epochMs: 0, offset: 0 },
  date: "1970-01-01" as Entry["date"],
  by: { name: "" },
  ...NO_FACTS,
};
