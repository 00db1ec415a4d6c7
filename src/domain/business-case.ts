import type { Costs } from "./costs.ts";
import { addDecimals, compareDecimals, decimal, divideDecimals, multiplyDecimals, roundDecimal, subtractDecimals, type Decimal } from "./decimal.ts";
import { moneyDecimal, type Money } from "./money.ts";
import { currencyExponent } from "./currency.ts";
import { inCurrency } from "./spend.ts";
import type { BusinessCase, Estimate, Grade } from "./value.ts";
import { moneyLabel, numberLabel } from "./wording.ts";

/** The inputs that the impact cannot do without, by their names in value.yaml. */
const NEEDED = { users: "users", tasksPerDay: "tasks_per_day", minutesSaved: "minutes_saved", hourlyRate: "hourly_rate", workdaysPerYear: "workdays_per_year" } as const;

/** One input as the memo lists it. */
export interface ValueInput {
  /** As in value.yaml: `minutes_saved`. */
  readonly name: string;
  readonly text: string;
  readonly grade: Grade;
  readonly source?: string;
}

/** What the idea is worth, at the likely figure of every input. */
export interface ValueStanding {
  readonly currency: string;
  readonly inputs: readonly ValueInput[];
  /** Inputs that are missing, or in a currency without a rate, by their names in value.yaml. */
  readonly missing: readonly string[];
  /** Annual net impact; undefined while inputs are missing. */
  readonly impact: Money | undefined;
  /** One-time build and change costs. */
  readonly investment: Money | undefined;
  /** Months, to one decimal; undefined while inputs are missing, "never" where the net impact is zero or negative. */
  readonly payback: Decimal | "never" | undefined;
  readonly paybackThreshold: Decimal | undefined;
  readonly impactThreshold: Money | undefined;
  /** Whether every threshold that was set is met; undefined where none was set or the case is incomplete. */
  readonly meetsThresholds: boolean | undefined;
}

/**
 * Impact (annual) = users × tasks a day × minutes saved ÷ 60 × hourly rate × working days a year + incremental revenue
 * − (platform + model + support) a year. Payback (months) = (build + change) ÷ (impact ÷ 12). Both are reckoned
 * sixtyfold and in integers, so that a payback of exactly 12 months meets a threshold of 12.
 */
export function valueStanding(value: BusinessCase, costs: Costs, currency: string): ValueStanding {
  const missing: string[] = [];
  const amount = (name: string, estimate: Estimate<Money> | undefined, needed: boolean): Decimal => {
    if (estimate === undefined) {
      if (needed) missing.push(name);
      return decimal(0);
    }
    const money = inCurrency(estimate.likely, currency, costs);
    if (money === undefined) missing.push(name);
    return money === undefined ? decimal(0) : moneyDecimal(money);
  };
  for (const key of ["users", "tasksPerDay", "minutesSaved", "workdaysPerYear"] as const) {
    if (value[key] === undefined) missing.push(NEEDED[key]);
  }
  const rate = amount(NEEDED.hourlyRate, value.hourlyRate, true);
  const factors = [value.users, value.tasksPerDay, value.minutesSaved, value.workdaysPerYear];
  const saved = factors.reduce((product, factor) => multiplyDecimals(product, factor?.likely ?? decimal(0)), rate);
  const revenue = amount("incremental_revenue", value.incrementalRevenue, false);
  const running = [
    amount("platform_cost", value.platformCost, false),
    amount("model_cost", value.modelCost, false),
    amount("support_cost", value.supportCost, false),
  ].reduce(addDecimals);
  const sixtyfold = addDecimals(saved, multiplyDecimals(decimal(60), subtractDecimals(revenue, running)));
  const impactMissing = missing.length > 0;
  const investment = addDecimals(amount("build_cost", value.buildCost, true), amount("change_cost", value.changeCost, false));
  // A threshold that cannot be compared is not met: nothing is judged without it.
  if (value.impactThreshold !== undefined && inCurrency(value.impactThreshold, currency, costs) === undefined) missing.push("thresholds.impact");
  const complete = missing.length === 0;
  const impact = impactMissing ? undefined : roundedMoney(divideDecimals(sixtyfold, decimal(60), 6), currency);
  const positive = sixtyfold.digits > 0n;
  const payback = !complete ? undefined : !positive ? ("never" as const) : divideDecimals(multiplyDecimals(investment, decimal(720)), sixtyfold, 1);
  return {
    currency,
    inputs: valueInputs(value),
    missing,
    impact,
    investment: complete ? roundedMoney(investment, currency) : undefined,
    payback,
    paybackThreshold: value.paybackThreshold,
    impactThreshold: value.impactThreshold,
    meetsThresholds: complete ? thresholdsMet(value, sixtyfold, investment, costs, currency) : undefined,
  };
}

function thresholdsMet(value: BusinessCase, sixtyfold: Decimal, investment: Decimal, costs: Costs, currency: string): boolean | undefined {
  const verdicts: boolean[] = [];
  if (value.paybackThreshold !== undefined) {
    const inTime = compareDecimals(multiplyDecimals(investment, decimal(720)), multiplyDecimals(value.paybackThreshold, sixtyfold)) <= 0;
    verdicts.push(sixtyfold.digits > 0n && inTime);
  }
  const least = value.impactThreshold && inCurrency(value.impactThreshold, currency, costs);
  if (least !== undefined) verdicts.push(compareDecimals(sixtyfold, multiplyDecimals(decimal(60), moneyDecimal(least))) >= 0);
  return verdicts.length === 0 ? undefined : verdicts.every(Boolean);
}

function roundedMoney(amount: Decimal, currency: string): Money {
  const exponent = currencyExponent(currency) ?? 2;
  return { minor: roundDecimal(amount, exponent).digits, currency };
}

function valueInputs(value: BusinessCase): readonly ValueInput[] {
  const inputs: ValueInput[] = [];
  const put = <T>(name: string, estimate: Estimate<T> | undefined, text: (figure: T) => string) => {
    if (estimate === undefined) return;
    const { low, likely, high, grade, source } = estimate;
    const range = text(low) === text(high) ? text(likely) : `${text(likely)} (${text(low)} to ${text(high)})`;
    inputs.push({ name, text: range, grade, ...(source === undefined ? {} : { source }) });
  };
  put("users", value.users, numberLabel);
  put("tasks_per_day", value.tasksPerDay, numberLabel);
  put("minutes_saved", value.minutesSaved, numberLabel);
  put("hourly_rate", value.hourlyRate, moneyLabel);
  put("workdays_per_year", value.workdaysPerYear, numberLabel);
  put("incremental_revenue", value.incrementalRevenue, moneyLabel);
  put("platform_cost", value.platformCost, moneyLabel);
  put("model_cost", value.modelCost, moneyLabel);
  put("support_cost", value.supportCost, moneyLabel);
  put("build_cost", value.buildCost, moneyLabel);
  put("change_cost", value.changeCost, moneyLabel);
  return inputs;
}
