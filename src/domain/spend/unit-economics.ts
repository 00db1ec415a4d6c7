import { hourlyRateOf, type Costs } from "../records/costs.ts";
import {
  addDecimals,
  decimal,
  DecimalSum,
  divideHalfEven,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
  type Decimal,
} from "../scalars/decimal.ts";
import { durationIn } from "../scalars/duration.ts";
import type { Entry } from "../records/entry.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { roundedMoney, type Money } from "../scalars/money.ts";
import { exactRatio, ratioTimes, type MoneyRatio } from "../scalars/money-ratio.ts";
import type { Definitions } from "../records/records.ts";
import { replacementBy, type Replacements } from "./replacement.ts";
import { inCurrency, type SpendStanding } from "./spend.ts";
import { taskRuns, type TaskRun, type TaskRuns, type TaskSource } from "./task-runs.ts";
import { isUnread } from "../records/unread.ts";
import type { BusinessCase } from "../records/value.ts";
import type { SpendItem } from "./spend-item.ts";

/** What tasks cost, as exact ratios. */
export interface UnitCost {
  readonly spend: Money;
  readonly attempted: number;
  readonly succeeded: number;
  readonly perTask: MoneyRatio;
  /** Undefined where no task went well: then there is nothing to divide by. */
  readonly perSuccess: MoneyRatio | undefined;
  readonly entries: readonly string[];
}

/** The mean time of an output, weighted by how many there were. */
export interface MeanTime {
  /** Of all outputs together. */
  readonly milliseconds: Decimal;
  readonly outputs: number;
  readonly entries: readonly string[];
}

/** A year in production, at the likely users, tasks a day and working days of value.yaml. */
export interface UnitProjection {
  readonly tasks: Decimal;
  readonly modelCost: Money;
  /** What it costs to look at every output as long as people did so far; undefined where no review time was logged. */
  readonly reviewCost: Money | undefined;
  /** What an hour of theirs costs: that of the users in value.yaml, else the default of costs.yaml. */
  readonly hourly: Money | undefined;
  readonly entries: readonly string[];
}

/** Why the cost of a task is not known. `wording/unit-cost.ts` makes the sentence. */
export type NoUnitCost =
  | { readonly code: "no-tasks" }
  | { readonly code: "no-tasks-on-arm"; readonly arm: string }
  /** More money came back than was spent. */
  | { readonly code: "paid-back" }
  /**
   * No entry holds token spend together with what the tasks are counted by. `arm`: "" where arms are not told apart.
   */
  | { readonly code: "no-spend-beside-tasks"; readonly source: TaskSource; readonly arm: string };

/** Token spend and the tasks it was spent on. */
export interface UnitEconomics {
  readonly currency: string;
  readonly source: TaskSource | undefined;
  /** The arm whose tasks are priced; "" where arms are not told apart. */
  readonly arm: string;
  /** Tokens of entries that hold tasks of the judged arm, over these tasks. */
  readonly cost: UnitCost | undefined;
  /** Why there is no cost. */
  readonly why: NoUnitCost | undefined;
  /** Token spend beside no such task: indexing, retries, other arms. */
  readonly apart: Money;
  readonly apartEntries: readonly string[];
  /** All token spend over all tasks: what it cost with everything in it. */
  readonly all: UnitCost | undefined;
  readonly latency: MeanTime | undefined;
  readonly review: MeanTime | undefined;
  readonly projection: UnitProjection | undefined;
  /** People's review of every task of a year, known without what a task costs; undefined where nobody said how long. */
  readonly yearOfReview: Money | undefined;
}

/**
 * What a task costs: token spend, in the currency of the cap, over the tasks of the judged arm. Spend and tasks are
 * matched entry by entry, and an entry that holds tasks of other arms too is left out, since nobody knows which arm
 * took what. Costs are exact ratios; nothing is rounded before it is shown. `cost` is undefined, and `why` says so,
 * where no tasks were logged, none on the judged arm, or none beside token spend. A year in production is the cost of
 * a task times users, tasks a day and working days of value.yaml.
 *
 * @param evals tell which arm is judged, and count as tasks where nobody logged tasks as such
 */
