import { decimal, type Decimal } from "../scalars/decimal.ts";
import type { Entry, Result } from "../records/entry.ts";
import { NO_FACTS } from "../records/facts.ts";
import { evalStanding, type EvalStanding } from "../evidence/eval-standing.ts";
import type { Eval } from "../records/eval.ts";

/** So many cases settle whatever can be settled at all. */
export const CASES_ENOUGH = 1_000_000;

const FAR = 1_000_000_000;
/** Next to no spread, for none at all says nothing; beside a far figure it has to be one that a double can tell. */
const SPREAD: Decimal = { digits: 1n, scale: 6 };
const FAR_SPREAD = decimal(1000);

/** The extremes of what `item` may turn out to be on `n` cases, judged as if they had been logged on the last day. */
export function possibleResults(item: Eval, n: number, confidence: number): readonly EvalStanding[] {
  return extremes(item, n).map((result) =>
    evalStanding(item, [{ entry: IMAGINED, index: 0, result }], { confidence, last: true }),
  );
}

function extremes(item: Eval, n: number): readonly Result[] {
  if (item.measure === "proportion" || item.measure === "percentile")
    return [0, n].map((x) => ({ eval: item.id, arm: "", count: { x, n } }));
  const unit =
    item.target?.form === "value" || item.baseline?.kind !== "fixed"
      ? (item.target?.quantity.unit ?? "")
      : item.baseline.quantity.unit;
  const results = [-FAR, 0, FAR].map((figure): Result => ({
    eval: item.id,
    arm: "",
    value: { amount: decimal(figure), unit },
  }));
  return item.measure === "total"
    ? results
    : results.map((result, k) => Object.assign(result, { n: Math.max(n, 3), sd: k === 1 ? SPREAD : FAR_SPREAD }));
}

const IMAGINED: Entry = {
  id: "imagined",
  file: "",
  at: { epochMs: 0, offset: 0 },
  date: "1970-01-01" as Entry["date"],
  by: { name: "" },
  ...NO_FACTS,
};
