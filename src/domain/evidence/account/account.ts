import type { Eval } from "../../records/eval.ts";
import { casesOf, tooManyErrors, type LoggedResult } from "../judged-result.ts";
import { agreedSize } from "./agreed-size.ts";
import { afterRun } from "./after-run.ts";
import { restOf } from "./arm-sample.ts";
import {
  closed,
  leftOf,
  opened,
  type AccountRules,
  type Balance,
  type Book,
  type Group,
  type RunShare,
} from "./book.ts";
import { withArms, withSize } from "./changed-plan.ts";
import { hasSize, runScale } from "./run-scale.ts";
import type { SeenRun } from "./seen-run.ts";
import type { Spending } from "./spending.ts";

/**
 * The account of one eval: the chance of a false "met" that was promised, what each look, arm, run and change has spent
 * of it, and what is left. Every verdict takes its confidence from here, so that a verdict cannot cost less than what
 * the account shows.
 */
export interface Account extends Balance {
  /** One-sided, such as 0.05. */
  readonly promised: number;
  readonly left: number;
  /** Oldest first. */
  readonly spendings: readonly Spending[];
  /** Whether it is calculated exactly: then the promise reads "at most", otherwise "about". */
  readonly exact: boolean;
  readonly shares: ReadonlyMap<LoggedResult, RunShare>;
}

/**
 * Keeps the account of an eval over everything that was seen of it, withdrawn runs among them. What stands in one entry
 * was seen at once.
 *
 * One sample that grows on one arm spends by O'Brien and Fleming's function and may spend all of it on the run of the
 * agreed size. Of several arms that were named beforehand, or that were logged together, each has a part of one half,
 * and the run that confirms the picked one has the other half. Whatever nobody had planned (a further arm, another
 * size, a fresh sample in place of one that was begun) is shared out of what the plan, as far as it had come, could
 * still have spent; and a rerun takes half of what is left.
 *
 * @param runs oldest first, those of today's system left out
 */
export function accountOf(item: Eval, runs: readonly SeenRun[], rules: AccountRules): Account {
  const promised = 1 - rules.confidence;
  // A run in which too much broke settles nothing: it has to be run again, and that is not a second try.
  const isLook = ({ result }: SeenRun) => casesOf(result) > 0 && tooManyErrors(item, result) === undefined;
  const counted = hasSize(item) ? runs.filter(isLook) : [];
  const scale = runScale(
    item,
    counted.map(({ result }) => result),
  );
  const book: Book = { item, rules, scale, promised, spendings: [], shares: new Map() };
  let balance = opened(promised);
  let next = 0;
  for (const group of groupsOf(counted)) {
    const [{ entry }] = group;
    for (
      let closing;
      (closing = rules.closings[next]) !== undefined && closing.at.epochMs < rules.seenMs(entry);
      next++
    )
      balance = closed(balance, closing, book);
    balance = afterEntry(balance, group, book);
  }
  for (const closing of rules.closings.slice(next)) balance = closed(balance, closing, book);
  const { spendings, shares } = book;
  return { ...balance, spendings, shares, promised, left: leftOf(balance), exact: scale.exact };
}

function groupsOf(runs: readonly SeenRun[]): readonly Group[] {
  const groups: [SeenRun, ...SeenRun[]][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.[0].entry === run.entry) last.push(run);
    else groups.push([run]);
  }
  return groups;
}

function afterEntry(before: Balance, group: Group, book: Book): Balance {
  const [{ entry, result }] = group;
  const agreed = agreedSize(book.item, book.rules.amendments, book.rules.seenMs(entry));
  const first = before.sizeByFirstRun ? before.size : undefined;
  const size = agreed.cases ?? first ?? casesOf(result);
  let balance = withSize(before, size, agreed.cases === undefined, entry, book);
  balance = withArms(balance, group, agreed, book);
  for (const run of group) balance = afterRun(balance, run, size, book);
  return balance;
}

/** Bounds need a level above zero; a claim at this one is as good as none. */
const LEAST_LEVEL = 1e-9;

/** The one-sided confidence at which a run is judged. A run without cases spends nothing. */
export function confidenceOf({ shares, promised }: Account, run: LoggedResult): number {
  return confidenceAt(shares.get(run)?.level ?? promised, promised);
}

/** The confidence for an arm that has not reached the agreed size when time is up: it may spend all that is left. */
export function closingConfidence(account: Account, run: LoggedResult): number {
  const arm = account.arms.get(run.result.arm);
  if (arm === undefined || arm.full !== undefined || arm.last !== run) return confidenceOf(account, run);
  const { level } = arm.sample.lookAt(arm.sample.n, restOf(arm));
  return confidenceAt(level, account.promised);
}

/** What one more run on an arm, of the agreed size or more, would be judged by. */
export interface NextRun {
  readonly confidence: number;
  /** Whether the cases seen so far help it; otherwise the new ones have to be enough by themselves. */
  readonly goesOn: boolean;
}

/** If less than this is left of an account, it is as good as empty. */
const AS_GOOD_AS_NOTHING = 1e-6;

/** @param confirms whether the arm is one of several, so that the run would confirm the choice */
export function nextRun(account: Account, name: string, confirms: boolean): NextRun | "nothing-left" {
  const { arms, size, confirming, spare, promised } = account;
  const arm = arms.get(name);
  const at = (level: number, goesOn: boolean): NextRun | "nothing-left" =>
    level < AS_GOOD_AS_NOTHING ? "nothing-left" : { confidence: confidenceAt(level, promised), goesOn };
  if (arm === undefined || size === undefined) return at(promised, true);
  if (arm.full === undefined) return at(arm.sample.lookAt(Math.max(size, arm.sample.n), restOf(arm)).level, true);
  if (arm.reserve > 0 && arm.extendedTo !== undefined)
    return at(arm.sample.lookAt(arm.extendedTo, restOf(arm) + arm.reserve).level, true);
  return confirms && confirming > 0 ? at(confirming, true) : at(spare / 2, false);
}

/**
 * Whether every arm that was run or named has used up its account, so that a further run can only be met beyond any
 * doubt.
 */
export function isUsedUp(account: Account): boolean {
  const arms = [...account.arms.keys()];
  return arms.length > 0 && arms.every((name) => nextRun(account, name, arms.length > 1) === "nothing-left");
}

/** Never less sure than the charter says: a changed plan may leave more than it began with. */
function confidenceAt(level: number, promised: number): number {
  return 1 - Math.max(LEAST_LEVEL, Math.min(level, promised));
}
