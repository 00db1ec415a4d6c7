import type { DueStanding, FollowUpStanding, LoggedFollowUp } from "../../domain/follow-up/follow-up-standing.ts";
import type { ForecastOutcome } from "../../domain/follow-up/compare-actual.ts";
import {
  lineName,
  MONTHS,
  type Actual,
  type ForecastKind,
  type ForecastLine,
} from "../../domain/records/forecast/forecast.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { currencyExponent } from "../../domain/scalars/currency.ts";
import { decimalNumber, roundDecimal } from "../../domain/scalars/decimal.ts";
import { countLabel, grouped, monthsLabel, numberLabel } from "../../domain/scalars/labels.ts";
import type { Quantity } from "../../domain/scalars/quantity.ts";
import { namedAs } from "../people.ts";

const KINDS: Readonly<Record<ForecastKind, string>> = {
  metric: "Metrics",
  "unit-cost": "Cost of a task",
  value: "Value of a year",
  payback: "Payback",
};

/** `Cost of a task`: a kind of forecast as a heading. */
export function forecastKindLabel(kind: ForecastKind): string {
  return KINDS[kind];
}

/** `wrong-rate`, `cost of a task`: what a line is a forecast of. */
export function forecastLabel(line: ForecastLine): string {
  return line.kind === "metric" ? (line.eval ?? "") : KINDS[line.kind].toLowerCase();
}

/** What a person is asked of a line. */
export function forecastQuestion(line: ForecastLine): string {
  const promised = `promised: ${promisedLabel(line)}`;
  switch (line.kind) {
    case "metric":
      return `What is ${line.eval ?? ""} in use? (${promised}; return: not known)`;
    case "unit-cost":
      return `What does a task cost in use? (${promised}; return: not known)`;
    case "value":
      return `What does a year bring, at today's pace? (${promised}; return: not known)`;
    case "payback":
      return `After how many months does it pay back, at today's pace? (${promised}; return: not known)`;
  }
}

/** `11.2%, 80% range 8.3% to 14.2%`. */
function promisedLabel(line: ForecastLine): string {
  const range = rangeLabel(line);
  return `${figureLabel(line.figure)}${range === "" ? "" : `, 80% range ${range}`}`;
}

/** `8.3% to 14.2%`; "" where the records gave none. */
export function rangeLabel({ low, high }: Pick<ForecastLine, "low" | "high">): string {
  if (low === undefined) return "";
  return `${figureLabel(low)} to ${high === undefined ? "never" : figureLabel(high)}`;
}

/** Digits that people can use. */
const SIGNIFICANT = 3;

/** `11.2%`, `37,400 EUR`, `0.0453 EUR`, `9.1 months`, `never`. */
export function figureLabel(actual: Actual): string {
  if (actual === "never") return actual;
  const { amount, unit } = actual;
  if (unit === MONTHS) return monthsLabel(roundDecimal(amount, 1));
  const text = numberLabel(roundDecimal(amount, decimalsOf(actual)));
  return unit === "" || unit === "%" ? `${text}${unit}` : `${text} ${unit}`;
}

function decimalsOf({ amount, unit }: Quantity): number {
  const size = Math.abs(decimalNumber(amount));
  if (unit === "%") return 1;
  if (currencyExponent(unit) !== undefined && size >= 100) return 0;
  return size === 0 ? 0 : Math.min(12, Math.max(0, SIGNIFICANT - 1 - Math.floor(Math.log10(size))));
}

/** `1.25×`, `0.8×`; `never` where it never pays back, `–` where nothing is a multiple of what was promised. */
export function ratioLabel(ratio: number | undefined): string {
  if (ratio === undefined) return "–";
  if (!Number.isFinite(ratio)) return "never";
  return `${grouped(ratio.toFixed(2).replace(/\.?0+$/, ""))}×`;
}

/** `12% (1.1×), worse than promised, within the 80% range`: what came true of a line. */
export function outcomeClause({ actual, ratio, within, worse, line }: ForecastOutcome): string {
  const times = ratio === undefined || ratio === Infinity ? "" : ` (${ratioLabel(ratio)})`;
  const parts = [
    `${figureLabel(actual)}${times}`,
    worse ? "worse than promised" : isSame(actual, line) ? "as promised" : "better than promised",
    within === undefined ? undefined : within ? "within the 80% range" : "outside the 80% range",
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function isSame(actual: Actual, { figure }: ForecastLine): boolean {
  return actual !== "never" && decimalNumber(actual.amount) === decimalNumber(figure.amount);
}

/** Where one of the days stands: `Thu 4 Mar 2027: 12 days overdue`. */
export function dueClause({ state, answers, rivals }: DueStanding, overdueDays: number | undefined): string {
  switch (state) {
    case "ahead":
      return "not due yet";
    case "open":
      return "can be answered now";
    case "overdue":
      return overdueDays === undefined ? "not answered" : `${countLabel(overdueDays, "day")} overdue`;
    case "answered":
      return answers.map(answeredClause).join("; ");
    case "disputed":
      return `two answers differ: ${rivals.map(({ entry }) => entry.id).join(", ")}`;
    case "skipped":
      return "not answered; a later day was";
    case "closed":
      return "no longer asked";
  }
}

function answeredClause({ entry, followUp: { notInUse } }: LoggedFollowUp): string {
  const told = `answered ${longDateLabel(entry.date)} by ${namedAs(entry.by, entry)} (${entry.id})`;
  return notInUse === undefined ? told : `${told}: no longer in use, ${notInUse}`;
}

/** The command that records what came true, with the names that are left open. */
export function followUpCommand(lines: readonly ForecastLine[]): string {
  return `poc followup ${lines.map((line) => `--actual ${lineName(line)}=…`).join(" ")} --source "…"`;
}

/** `a go by Marta Weiss on Fri 4 Dec 2026 (k7f3q2m)`. */
export function decidedClause({ decision: { entry, decision } }: FollowUpStanding): string {
  const what = decision.outcome === "conditional" ? "a conditional go" : "a go";
  return `${what} by ${namedAs(decision.by, entry)} on ${longDateLabel(entry.date)} (${entry.id})`;
}
