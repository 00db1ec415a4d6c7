import type { SeenMs } from "../../records/seen.ts";
import type { Entry } from "../../records/entry.ts";
import type { Eval } from "../../records/eval.ts";
import { casesOf, type LoggedResult } from "../judged-result.ts";
import type { Amended } from "./agreed-size.ts";
import { restOf, type ArmSample } from "./arm-sample.ts";
import type { RunScale } from "./run-scale.ts";
import type { SeenRun } from "./seen-run.ts";
import type { Spending, SpendingCode } from "./spending.ts";

/** How one run is judged. */
export interface RunShare {
  readonly code: SpendingCode;
  /** One-sided level of its bounds. */
  readonly level: number;
  /** The size that was in force when it was logged. */
  readonly size: number;
}

/** What the account depends on, besides the runs. */
export interface AccountRules {
  /** One-sided confidence of the charter. */
  readonly confidence: number;
  readonly amendments: readonly Amended[];
  /** Entries that ended an account: decisions that ended the work, gates that were passed. Oldest first. */
  readonly closings: readonly Entry[];
  /** Arms that were named beforehand for the eval that picks among them. */
  readonly armsToPick: readonly string[];
  /** When entries came to be seen. */
  readonly seenMs: SeenMs;
  /** The arm that was picked before an entry was logged; undefined if there was none to pick. */
  readonly pickedBefore: (entry: Entry) => string | undefined;
}

/** The present state of an eval's account. */
export interface Balance {
  readonly arms: ReadonlyMap<string, ArmSample>;
  /** What is set aside for the run that confirms the picked arm. */
  readonly confirming: number;
  /** What is reserved neither for an arm nor for the confirming run: each rerun takes half of it. */
  readonly spare: number;
  /** The size in force by now; without one agreed, that of the first run. */
  readonly size: number | undefined;
  /** Whether no size was agreed, so that the first run set it. */
  readonly sizeByFirstRun: boolean;
}

/** What the account is kept by, and the lines of it that are written so far. */
export interface Book {
  readonly item: Eval;
  readonly rules: AccountRules;
  readonly scale: RunScale;
  readonly promised: number;
  readonly spendings: Spending[];
  readonly shares: Map<LoggedResult, RunShare>;
}

/** Runs of one entry. */
export type Group = readonly [SeenRun, ...SeenRun[]];

export function opened(promised: number): Balance {
  return { arms: new Map(), confirming: 0, spare: promised, size: undefined, sizeByFirstRun: false };
}

/** An account without a look has nothing to close. */
export function closed(balance: Balance, entry: Entry, { spendings, promised }: Book): Balance {
  if (balance.arms.size === 0) return balance;
  const blank = { run: undefined, arm: "", cases: 0, level: undefined, spent: 0 };
  spendings.push({ code: "closed", entry, ...blank, size: balance.size, left: promised });
  return opened(promised);
}

export function withArm(balance: Balance, name: string, arm: ArmSample): Balance {
  return { ...balance, arms: new Map(balance.arms).set(name, arm) };
}

/** Writes the line of a run, and remembers how it is judged. */
export function noteRun(
  book: Book,
  before: Balance,
  after: Balance,
  run: SeenRun,
  { code, level }: Omit<RunShare, "size">,
): Balance {
  const cases = casesOf(run.result);
  book.shares.set(run, { code, level, size: after.size ?? cases });
  return noteLine(book, before, after, { code, entry: run.entry, run, arm: run.result.arm, cases, level });
}

export function noteLine(
  { spendings }: Book,
  before: Balance,
  after: Balance,
  line: Pick<Spending, "code" | "entry" | "arm" | "cases"> & Partial<Pick<Spending, "run" | "level">>,
): Balance {
  const left = leftOf(after);
  spendings.push({
    run: undefined,
    level: undefined,
    ...line,
    size: after.size,
    spent: leftOf(before) - left,
    left,
  });
  return after;
}

export function leftOf({ arms, confirming, spare }: Balance): number {
  let left = confirming + spare;
  for (const arm of arms.values()) left += restOf(arm) + arm.reserve;
  return left;
}
