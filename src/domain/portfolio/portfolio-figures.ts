import type { CauseOfDeath } from "../records/risk.ts";
import { convertMoney, sumMoney, type Money } from "../scalars/money.ts";
import type { RuleName } from "../standing/recommendation.ts";
import { POC_STATES, type PocState } from "./list-words.ts";
import {
  followUpOverdue,
  isDecided,
  isInProgress,
  isZombie,
  stateOf,
  type RowSummary,
  type PortfolioRow,
} from "./poc-summary.ts";
import type { Portfolio } from "./portfolio.ts";

/** What somebody looks for who answers for many PoCs. Amounts are one for each currency that cannot be converted. */
export interface PortfolioFigures {
  readonly pocs: number;
  readonly spent: readonly Money[];
  /** In the order of the states, those that have a PoC. */
  readonly byState: readonly StateFigures[];
  /** Past their day, and nobody has decided. */
  readonly zombies: number;
  readonly inProgress: number;
  /** How many may be in progress; undefined where no file says so. */
  readonly wipCap: number | undefined;
  /** Days from the end of the timebox to the decision, of those that were decided; negative is before the end. */
  readonly latency: { readonly median: number; readonly of: number } | undefined;
  /**
   * Those that were decided by the last day that was agreed at the start, of those that were decided or whose day is
   * over.
   */
  readonly onTime: { readonly count: number; readonly of: number } | undefined;
  /** Decided or past their day, and without a decision memo. */
  readonly withoutMemo: MoneyFigures;
  /** How the money split. */
  readonly byOutcome: readonly OutcomeFigures[];
  /** Go decisions whose forecast nobody has answered by its day. */
  readonly followUpsOverdue: number;
  /** Causes of death that were a high risk of those that ended as a no-go or dead, most frequent first. */
  readonly causes: readonly { readonly cause: CauseOfDeath; readonly count: number }[];
  /** The rules that called for a no-go when a person stopped the work; most frequent first. */
  readonly endedBy: readonly { readonly rule: RuleName; readonly count: number }[];
  /** Currencies of amounts that are in no total, because nobody stated a rate. */
  readonly unconverted: readonly string[];
  /** How many PoCs have such amounts. */
  readonly unconvertedPocs: number;
}

export interface MoneyFigures {
  readonly count: number;
  readonly spent: readonly Money[];
}

export interface StateFigures extends MoneyFigures {
  readonly state: PocState;
}

export const PORTFOLIO_OUTCOMES = ["go", "conditional", "no-go", "dead", "undecided"] as const;
export type PortfolioOutcome = (typeof PORTFOLIO_OUTCOMES)[number];

export interface OutcomeFigures extends MoneyFigures {
  readonly outcome: PortfolioOutcome;
  /** Of all money; undefined where it is in several currencies. */
  readonly share: number | undefined;
}

