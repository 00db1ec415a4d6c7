import type { ValueResult } from "../../app/views/show-value.ts";
import type { ValueStanding } from "../../domain/business-case/business-case.ts";
import { decimalText, shortDecimalText } from "../../domain/scalars/decimal.ts";
import { moneyDecimal, type Money } from "../../domain/scalars/money.ts";
import { roundRational, type Rational } from "../../domain/scalars/rational.ts";
import { sunkCost } from "../../domain/spend/effort.ts";
import { breakEvensOf, simulationOf, swingsOf } from "../../domain/business-case/value-outlook.ts";
import type { BreakEven } from "../../domain/business-case/break-even.ts";
import { csvText, numberCell, textCell, type CsvCell } from "./csv-text.ts";
import type { Swing } from "../../domain/business-case/value-swings.ts";

const COLUMNS = [
  "part",
  "name",
  "unit",
  "low",
  "likely",
  "high",
  "grade",
  "known_from",
  "break_even",
  "break_even_is",
  "payback_at_low",
  "payback_at_high",
  "impact_at_low",
  "impact_at_high",
  "turns_the_answer",
] as const;
type Column = (typeof COLUMNS)[number];
type CsvRow = Partial<Record<Column, CsvCell>>;

/**
 * The business case as one table: a row for each input, then the results, then what was drawn, where low, likely and
 * high are what 10, 50 and 90 percent of the draws stay below. Amounts are in the currency of the PoC, paybacks in
 * months.
 */
export function valueCsv({ standing, value, changes }: Pick<ValueResult, "standing" | "value" | "changes">): string {
  const rows = [
    ...changes.map(({ name, before, after }): CsvRow => ({
      part: textCell("what if"),
      name: textCell(name),
      known_from: textCell(`${after}${before === "" ? "" : `, not ${before}`}`),
    })),
    ...inputRows(value),
    ...results(value, "result"),
    ...(changes.length === 0 ? [] : results(standing.value, "result as it stands")),
    ...simulated(value),
    ...sunkRows(standing),
  ];
  return csvText([
    COLUMNS.map((column) => textCell(column)),
    ...rows.map((row) => COLUMNS.map((column) => row[column])),
  ]);
}

function inputRows(value: ValueStanding): readonly CsvRow[] {
  const [evens, swings] = [breakEvensOf(value), swingsOf(value)];
  return value.converted.map((input) => {
    const named = ({ name }: { readonly name: string }) => name === input.spec.name;
    return inputRow(input, value, evens.find(named)?.breakEven, swings.find(named));
  });
}

function inputRow(
  { spec, low, likely, high }: ValueStanding["converted"][number],
  value: ValueStanding,
  even: BreakEven | undefined,
  swing: Swing | undefined,
): CsvRow {
  const input = value.inputs.find(({ name }) => name === spec.name);
  const known = [input?.source, input?.reason, ...(input?.entries ?? [])]
    .filter((text) => text !== undefined)
    .join("; ");
  return {
    part: textCell("input"),
    name: textCell(spec.name),
    unit: spec.role === "factor" ? undefined : textCell(value.currency),
    low: fraction(low),
    likely: fraction(likely),
    high: fraction(high),
    grade: input === undefined ? undefined : textCell(input.standsAs),
    known_from: known === "" ? undefined : textCell(known),
    ...(even === undefined
      ? {}
      : even.kind === "at"
        ? { break_even: fraction(even.figure), break_even_is: textCell(even.side) }
        : { break_even_is: textCell(even.kind) }),
    ...(swing === undefined
      ? {}
      : {
          payback_at_low: months(swing.atLow.payback),
          payback_at_high: months(swing.atHigh.payback),
          impact_at_low: fraction(swing.atLow.impact),
          impact_at_high: fraction(swing.atHigh.impact),
          turns_the_answer: textCell(swing.crosses ? "yes" : "no"),
        }),
  };
}

function results(value: ValueStanding, part: string): readonly CsvRow[] {
  const row = (name: string, unit: string, likely: CsvCell): readonly CsvRow[] =>
    likely === undefined ? [] : [{ part: textCell(part), name: textCell(name), unit: textCell(unit), likely }];
  const verdict = value.meetsThresholds === undefined ? "open" : value.meetsThresholds ? "met" : "missed";
  return [
    ...row("impact", `${value.currency} a year`, amount(value.impact)),
    ...row(
      "impact_threshold",
      value.impactThreshold === undefined ? "" : `${value.impactThreshold.currency} a year`,
      amount(value.impactThreshold),
    ),
    ...row("investment", value.currency, amount(value.investment)),
    ...row("payback", "months", value.exact && months(value.exact.payback)),
    ...row(
      "payback_threshold",
      "months",
      value.paybackThreshold && numberCell(shortDecimalText(value.paybackThreshold)),
    ),
    ...row("thresholds", "", textCell(verdict)),
  ];
}

function simulated(value: ValueStanding): readonly CsvRow[] {
  const { currency } = value;
  const simulation = simulationOf(value);
  if (simulation === undefined) return [];
  const part = textCell("simulation");
  const spread = (name: string, unit: string, { p10, p50, p90 }: typeof simulation.impact): CsvRow => ({
    part,
    name: textCell(name),
    unit: textCell(unit),
    low: drawn(p10),
    likely: drawn(p50),
    high: drawn(p90),
  });
  const single = (name: string, figure: number | undefined): CsvRow => ({
    part,
    name: textCell(name),
    likely: figure === undefined ? undefined : drawn(figure),
  });
  return [
    spread("payback", "months", simulation.payback),
    spread("impact", `${currency} a year`, simulation.impact),
    ...(simulation.meets === undefined ? [] : [single("share_meeting_thresholds", simulation.meets)]),
    single("share_never_paying_back", simulation.never),
    single("draws", simulation.draws),
    single("seed", simulation.seed),
    { part, name: textCell("shape"), likely: textCell(simulation.shape) },
  ];
}

function sunkRows(standing: ValueResult["standing"]): readonly CsvRow[] {
  const { spend, loaded } = sunkCost(standing);
  const row = (name: string, money: Money): CsvRow => ({
    part: textCell("sunk"),
    name: textCell(name),
    unit: textCell(money.currency),
    likely: amount(money),
  });
  return [row("spend", spend), ...(loaded === undefined ? [] : [row("spend_with_time", loaded)])];
}

function amount(money: Money | undefined): CsvCell {
  return money && numberCell(decimalText(moneyDecimal(money)));
}

const PLACES = 6;

function fraction(value: Rational): CsvCell {
  return numberCell(shortDecimalText(roundRational(value, PLACES)));
}

function months(payback: Rational | "never"): CsvCell {
  return payback === "never" ? textCell(payback) : fraction(payback);
}

function drawn(value: number): CsvCell {
  return Number.isFinite(value) ? numberCell(value.toFixed(PLACES).replace(/\.?0+$/, "")) : textCell("never");
}
