import type { Standing } from "../../domain/standing/standing.ts";
import { rationalNumber } from "../../domain/scalars/rational.ts";
import { simulationOf, swingsOf } from "../../domain/business-case/value-outlook.ts";
import { swingMeasure, type Swing } from "../../domain/business-case/value-swings.ts";
import { inputLabel } from "../../wording/input-words.ts";
import { CHART_NAMES, type Chart, type ChartName, type Charts } from "./chart.ts";
import { armsOf, evalsOf } from "./eval-figures.ts";
import { gatesChart, type GateBox } from "./gates-chart.ts";
import { paybackChart } from "./payback-chart.ts";
import { spendOf } from "./spend-figures.ts";
import { swingChart } from "./swing-chart.ts";
import { timelineOf } from "./timeline-figures.ts";

/** Every chart that the records have figures for, whichever document asks. `gates`: the way, where it was read. */
export function standingCharts(standing: Standing, gates: readonly GateBox[] = []): Charts {
  const drawn: Readonly<Record<ChartName, Chart | undefined>> = {
    spend: spendOf(standing),
    evals: evalsOf(standing),
    arms: armsOf(standing),
    payback: paybackSpread(standing),
    value: valueSwings(standing),
    timeline: timelineOf(standing),
    gates: gatesChart(gates),
  };
  return new Map(CHART_NAMES.flatMap((name) => (drawn[name] === undefined ? [] : [[name, drawn[name]]])));
}

/** How payback is spread over the draws; undefined where no input is a range. */
function paybackSpread({ value }: Standing): Chart | undefined {
  const simulation = simulationOf(value);
  if (simulation === undefined) return undefined;
  const { from, width, counts, below, beyond, never } = simulation.histogram;
  const { payback } = value.thresholds;
  // If there is a threshold for impact too, the share that meets both differs from that of payback alone.
  const alone = payback !== undefined && value.thresholds.impact === undefined;
  return paybackChart({
    within: alone ? simulation.meets : undefined,
    likely:
      value.exact === undefined || value.exact.payback === "never" ? undefined : rationalNumber(value.exact.payback),
    bins: counts.map((count, k) => ({ from: from + k * width, to: from + (k + 1) * width, count })),
    below,
    beyond: beyond + never,
    threshold: payback && rationalNumber(payback),
  });
}

/** What moves the answer, in months where they move, else in the net impact of a year. */
export function valueSwings({ value }: Standing): Chart | undefined {
  const { exact, thresholds, currency } = value;
  const swings = swingsOf(value);
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
  return { name: inputLabel(name), low, high, crosses };
}