/** The figures over rows, whatever was left out before. */
export function portfolioFigures(rows: readonly PortfolioRow[], portfolio: Portfolio): PortfolioFigures {
  const known = summariesOf(rows);
  const spentBy = (some: readonly PortfolioRow[]) => totalsOf(summariesOf(some), portfolio);
  const total = totalsOf(known, portfolio);
  const decided = rows.filter(isDecided);
  const ended = rows.filter((row) => isDecided(row) || isZombie(row));
  const withoutMemo = ended.filter((row) => "summary" in row && row.summary.memos.length === 0);
  const dead = summariesOf(rows.filter((row) => ["no-go", "dead"].includes(stateOf(row))));
  const latencies = summariesOf(decided).flatMap(({ decision }) => decision?.latency ?? []);
  return {
    pocs: rows.length,
    spent: total,
    byState: POC_STATES.map((state) => {
      const some = rows.filter((row) => stateOf(row) === state);
      return { state, count: some.length, spent: spentBy(some) };
    }).filter(({ count }) => count > 0),
    zombies: rows.filter(isZombie).length,
    inProgress: rows.filter(isInProgress).length,
    wipCap: portfolio.wipCap,
    latency: latencies.length === 0 ? undefined : { median: medianOf(latencies), of: latencies.length },
    onTime:
      ended.length === 0 ? undefined : { count: summariesOf(decided).filter(endedOnTime).length, of: ended.length },
    withoutMemo: { count: withoutMemo.length, spent: spentBy(withoutMemo) },
    byOutcome: byOutcome(rows, portfolio, total),
    followUpsOverdue: known.filter((summary) => followUpOverdue(summary) !== undefined).length,
    causes: countsOf(dead.flatMap(({ causes }) => causes)).map(([cause, count]) => ({ cause, count })),
    endedBy: countsOf(
      dead.flatMap(({ state, decision }) =>
        state === "no-go" && decision?.recommended === "no-go" && decision.rule !== undefined ? [decision.rule] : [],
      ),
    ).map(([rule, count]) => ({ rule, count })),
    unconverted: [...new Set(known.flatMap(({ spend }) => spend.unconverted))].sort(),
    unconvertedPocs: known.filter(({ spend }) => spend.unconverted.length > 0).length,
  };
}

function summariesOf(rows: readonly PortfolioRow[]): readonly RowSummary[] {
  return rows.flatMap((row) => ("summary" in row ? [row.summary] : []));
}

function endedOnTime({ decision, timebox }: RowSummary): boolean {
  return decision !== undefined && timebox !== undefined && decision.firstDate <= timebox.firstEnd;
}

function byOutcome(rows: readonly PortfolioRow[], portfolio: Portfolio, total: readonly Money[]) {
  return PORTFOLIO_OUTCOMES.map((outcome): OutcomeFigures => {
    const some = rows.filter((row) => "summary" in row && outcomeOf(row) === outcome);
    const spent = totalsOf(summariesOf(some), portfolio);
    const [whole, ...others] = total;
    const share =
      whole === undefined || others.length > 0 || whole.minor <= 0n
        ? undefined
        : Number(((spent[0]?.minor ?? 0n) * 1_000_000n) / whole.minor) / 1_000_000;
    return { outcome, count: some.length, spent, share };
  }).filter(({ count }) => count > 0);
}

/** What became of a PoC: nothing yet where it is neither decided nor dead. */
export function outcomeOf(row: PortfolioRow): PortfolioOutcome {
  const state = stateOf(row);
  return PORTFOLIO_OUTCOMES.find((outcome) => outcome === state) ?? "undecided";
}

function totalsOf(summaries: readonly RowSummary[], portfolio: Portfolio): readonly Money[] {
  return moneyTotals(
    summaries.map(({ spend }) => spend.total),
    portfolio,
  );
}

/**
 * One sum for each currency, by its code. Amounts are converted into the currency of the portfolio where it has a rate
 * for them, rounded half to even; without a rate they are never added to others.
 */
export function moneyTotals(amounts: readonly Money[], portfolio: Portfolio): readonly Money[] {
  const byCurrency = new Map<string, Money[]>();
  for (const amount of amounts) {
    const converted = inPortfolioCurrency(amount, portfolio);
    const some = byCurrency.get(converted.currency);
    if (some === undefined) byCurrency.set(converted.currency, [converted]);
    else some.push(converted);
  }
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, some]) => sumMoney(some, currency))
    .filter(({ minor }, _index, all) => minor !== 0n || all.length === 1);
}

/** An amount in the currency of the portfolio, where there is a rate; else as it is. */
export function inPortfolioCurrency(amount: Money, { currency, exchange }: Portfolio): Money {
  const rate = currency === undefined ? undefined : exchange.find((one) => one.currency === amount.currency)?.rate;
  return currency === undefined || rate === undefined || amount.currency === currency
    ? amount
    : convertMoney(amount, rate, currency);
}

function countsOf<T extends string>(items: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** Of an even number of values, the mean of the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