export function unitEconomics(
  counted: readonly Entry[],
  spend: SpendStanding,
  evals: readonly EvalStanding[],
  { value, costs }: Pick<Definitions, "value" | "costs">,
): UnitEconomics {
  const runs = taskRuns(counted, evals);
  const { currency } = spend;
  const tokens = tokenCosts(spend);
  const [own, apart] = parted(tokens, ofJudgedArm(runs));
  const paid = new Set(own.map(({ entry }) => entry));
  const cost = unitCost(
    own,
    runs.judged.filter(({ entry }) => paid.has(entry)),
    currency,
  );
  const [latency, review] = [meanTime(runs.judged, "latency"), meanTime(runs.judged, "review")];
  const [total, ofOwn] = [exactOf(tokens), exactOf(own)];
  const year = yearOf(review, currency, value, costs);
  return {
    currency,
    source: runs.source,
    arm: runs.arm,
    cost,
    why: cost === undefined ? whyNot(runs, own.length > 0) : undefined,
    apart: roundedMoney(subtractDecimals(total, ofOwn), currency),
    apartEntries: spentIn(apart),
    all: unitCost(tokens, runs.all, currency),
    latency,
    review,
    projection: cost && year && projection(cost, year, review),
    yearOfReview: year?.reviewCost,
  };
}

/** What models and people's review would cost a year; undefined where the log does not tell. */
export function projectedCosts({ projection: year, cost, review, yearOfReview }: UnitEconomics): {
  readonly modelCost: ProjectedCost | undefined;
  readonly reviewCost: ProjectedCost | undefined;
} {
  return {
    modelCost: year && { cost: year.modelCost, entries: cost?.entries ?? [] },
    reviewCost: yearOfReview && { cost: yearOfReview, entries: review?.entries ?? [] },
  };
}

interface ProjectedCost {
  readonly cost: Money;
  readonly entries: readonly string[];
}

/** Token spend on what an entry holds. */
interface TokenCost {
  readonly entry: Entry;
  /** With all its digits, in whole units of the currency. */
  readonly amount: Decimal;
  /** Where the amount stands: in the entry itself, or in that of the bill which took the place of its amount. */
  readonly from: Entry;
}

function parted<T>(
  items: readonly T[],
  isOwn: (item: T) => boolean,
): readonly [own: readonly T[], others: readonly T[]] {
  const [own, others]: [T[], T[]] = [[], []];
  for (const item of items) (isOwn(item) ? own : others).push(item);
  return [own, others];
}

/** Token spend line by line, as it counts towards the total. */
function tokenCosts({ items, replaced }: SpendStanding): readonly TokenCost[] {
  const costs: TokenCost[] = [];
  for (const item of items) {
    const { entry, exact, category } = item;
    if (category !== "tokens" || exact === undefined) continue;
    if (replaced.byLine.size === 0) costs.push({ entry, amount: exact, from: entry });
    else costs.push(...sharedOut(item, exact, entry, replaced));
  }
  return costs;
}

/**
 * A bill says what was paid and not what for: that stands beside the amounts it took the place of. So it is shared out
 * over them by their size, to its last digit, and what they were spent on keeps its cost.
 */
function sharedOut(
  item: SpendItem,
  amount: Decimal,
  from: Entry,
  replaced: Pick<Replacements, "byLine">,
): readonly TokenCost[] {
  const before = replacementBy(replaced, item.entry.id, item.index)?.replaced ?? [];
  const scale = Math.max(0, ...before.map(({ exact }) => exact?.scale ?? 0));
  const sizes = before.map(({ exact }) => (exact === undefined ? 0n : roundDecimal(exact, scale).digits));
  const whole = sizes.reduce((total, size) => total + size, 0n);
  if (whole <= 0n) return [{ entry: item.entry, amount, from }];
  let [passed, given] = [0n, 0n];
  return before.flatMap((part, k) => {
    passed += sizes[k]!;
    const digits = divideHalfEven(amount.digits * passed, whole) - given;
    given += digits;
    return sharedOut(part, { ...amount, digits }, from, replaced);
  });
}

/**
 * Whether tokens went into tasks of the judged arm and no other: of two arms in one entry nobody knows which took what.
 */
function ofJudgedArm({ all, judged }: TaskRuns): (cost: TokenCost) => boolean {
  const entries = new Set(judged.map(({ entry }) => entry));
  const own = judged === all ? undefined : new Set(judged);
  if (own !== undefined) for (const run of all) if (!own.has(run)) entries.delete(run.entry);
  return ({ entry }) => entries.has(entry);
}

