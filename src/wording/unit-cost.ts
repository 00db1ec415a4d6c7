import {
  decimal,
  decimalNumber,
  divideDecimals,
  multiplyDecimals,
  roundDecimal,
  type Decimal,
} from "../domain/scalars/decimal.ts";
import { moneyShare, sumMoney } from "../domain/scalars/money.ts";
import { ratioLabel, type MoneyRatio } from "../domain/scalars/money-ratio.ts";
import type { MeanTime, NoUnitCost, UnitCost, UnitEconomics } from "../domain/spend/unit-economics.ts";
import { countLabel, numberLabel, shareLabel } from "../domain/scalars/labels.ts";

/** What a task costs in words, the same in status, memo and JSON. */

/** `4.5 cents a task, 5.2 cents a successful one`. The exact figures are in the JSON and in the memo's appendix. */
export function unitCostLabel({ perTask, perSuccess }: UnitCost): string {
  const label = [perTask, perSuccess].every((price) => price === undefined || isCents(price)) ? centsLabel : ratioLabel;
  const success = perSuccess === undefined ? "no successful task" : `${label(perSuccess)} a successful one`;
  return `${label(perTask)} a task, ${success}`;
}

/** Currencies whose hundredth part people call a cent. */
const WITH_CENTS: ReadonlySet<string> = new Set(["EUR", "USD", "AUD", "CAD", "NZD", "SGD", "HKD", "ZAR"]);

/** Whether a price is more than nothing and less than one of its currency. */
function isCents({ amount, per }: MoneyRatio): boolean {
  return WITH_CENTS.has(amount.currency) && amount.minor > 0n && amount.minor < 100n * per;
}

/** `4.5 cents`, `0.37 cents`, `18 cents`: to two digits. */
function centsLabel({ amount, per }: MoneyRatio): string {
  const cents = divideDecimals(decimalOf(amount.minor), decimalOf(per), 12);
  const places = Math.min(8, Math.max(0, 1 - Math.floor(Math.log10(decimalNumber(cents)))));
  const text = numberLabel(roundDecimal(cents, places));
  return `${text} ${text === "1" ? "cent" : "cents"}`;
}

function decimalOf(digits: bigint): Decimal {
  return { digits, scale: 0 };
}

/** Why the cost of a task is not known: `no tasks were logged`. */
export function noUnitCostClause(why: NoUnitCost): string {
  switch (why.code) {
    case "no-tasks":
      return "no tasks were logged";
    case "no-tasks-on-arm":
      return `no tasks were logged on ${why.arm}, the arm that is judged`;
    case "paid-back":
      return "refunds exceed what was spent on them";
    case "no-spend-beside-tasks": {
      const what = why.source.kind === "tasks" ? "tasks" : `results of ${why.source.id}`;
      return `no entry has token spend together with ${what}${why.arm === "" ? "" : ` on ${why.arm}`}`;
    }
  }
}

/** `262 of 300 tasks`, `cases of wrong-rate` where no tasks were logged. */
export function tasksLabel(
  { attempted, succeeded }: UnitCost,
  { source, arm }: Pick<UnitEconomics, "source" | "arm">,
): string {
  const what =
    source?.kind === "eval" ? `${countLabel(attempted, "case")} of ${source.id}` : countLabel(attempted, "task");
  return `${numberLabel(succeeded)} of ${what} went well${arm === "" ? "" : `, arm ${arm}`}`;
}

/** `18%`: how much of the token spend belongs to none of these tasks; "" where all of it does, or there is none. */
export function apartShareLabel({ apart, cost, currency }: UnitEconomics): string {
  if (cost === undefined || apart.minor <= 0n) return "";
  return shareLabel(moneyShare(apart, sumMoney([apart, cost.spend], currency)));
}

const STEPS = [
  ["ms", 1],
  ["s", 1000],
  ["min", 60_000],
  ["h", 3_600_000],
] as const;

/** `450 ms`, `1.84 s`, `2.5 min`: in the unit that suits it, to three digits. */
export function meanTimeLabel({ milliseconds, outputs }: MeanTime): string {
  const mean = (length: number): Decimal =>
    divideDecimals(milliseconds, multiplyDecimals(decimal(outputs), decimal(length)), 12);
  const size = decimalNumber(mean(1));
  const [unit, length] = STEPS.findLast(([, step]) => size >= step) ?? STEPS[0];
  const value = mean(length);
  const places = size === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(decimalNumber(value))));
  return `${numberLabel(roundDecimal(value, Math.min(places, 12)))} ${unit}`;
}
