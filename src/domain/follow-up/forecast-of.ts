import { figureEvidence } from "../evidence/result-evidence.ts";
import { MEASURES } from "../evidence/measures/measures.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import type { ValueStanding } from "../business-case/business-case.ts";
import { simulationOf } from "../business-case/value-outlook.ts";
import { MONTHS, type ForecastLine } from "../records/forecast/forecast.ts";
import { currencyExponent } from "../scalars/currency.ts";
import { decimalOf } from "../scalars/decimal.ts";
import { moneyDecimal } from "../scalars/money.ts";
import { optional } from "../scalars/optional.ts";
import type { Quantity } from "../scalars/quantity.ts";
import { divideRationals, rational, rationalNumber, rationalOf, roundRational } from "../scalars/rational.ts";
import type { UnitEconomics } from "../spend/unit-economics.ts";
import type { Standing } from "../standing/standing.ts";

/** Of each bound, so that the two of them hold 80%. */
const BOUND_CONFIDENCE = 0.9;

/** More say nothing of a figure, and fewer of the ends of its range. */
const DIGITS = 6;
const RANGE_DIGITS = 4;
const MOST_DECIMALS = 12;

/**
 * What the records promise at this moment, line by line: the figure of each primary eval with its 80% range, by the
 * method that its verdict rests on; the cost of a task; and, with the range of the simulation, what a year brings and
 * the months until it pays back. Figures have six digits or more, money all of them to its minor unit. What the records
 * do not give is no line. It draws the business case 100,000 times where an input is a range.
 */
export function forecastOf({
  evals,
  unit,
  value,
}: Pick<Standing, "evals" | "unit" | "value">): readonly ForecastLine[] {
  return [...evals.flatMap(metricLines), ...unitCostLines(unit), ...valueLines(value)];
}

/** What the log alone gives: for a decision of the past, whose value.yaml may have been edited since. */
export function loggedForecastOf({ evals, unit }: Pick<Standing, "evals" | "unit">): readonly ForecastLine[] {
  return [...evals.flatMap(metricLines), ...unitCostLines(unit)];
}

function metricLines({ eval: item, judged }: EvalStanding): readonly ForecastLine[] {
  if (!item.primary || judged === undefined) return [];
  const evidence = figureEvidence(item, judged.result, BOUND_CONFIDENCE);
  if (evidence.kind === "contradiction") return [];
  const { scale } = evidence;
  const unit = scale.kind === "unit" ? scale.unit : "%";
  const inUnit = (figure: number | undefined, digits: number) =>
    quantityOf(scale.kind === "unit" ? figure : figure && figure * 100, unit, digits);
  const bounds = evidence.kind === "interval" ? evidence.interval : undefined;
  const figure = inUnit(evidence.kind === "interval" ? evidence.interval.estimate : evidence.estimate, DIGITS);
  if (figure === undefined) return [];
  const range = rangeOf(inUnit(bounds?.low, RANGE_DIGITS), inUnit(bounds?.high, RANGE_DIGITS));
  // More runs within the limit of a percentile are better, whatever the direction of the percentile itself.
  const better = MEASURES[item.measure].countsWithinLimit && scale.kind === "share" ? "higher" : item.better;
  return [{ kind: "metric", eval: item.id, better, figure, ...range }];
}

function unitCostLines({ cost }: UnitEconomics): readonly ForecastLine[] {
  if (cost === undefined) return [];
  const { amount, per } = cost.perTask;
  const exact = divideRationals(rationalOf(moneyDecimal(amount)), rational(per));
  const least = currencyExponent(amount.currency) ?? 2;
  const size = Math.abs(rationalNumber(exact));
  const digits = size > 0 ? DIGITS - 1 - Math.floor(Math.log10(size)) : least;
  const scale = Math.min(MOST_DECIMALS, Math.max(least, digits));
  return [{ kind: "unit-cost", figure: { amount: roundRational(exact, scale), unit: amount.currency } }];
}

function valueLines(value: ValueStanding): readonly ForecastLine[] {
  const { exact, impact, currency, faults } = value;
  if (faults.length > 0) return [];
  const decimals = currencyExponent(currency) ?? 2;
  const simulation = simulationOf(value);
  const worth = exact === undefined ? impact && moneyDecimal(impact) : roundRational(exact.impact, decimals);
  const lines: ForecastLine[] = [];
  if (worth !== undefined) {
    const end = (figure: number | undefined) => quantityOf(figure, currency, DIGITS);
    const range = rangeOf(end(simulation?.impact.p10), end(simulation?.impact.p90));
    lines.push({ kind: "value", figure: { amount: worth, unit: currency }, ...range });
  }
  if (exact !== undefined && exact.payback !== "never") {
    const [low, high] = [simulation?.payback.p10, simulation?.payback.p90].map((end) =>
      quantityOf(end, MONTHS, RANGE_DIGITS),
    );
    const open = simulation !== undefined && simulation.payback.p90 === Infinity ? optional("low", low) : undefined;
    const figure = { amount: roundRational(exact.payback, 2), unit: MONTHS };
    lines.push({ kind: "payback", figure, ...(open ?? rangeOf(low, high)) });
  }
  return lines;
}

function rangeOf(
  low: Quantity | undefined,
  high: Quantity | undefined,
): Pick<ForecastLine, "low" | "high"> | undefined {
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** Undefined for what has no end, and so no digits. */
function quantityOf(figure: number | undefined, unit: string, digits: number): Quantity | undefined {
  if (figure === undefined || !Number.isFinite(figure)) return undefined;
  const amount = decimalOf(Number(figure.toPrecision(digits)));
  return amount.ok ? { amount: amount.value, unit } : undefined;
}
