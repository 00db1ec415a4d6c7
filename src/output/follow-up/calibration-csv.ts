import type { ForecastReport } from "../../app/follow-up/compare-forecasts.ts";
import type { FollowedFigure } from "../../domain/follow-up/calibration.ts";
import { decimalText } from "../../domain/scalars/decimal.ts";
import type { Quantity } from "../../domain/scalars/quantity.ts";
import { csvText, numberCell, textCell, type CsvCell } from "../views/csv-text.ts";

const COLUMNS: readonly (readonly [name: string, of: (one: FollowedFigure) => CsvCell])[] = [
  ["folder", ({ place }) => textCell(place)],
  ["title", ({ title }) => textCell(title)],
  ["team", ({ team }) => textCell(team)],
  ["kind", ({ line }) => textCell(line.kind)],
  ["name", ({ name }) => textCell(name)],
  ["unit", ({ line }) => textCell(line.figure.unit)],
  ["forecast", ({ line }) => amount(line.figure)],
  ["low", ({ line }) => amount(line.low)],
  ["high", ({ line }) => amount(line.high)],
  ["actual", ({ actual }) => (actual === "never" ? textCell(actual) : amount(actual))],
  ["ratio", ({ ratio }) => (ratio === undefined || !Number.isFinite(ratio) ? undefined : numberCell(String(ratio)))],
  ["within", ({ within }) => (within === undefined ? undefined : textCell(within ? "yes" : "no"))],
  ["worse", ({ worse }) => textCell(worse ? "yes" : "no")],
  ["due", ({ due }) => textCell(due)],
  ["answered_on", ({ answered }) => textCell(answered)],
  ["entry", ({ entry }) => textCell(entry)],
];

/** A row for each forecast that was answered; figures in the unit that stands beside them. It has no medians. */
export function calibrationCsv({ calibration: { outcomes } }: ForecastReport): string {
  return csvText([COLUMNS.map(([name]) => textCell(name)), ...outcomes.map((one) => COLUMNS.map(([, of]) => of(one)))]);
}

function amount(figure: Quantity | undefined): CsvCell {
  return figure && numberCell(decimalText(figure.amount));
}
