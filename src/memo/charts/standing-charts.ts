import { longDateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { drawnEval } from "../../domain/evidence/drawn-eval.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { decimalsFor, figureTexts } from "../../domain/scalars/figure.ts";
import { decimalNumber } from "../../domain/scalars/decimal.ts";
import { addMoney, moneyDecimal, zeroMoney, type Money } from "../../domain/scalars/money.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { workingDates } from "../../domain/records/timebox.ts";
import { evalSentence, evalWording } from "../../wording/evals.ts";
import { CHART_NAMES, type Chart, type ChartName, type Charts } from "./chart.ts";
import { evalsChart, type EvalFigures } from "./evals-chart.ts";
import { spendChart } from "./spend-chart.ts";
import { moneyLabel, shareLabel } from "../../domain/scalars/labels.ts";
import { paybackChart } from "./payback-chart.ts";
import { rationalNumber } from "../../domain/scalars/rational.ts";
import { swingMeasure, type Swing } from "../../domain/business-case/value-swings.ts";
import { swingChart } from "./swing-chart.ts";
import { simulationOf, swingsOf } from "../../domain/business-case/value-outlook.ts";

/** Every chart that the records have figures for, whichever document asks. */
export function standingCharts(standing: Standing): Charts {
  const drawn: Readonly<Record<ChartName, Chart | undefined>> = {
    spend: spendOf(standing),
    evals: evalsOf(standing),
    payback: paybackSpread(standing),
    value: valueSwings(standing),
  };
  return new Map(CHART_NAMES.flatMap((name) => (drawn[name] === undefined ? [] : [[name, drawn[name]]])));
}

function spendOf({ spend, timebox, definitions }: Standing): Chart | undefined {
  const box = definitions.charter?.timebox;
  if (box === undefined || timebox === undefined || timebox.day === 0 || spend.items.length === 0) return undefined;
  const begun = workingDates(box).slice(0, timebox.day);
  const projected = timebox.phase === "during" && timebox.left > 0 ? spend.projected : undefined;
  const onLastDay = spentBy(spend, begun.at(-1)!);
  return spendChart(
    {
      byDay: begun.map((date) => plain(spentBy(spend, date))),
      workingDays: timebox.of,
      total: amount(spend.total),
      cap: spend.cap && amount(spend.cap),
      projected: projected && amount(projected),
      after: onLastDay.minor !== spend.total.minor,
    },
    spendText(spend, timebox.day, timebox.of, projected),
  );
}

/** Everything dated up to `date`: what was spent on a weekend counts from the next working day on. */
function spentBy({ items, currency }: Standing["spend"], date: CivilDate): Money {
  return items.reduce(
    (sum, { entry, converted }) => (converted === undefined || entry.date > date ? sum : addMoney(sum, converted)),
    zeroMoney(currency),
  );
}

function spendText(
  { total, cap, share, breaksOn }: Standing["spend"],
  day: number,
  of: number,
  projected: Money | undefined,
): string {
  const against =
    cap === undefined
      ? ", with no cap"
      : ` of a cap of ${moneyLabel(cap)}${share === undefined ? "" : ` (${shareLabel(share)})`}`;
  const course =
    projected === undefined
      ? ""
      : `, on course for ${moneyLabel(projected)}` +
        `${breaksOn === undefined ? "" : ` and past the cap on ${longDateLabel(breaksOn)}`}`;
  return `Spent by working day ${day} of ${of}: ${moneyLabel(total)}${against}${course}.`;
}

/** Money as a plain number, to draw it by and for nothing else. */
function plain(money: Money): number {
  return decimalNumber(moneyDecimal(money));
}

function amount(money: Money): { readonly figure: number; readonly label: string } {
  return { figure: plain(money), label: moneyLabel(money) };
}

function evalsOf({ evals }: Standing): Chart | undefined {
  const measured = evals.filter((item) => item.judged !== undefined);
  return measured.length === 0 ? undefined : evalsChart(measured.map(figuresOf), measured.map(evalSentence).join(" "));
}

function figuresOf(standing: EvalStanding): EvalFigures {
  const { metric: name, verdict, result, needed } = evalWording(standing);
  const drawn = drawnEval(standing);
  if (drawn === undefined || !Number.isFinite(drawn.estimate))
    return { name, verdict, range: undefined, needed: undefined, before: undefined };
  const { low, high, estimate, scale, threshold, comparator, baseline } = drawn;
  const [figure = "", earlier = ""] = figureTexts(
    [estimate, baseline ?? estimate],
    threshold,
    scale,
    decimalsFor(scale, standing.n, high - low),
  );
  const relative = scale.kind === "change" || scale.kind === "points";
  return {
    name,
    verdict,
    range: { low, high, estimate: { at: estimate, label: result === "" ? figure : result } },
    needed:
      threshold === undefined || !Number.isFinite(threshold)
        ? undefined
        : { at: threshold, label: needed, good: comparator.startsWith("<") ? "below" : "above" },
    before:
      baseline === undefined || !Number.isFinite(baseline)
        ? undefined
        : { at: baseline, label: relative ? "no change" : `${earlier} before` },
  };
}

/** How payback is spread over the draws; undefined where no input is a range. */
export function paybackSpread({ value }: Standing): Chart | undefined {
  const simulation = simulationOf(value);
  if (simulation === undefined) return undefined;
  const { from, width, counts, below, beyond, never } = simulation.histogram;
  return paybackChart({
    bins: counts.map((count, k) => ({ from: from + k * width, to: from + (k + 1) * width, count })),
    below,
    beyond: beyond + never,
    threshold: value.thresholds.payback && rationalNumber(value.thresholds.payback),
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
  return { name, low, high, crosses };
}
