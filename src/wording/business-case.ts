import type { InputBreakEven } from "../domain/business-case/break-even.ts";
import type { ValueInput, ValueStanding } from "../domain/business-case/business-case.ts";
import { currencyExponent } from "../domain/scalars/currency.ts";
import { LOGGED_COST_FACTOR, type LoggedCost } from "../domain/business-case/logged-cost.ts";
import { decimalNumber } from "../domain/scalars/decimal.ts";
import { moneyDecimal, type Money } from "../domain/scalars/money.ts";
import { compareRationals, rationalNumber, roundRational, type Rational } from "../domain/scalars/rational.ts";
import { VALUE_INPUTS } from "../domain/records/value-inputs.ts";
import type { Grade } from "../domain/records/value.ts";
import { listLabel, moneyLabel, monthsLabel, numberLabel, shareLabel } from "../domain/scalars/labels.ts";
import type { ValueSimulation } from "../domain/business-case/value-simulation.ts";
import { inputLabel } from "./input-words.ts";
import { costLabel, neverClause } from "./value-clauses.ts";

/** `9.5 months`, `at once`, or why never. */
export function paybackClause(value: ValueStanding): string {
  const { payback } = value;
  if (payback === undefined) return "unknown";
  if (payback === "never") return neverClause(value.impact);
  return payback.digits === 0n && value.investment?.minor === 0n
    ? "at once: nothing has to be paid to build it"
    : monthsLabel(payback);
}

/** `at least 78.4`, `at most 400,000.00 EUR`: rounded to the side on which the thresholds are still met. */
export function breakEvenLabel({ name, breakEven }: InputBreakEven, currency: string): string {
  if (breakEven.kind === "none") return "no value reaches the threshold";
  if (breakEven.kind === "any") return "any value meets the threshold";
  const { figure, side, beyond } = breakEven;
  const word = beyond
    ? side === "at-least"
      ? "more than"
      : "less than"
    : side === "at-least"
      ? "at least"
      : "at most";
  return `${word} ${figureLabel(name, figure, currency, side === "at-least" ? "up" : "down")}`;
}

/** An amount in its minor unit, a number with two digits after the point, or as many as show three that count. */
export function figureLabel(
  name: string,
  figure: Rational,
  currency: string,
  rounding: "up" | "down" | "half-even" = "half-even",
): string {
  const spec = VALUE_INPUTS.find((input) => input.name === name);
  if (spec !== undefined && spec.role !== "factor")
    return moneyLabel({ minor: roundRational(figure, currencyExponent(currency) ?? 2, rounding).digits, currency });
  const size = Math.abs(rationalNumber(figure));
  const places = size === 0 || size >= 1 ? 2 : Math.min(12, 2 - Math.floor(Math.log10(size)));
  return numberLabel(roundRational(figure, places, rounding));
}

/** `at most 12 months` and `at least 100,000.00 EUR a year`; "" where none is set. */
export function thresholdLabels(value: ValueStanding): { readonly payback: string; readonly impact: string } {
  return {
    payback: value.paybackThreshold === undefined ? "" : `at most ${monthsLabel(value.paybackThreshold)}`,
    impact: value.impactThreshold === undefined ? "" : `at least ${moneyLabel(value.impactThreshold)} a year`,
  };
}

/** `about 70%`: no finer than the shape of the draws, which is an assumption, can carry. */
export function aboutLabel(share: number): string {
  if (share < 0.01) return "under 1%";
  if (share > 0.99) return "over 99%";
  const percent = share * 100;
  const rounded = percent < 10 || percent > 90 ? Math.round(percent) : Math.round(percent / 5) * 5;
  return `about ${rounded}%`;
}

/** `the chance of meeting the threshold is about 70%, and of never paying back under 1%`. */
export function chanceClause(
  simulation: ValueSimulation,
  { paybackThreshold, impactThreshold }: Pick<ValueStanding, "paybackThreshold" | "impactThreshold">,
): string {
  const never = simulation.never === 0 ? "" : aboutLabel(simulation.never);
  if (simulation.meets === undefined)
    return never === "" ? "it pays back in every draw" : `the chance of never paying back is ${never}`;
  const both = paybackThreshold !== undefined && impactThreshold !== undefined;
  return (
    `the chance of meeting ${both ? "both thresholds" : "the threshold"} is ${aboutLabel(simulation.meets)}` +
    `${never === "" ? "" : `, and of never paying back ${never}`}`
  );
}

/** `100,000 draws, seed 1; assumes triangular distributions and independent inputs`. */
export function drawsClause(simulation: ValueSimulation): string {
  const shape = simulation.shape === "pert" ? "PERT" : "triangular";
  return (
    `${numberLabel(simulation.draws)} draws, seed ${simulation.seed}; assumes ${shape} distributions and ` +
    `independent inputs`
  );
}

/** Three digits that count: `152,000 EUR`. For what was drawn, never for what was calculated. */
export function roughMoney(amount: number, currency: string): string {
  return `${roughNumber(amount)} ${currency}`;
}