function unitCost(items: readonly TokenCost[], runs: readonly TaskRun[], currency: string): UnitCost | undefined {
  const exact = exactOf(items);
  const spend = roundedMoney(exact, currency);
  // Without a line nothing is known, which is not the same as nothing paid; what only came back is not a price.
  if (items.length === 0 || runs.length === 0 || exact.digits < 0n) return undefined;
  const attempted = sum(runs.map((run) => run.attempted));
  const succeeded = sum(runs.map((run) => run.succeeded));
  return {
    spend,
    attempted,
    succeeded,
    perTask: exactRatio(exact, attempted, currency),
    perSuccess: succeeded === 0 ? undefined : exactRatio(exact, succeeded, currency),
    entries: [...new Set([...spentIn(items), ...idsOf(runs)])],
  };
}

function whyNot({ source, judged, arm }: TaskRuns, paidBack: boolean): NoUnitCost {
  if (source === undefined) return { code: "no-tasks" };
  if (judged.length === 0) return { code: "no-tasks-on-arm", arm };
  return paidBack ? { code: "paid-back" } : { code: "no-spend-beside-tasks", source, arm };
}

function meanTime(runs: readonly TaskRun[], field: "latency" | "review"): MeanTime | undefined {
  const timed = runs.filter((run) => run[field] !== undefined);
  if (timed.length === 0) return undefined;
  const milliseconds = timed
    .map((run) => multiplyDecimals(durationIn(run[field]!, "ms")!, decimal(run.attempted)))
    .reduce(addDecimals);
  return { milliseconds, outputs: sum(timed.map((run) => run.attempted)), entries: idsOf(timed) };
}

interface Year {
  readonly tasks: Decimal;
  readonly hourly: Money | undefined;
  readonly reviewCost: Money | undefined;
}

/** Undefined where value.yaml does not say how many tasks there would be. */
function yearOf(review: MeanTime | undefined, currency: string, value: BusinessCase, costs: Costs): Year | undefined {
  const { users, tasksPerDay, workdaysPerYear } = value;
  if (users === undefined || tasksPerDay === undefined || workdaysPerYear === undefined) return undefined;
  const tasks = [users, tasksPerDay, workdaysPerYear].map(({ likely }) => likely).reduce(multiplyDecimals);
  // A rate of the users that stands there and cannot be read is not the rate of everybody else.
  const rate = isUnread(value, "hourly_rate")
    ? undefined
    : (value.hourlyRate?.likely ?? hourlyRateOf(costs, undefined));
  const hourly = rate && inCurrency(rate, currency, costs);
  return { tasks, hourly, reviewCost: review && hourly && reviewCost(review, hourly, tasks) };
}

function projection(cost: UnitCost, year: Year, review: MeanTime | undefined): UnitProjection {
  return {
    ...year,
    modelCost: ratioTimes(cost.perTask, year.tasks),
    entries: [...new Set([...cost.entries, ...(review?.entries ?? [])])],
  };
}

const HOUR_MS = 3_600_000n;

/** All in one quotient, so that nothing is rounded on the way. */
function reviewCost({ milliseconds, outputs }: MeanTime, hourly: Money, tasks: Decimal): Money {
  const divisor = BigInt(outputs) * HOUR_MS * 10n ** BigInt(milliseconds.scale + tasks.scale);
  return {
    minor: divideHalfEven(hourly.minor * milliseconds.digits * tasks.digits, divisor),
    currency: hourly.currency,
  };
}

function exactOf(items: readonly TokenCost[]): Decimal {
  const total = new DecimalSum();
  for (const { amount } of items) total.add(amount);
  return total.value();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function spentIn(items: readonly TokenCost[]): readonly string[] {
  const ids: string[] = [];
  let isShared = false;
  let last: TokenCost | undefined;
  for (const item of items) {
    const { entry, from } = item;
    if (entry !== last?.entry || from !== last.from) ids.push(entry.id);
    if (from !== entry) ids.push(from.id);
    isShared ||= from !== entry;
    last = item;
  }
  // Lines of one entry stand side by side; but a bill is shared out over lines of many.
  return isShared ? [...new Set(ids)] : ids;
}

function idsOf(holders: readonly { readonly entry: Entry }[]): readonly string[] {
  return [...new Set(holders.map(({ entry }) => entry.id))];
}
