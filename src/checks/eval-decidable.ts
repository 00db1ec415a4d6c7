import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { valueAt } from "../diagnostics/place.ts";
import { percentileSize } from "../statistics/percentile-size.ts";
import { rateChance } from "../statistics/rate-chance.ts";
import { holds } from "../domain/comparator.ts";
import { baselineText, type Eval } from "../domain/eval.ts";
import { baselineFigure } from "../domain/evidence.ts";
import { quantityIn, quantityNumber, quantityText } from "../domain/quantity.ts";
import { DEFINITION_FILES } from "../domain/records.ts";
import { type Target } from "../domain/target.ts";
import { countLabel, neededLabel } from "../domain/wording.ts";
import type { Check } from "./check.ts";
import { CASES_ENOUGH, possibleResults } from "./possible-results.ts";

const FILE = DEFINITION_FILES.evals;

/** Below this chance of success a sample decides nothing, even if the team is right. */
const LEAST_CHANCE = 0.5;

/** A target must be one that the evidence can meet and can miss; else measuring it decides nothing. */
export const evalDecidable: Check = {
  name: "eval-decidable",
  codes: ["eval-undecidable", "eval-underpowered", "eval-met-by-baseline"],
  run(standing) {
    if (standing.phase === "decided" || standing.phase === "over") return [];
    const confidence = standing.definitions.charter?.confidence ?? 0.95;
    return standing.definitions.evals.flatMap((item) => {
      const { target } = item;
      if (target === undefined || (target.form !== "value" && item.baseline === undefined)) return [];
      const found = undecidable(item, target, confidence) ?? underpowered(item, target, confidence) ?? metByBaseline(item, target);
      return found === undefined ? [] : [found];
    });
  },
};

function undecidable(item: Eval, target: Target, confidence: number): Diagnostic | undefined {
  const found = (message: string, hint: string, field = "target"): Diagnostic => ({ code: "eval-undecidable", message: `${item.id}: ${message}`, place: valueAt(FILE, item.id, field), hint });
  const verdicts = (n: number) => possibleResults(item, n, confidence);
  const ever = verdicts(CASES_ENOUGH);
  // Units that do not compare and percentages that do not exist are the reader's to report.
  if (ever.some((outcome) => outcome.verdict === "invalid") || beyondAll(target)) return undefined;
  // Without a range the reason lies in the eval, such as a baseline of zero; with one, in the target.
  const why = ever.find((outcome) => outcome.change === undefined)?.why ?? "its plausible range never lies wholly within the target";
  if (!ever.some((outcome) => outcome.verdict === "met")) return found(`${neededLabel(item, target)} can never be met: however good the result, ${why}`, "set a target that a very good result would meet");
  if (!ever.some((outcome) => outcome.verdict === "not met")) return found(`${neededLabel(item, target)} can never be missed: no result falls short of it`, "set a target that a bad result would miss");
  const { minN } = item;
  if (minN === undefined || verdicts(minN).some((outcome) => outcome.verdict === "met")) return undefined;
  const least = leastCases(item, minN, confidence);
  return found(`with ${countLabel(minN, "case")} not even a perfect result would show ${neededLabel(item, target)}, expected ${least === undefined ? "more cases" : `at least ${least}`}`, `raise min_n${least === undefined ? "" : ` to ${least} or more`}; a perfect result is rare, so plan for a good many more`, "min_n");
}

function beyondAll({ form, quantity }: Target): boolean {
  const share = quantityNumber(quantity);
  return quantity.unit === "%" && form !== "gain" && (share < 0 || share > 1);
}

/** The fewest cases with which a perfect result meets the target. */
function leastCases(item: Eval, from: number, confidence: number): number | undefined {
  if (item.measure === "percentile") return percentileSize((item.percentile ?? 95) / 100, confidence);
  const meets = (n: number) => possibleResults(item, n, confidence).some((outcome) => outcome.verdict === "met");
  let [low, high] = [from, from * 2];
  while (high < CASES_ENOUGH && !meets(high)) [low, high] = [high, high * 2];
  if (high >= CASES_ENOUGH) return undefined;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (meets(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** For one rate against a fixed value, the chance of success is exact and cheap; the rest needs more arithmetic. */
function underpowered(item: Eval, target: Target, confidence: number): Diagnostic | undefined {
  const { expected, minN } = item;
  if (item.measure !== "proportion" || target.form !== "value" || expected?.form !== "value" || minN === undefined || expected.quantity.unit !== "%") return undefined;
  const rate = quantityNumber(expected.quantity);
  if (rate < 0 || rate > 1) return undefined;
  const side = item.better === "lower" ? "at-most" : "at-least";
  const chance = rateChance({ target: quantityNumber(target.quantity), side, rate, n: minN, confidence });
  if (chance >= LEAST_CHANCE) return undefined;
  return {
    code: "eval-underpowered",
    message: `${item.id}: if ${quantityText(expected.quantity)} is right, ${countLabel(minN, "case")} show ${neededLabel(item, target)} with a chance of about ${Math.round(chance * 100)}%, expected ${LEAST_CHANCE * 100}% or better`,
    place: valueAt(FILE, item.id, "min_n"),
    related: [{ place: valueAt(FILE, item.id, "expected"), label: "what the team expects" }],
    hint: "measure more cases, or agree on a target further from what is expected",
  };
}

/** A guard may well be met already. Of the eval that decides, a target that is met before the work begins proves nothing. */
function metByBaseline(item: Eval, target: Target): Diagnostic | undefined {
  const { baseline } = item;
  if (!item.primary || baseline === undefined || item.measure === "percentile") return undefined;
  const label = { code: "eval-met-by-baseline", place: valueAt(FILE, item.id, "target"), related: [{ place: valueAt(FILE, item.id, "baseline"), label: "the baseline" }], hint: "ask for more than there is already, or make the eval a guard: primary: false" } as const;
  if (target.form !== "value") {
    return holds(-quantityNumber(target.quantity), target.comparator) ? { ...label, message: `${item.id}: ${neededLabel(item, target)} is what no change at all would show` } : undefined;
  }
  const unit = target.quantity.unit;
  const figure = item.measure === "proportion" ? baselineFigure(baseline, { kind: "share" }) : baselineFigure(baseline, { kind: "unit", unit });
  const threshold = item.measure === "proportion" ? quantityNumber(target.quantity) : Number(quantityIn(target.quantity, unit) && quantityNumber({ ...target.quantity, unit: "" }));
  if (figure === undefined || !holds(figure - threshold, target.comparator)) return undefined;
  return { ...label, message: `${item.id}: the baseline of ${baselineText(baseline)} meets ${neededLabel(item, target)} already` };
}
