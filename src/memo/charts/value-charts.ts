import { rationalNumber } from "../../domain/scalars/rational.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { swingMeasure, type Swing } from "../../domain/business-case/value-swings.ts";
import type { Chart } from "./chart.ts";
import { paybackChart } from "./payback-chart.ts";
import { swingChart } from "./swing-chart.ts";

/** How payback is spread over the draws; undefined where no input is a range. */
export function paybackSpread({ value: { simulation, thresholds } }: Standing): Chart | undefined {
  if (simulation === undefined) return undefined;
  const { from, width, counts, below, beyond, never } = simulation.histogram;
  return paybackChart({
    bins: counts.map((count, k) => ({ from: from + k * width, to: from + (k + 1) * width, count })),
    below,
    beyond: beyond + never,
    threshold: thresholds.payback && rationalNumber(thresholds.payback),
  });
}

/** What moves the answer, in months where they move, else in the net impact of a year. */
export function valueSwings({ value: { swings, exact, thresholds, currency } }: Standing): Chart | undefined {
  if (swings.length === 0 || exact === undefined) return undefined;
  const measure = swingMeasure(swings);
  const threshold = thresholds[measure];
  const likely =
    measure === "impact"
      ? rationalNumber(exact.impact)
      : exact.payback === "never"
        ? Infinity
        : rationalNumber(exact.payback);
  return swingChart({
    measure: measure === "impact" ? `Net impact a year in ${currency}` : "Payback in months",
    bars: swings.map((swing) => barOf(swing, measure)),
    likely,
    threshold: threshold && rationalNumber(threshold),
  });
}

function barOf({ name, numbers, crosses }: Swing, measure: "payback" | "impact") {
  const [low, high] = numbers[measure];
  return { name, low, high, crosses };
}