/** Of an amount that was added up: `1,940 EUR`, `89,000 EUR`; exact beside it, in the appendix. */
export function roughMoneyLabel(money: Money): string {
  return roughMoney(decimalNumber(moneyDecimal(money)), money.currency);
}

/** `9.4 months`, `140 months`, `never`. */
export function roughMonths(months: number): string {
  return Number.isFinite(months) ? `${roughNumber(months)} months` : "never";
}

/** `4.5 to 11.3 months`, `12.2 months to never`. */
export function roughMonthsSpan(from: number, to: number): string {
  return Number.isFinite(to)
    ? `${roughNumber(from)} to ${roughMonths(to)}`
    : Number.isFinite(from)
      ? `${roughMonths(from)} to never`
      : "never";
}

/** `154,000 to 389,000 EUR`. */
export function roughMoneySpan(from: number, to: number, currency: string): string {
  return `${roughNumber(from)} to ${roughMoney(to, currency)}`;
}

function roughNumber(value: number): string {
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent < 2) return numberLabel(Number(value.toFixed(exponent >= 0 ? 1 : Math.min(3, 1 - exponent))));
  const step = 10 ** (exponent - 2);
  return numberLabel(Math.round(value / step) * step);
}

/** `all of the annual benefit depends on figures that are only asserted (users)`, `80% … on estimates (users)`. */
export function groundsClause({ grounds, inputs }: ValueStanding): string {
  if (grounds === undefined) return "";
  const { estimated, asserted } = grounds;
  const named = (grade: Grade) =>
    listLabel(
      inputs.filter((input) => input.standsAs === grade && BENEFIT.has(input.name)).map(({ name }) => inputLabel(name)),
    );
  if (asserted > 0)
    return (
      `${partLabel(asserted)} of the annual benefit depends on figures that are only asserted (${named("asserted")})` +
      `${estimated > 0 ? `, ${shareLabel(estimated)} on estimates (${named("estimated")})` : ""}`
    );
  if (estimated > 0) {
    const part = partLabel(estimated);
    return `${part} of the annual benefit depends on estimates (${named("estimated")})`;
  }
  return "the whole annual benefit is based on measured figures";
}

const BENEFIT: ReadonlySet<string> = new Set(
  VALUE_INPUTS.filter(({ role }) => role === "factor" || role === "rate" || role === "revenue").map(({ name }) => name),
);

function partLabel(share: number): string {
  return share >= 1 ? "all" : shareLabel(share);
}

/** `measured`; `asserted (called measured, without a source)`. */
export function gradeLabel({ grade, standsAs }: ValueInput): string {
  return grade === standsAs
    ? grade
    : `${standsAs} (called ${grade}, without ${grade === "measured" ? "a source" : "a reason"})`;
}

/** `2 of 9 inputs are only asserted: users and build_cost`; "" where there are no inputs. */
export function assertedClause({ inputs }: ValueStanding): string {
  if (inputs.length === 0) return "";
  const asserted = inputs.filter((input) => input.standsAs === "asserted").map(({ name }) => inputLabel(name));
  const of = `of ${inputs.length} ${inputs.length === 1 ? "input" : "inputs"}`;
  if (asserted.length === 0)
    return inputs.length === 1 ? "the input has a source" : `all ${inputs.length} inputs have a source`;
  return `${asserted.length} ${of} ${asserted.length === 1 ? "is" : "are"} only asserted: ${listLabel(asserted)}`;
}

/**
 * What to say where the log and value.yaml disagree on what models or people's review cost, or are both silent on
 * models; "" where there is nothing to say. What turns the verdict is said apart, by `contradictionClause`.
 */
export function loggedCostClause({
  modelCost,
  reviewCost,
  contradictions,
  impact,
}: Pick<ValueStanding, "modelCost" | "reviewCost" | "contradictions" | "impact">): string {
  const silent =
    modelCost.used === undefined && impact !== undefined
      ? [
          "the cost of models is not known, so none is subtracted: state model_cost, or log tasks with their " +
            "token spend",
        ]
      : [];
  const told = new Set(contradictions.flatMap(({ costs }) => costs.map(({ name }) => name)));
  const apart = [modelCost, reviewCost].filter(({ name }) => !told.has(name)).flatMap(apartClause);
  return [...silent, ...apart].join("; ");
}

function apartClause({ name, stated, projected, differs }: LoggedCost): readonly string[] {
  if (!differs || stated === undefined || projected === undefined) return [];
  return [
    `${costLabel(name)}, value.yaml states ${moneyLabel(stated)} a year and the log projects ` +
      `${moneyLabel(projected)}: more than a factor of ${LOGGED_COST_FACTOR} apart`,
  ];
}

/** `5.2 to 19.8 months`: the payback with an input at the low and at the high end of its range. */
export function swingEnds(low: Rational | "never", high: Rational | "never"): string {
  const [a, b] = low !== "never" && (high === "never" || compareRationals(low, high) <= 0) ? [low, high] : [high, low];
  const label = (months: Rational | "never") => (months === "never" ? "never" : numberLabel(roundRational(months, 1)));
  return a === "never" ? "never" : b === "never" ? `${label(a)} months to never` : `${label(a)} to ${label(b)} months`;
}
