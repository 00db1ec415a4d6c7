import type { Decimal } from "../scalars/decimal.ts";
import type { Money } from "../scalars/money.ts";
import type { BusinessCase, Estimate } from "./value.ts";

/** What an input does in the two calculators. */
export type InputRole =
  | "factor" // of the time saved: users, tasks, minutes, days
  | "rate" // what an hour of that time is worth
  | "revenue" // comes in every year
  | "running" // is paid every year
  | "once"; // is paid once

interface InputSpec<Key extends keyof BusinessCase, Role extends InputRole> {
  readonly key: Key;
  /** As in value.yaml. */
  readonly name: string;
  readonly role: Role;
  /** The impact, or the payback, cannot be told without it. */
  readonly needed: boolean;
  /** The least and the most that it can be in the world; undefined where nothing is too little. */
  readonly least: number | undefined;
  readonly most: number;
  /** Whether it counts people or days, which come in whole numbers. */
  readonly whole: boolean;
}

/** A hundred trillion: beyond what any idea costs or brings a year, be it in rupiah. */
const MOST_MONEY = 100_000_000_000_000;

function number<Key extends keyof BusinessCase>(
  key: Key,
  name: string,
  { least, most, whole = false }: { least?: number; most: number; whole?: boolean },
): InputSpec<Key, "factor"> {
  return { key, name, role: "factor", needed: true, least, most, whole };
}

function money<Key extends keyof BusinessCase, Role extends "rate" | "revenue" | "running" | "once">(
  key: Key,
  name: string,
  role: Role,
  { needed }: { needed: boolean } = { needed: false },
): InputSpec<Key, Role> {
  return {
    key,
    name,
    role,
    needed,
    least: role === "revenue" ? undefined : 0,
    most: role === "rate" ? 1_000_000_000 : MOST_MONEY,
    whole: false,
  };
}

/** Every input of the two calculators, in the order in which it is listed, and in which nothing depends on the file. */
export const VALUE_INPUTS = [
  // There are not more people.
  number("users", "users", { least: 0, most: 9_000_000_000, whole: true }),
  // One every second.
  number("tasksPerDay", "tasks_per_day", { least: 0, most: 86_400 }),
  // A tool may slow people down; nothing saves more than the day has.
  number("minutesSaved", "minutes_saved", { most: 1440 }),
  money("hourlyRate", "hourly_rate", "rate", { needed: true }),
  number("workdaysPerYear", "workdays_per_year", { least: 0, most: 366, whole: true }),
  money("incrementalRevenue", "incremental_revenue", "revenue"),
  money("platformCost", "platform_cost", "running"),
  money("modelCost", "model_cost", "running"),
  money("reviewCost", "review_cost", "running"),
  money("supportCost", "support_cost", "running"),
  money("buildCost", "build_cost", "once", { needed: true }),
  money("changeCost", "change_cost", "once"),
] as const;

export type ValueInputSpec = (typeof VALUE_INPUTS)[number];
export type InputName = ValueInputSpec["name"];

/** The input as value.yaml has it. */
export function estimateOf(
  value: BusinessCase,
  { key }: ValueInputSpec,
): Estimate<Decimal> | Estimate<Money> | undefined {
  return value[key];
}

export function isMoney(figure: Decimal | Money): figure is Money {
  return "currency" in figure;
}
