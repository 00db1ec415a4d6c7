import type { Entry } from "../records/entry.ts";
import { bySeen } from "../history/knowledge.ts";
import { SEEN_AS_DATED, writtenOn, type SeenMs } from "../records/seen.ts";
import { decimal, DecimalSum, type Decimal } from "../scalars/decimal.ts";
import { compareMoney, moneyDecimal, roundedMoney, type Money } from "../scalars/money.ts";
import type { Replacement } from "./replacement.ts";
import type { SpendItem } from "./spend-item.ts";

/** A cap on money, or on hours, that was passed for a while. */
export interface Overshoot<Total = Money> {
  readonly entry: Entry;
  /** The total with that entry. */
  readonly total: Total;
  /** The entry that brought the total back: a refund, a correction, a new import, or an amount that replaces others. */
  readonly until: Entry;
  /** Whether it was passed only with estimates, which an amount that is better known replaced on a later day. */
  readonly estimated: boolean;
}

/** Amounts that were in the total once. */
export interface Gone {
  readonly replacements: readonly Replacement[];
  /** Lines of entries that no longer count, each with the entry that took it back. */
  readonly withdrawn: readonly { readonly item: SpendItem; readonly by: Entry }[];
}

/** What the log held once and no longer counts, and when each entry came to be known. */
export interface Past {
  readonly withdrawn: readonly { readonly entry: Entry; readonly by: Entry }[];
  readonly seenMs: SeenMs;
}

export const NO_PAST: Past = { withdrawn: [], seenMs: SEEN_AS_DATED };

type Lost = { readonly item: Step; readonly by: Entry };

/**
 * The entry with which the total went over the cap and stayed over it; undefined where it is not over. Entries count in
 * the order in which they were written: what is entered late breaks the cap when it is entered.
 */
export function overSince(items: readonly SpendItem[], cap: Money, seenMs: SeenMs): Entry | undefined {
  const steps = items.map(({ entry, exact = ZERO }): Step => ({ entry, exact }));
  return wentOver(steps, runningSum(cap), seenMs);
}

/** The same of hours. */
export function hoursOverSince(hours: readonly Step[], cap: Decimal, seenMs: SeenMs): Entry | undefined {
  const total = new DecimalSum();
  const isOver = (exact: Decimal) => {
    total.add(exact);
    return total.isOver(cap) ? exact : undefined;
  };
  return wentOver(hours, isOver, seenMs);
}

/** @param over adds a step, and says whether the total is over: undefined where it is not */
function wentOver(steps: readonly Step[], over: (exact: Decimal) => unknown, seenMs: SeenMs): Entry | undefined {
  let since: Entry | undefined;
  for (const { entry, exact } of withLost(steps, [], seenMs))
    since = over(exact) === undefined ? undefined : (since ?? entry);
  return since;
}

/**
 * The first time that the total was over the cap, where it is not any more, as it was known then: with what was
 * withdrawn, imported again, or metered and replaced later, each from when it was written. An estimate that a bill
 * replaces on the same day was never spent; one that stood at the end of a day counts as an estimate. It is counted by
 * whole entries, because a refund that is logged with what it refunds takes nothing back.
 *
 * @param items the lines that count, oldest first
 */
export function overshoot(
  items: readonly SpendItem[],
  cap: Money,
  { replacements, withdrawn }: Gone,
  seenMs: SeenMs,
): Overshoot | undefined {
  if (replacements.length === 0 && withdrawn.length === 0 && onlyGrows(items)) return undefined;
  const steps = items.map(({ entry, exact = ZERO }): Step => ({ entry, exact }));
  const replaced = replacements.flatMap((one) =>
    one.replaced.map(({ entry, basis, exact = ZERO }) => ({ item: { entry, exact }, basis, by: one.by.entry })),
  );
  const lost: readonly Lost[] = [
    ...replaced.filter(({ basis }) => basis !== "estimated"),
    ...withdrawn.map(({ item: { entry, exact = ZERO }, by }) => ({ item: { entry, exact }, by })),
  ];
  const estimates = replaced.filter(
    ({ basis, item, by }) => basis === "estimated" && writtenOn(item.entry) < writtenOn(by),
  );
  const over = (gone: readonly Lost[]) => firstOver(withLost(steps, gone, seenMs), runningSum(cap));
  const known = over(lost);
  if (known !== undefined) return { ...known, estimated: false };
  const assumed = estimates.length === 0 ? undefined : over([...lost, ...estimates]);
  return assumed && { ...assumed, estimated: true };
}

/**
 * The same of hours. Nobody gives hours back, so only a correction can bring the total under the cap again.
 *
 * @param hours what the entries that count add, oldest first
 */
export function hoursOvershoot(
  hours: readonly Step[],
  cap: Decimal,
  withdrawn: readonly Lost[],
  seenMs: SeenMs,
): Overshoot<Decimal> | undefined {
  if (withdrawn.length === 0) return undefined;
  const total = new DecimalSum();
  const over = firstOver(withLost(hours, withdrawn, seenMs), (exact) => {
    total.add(exact);
    return total.isOver(cap) ? total.value() : undefined;
  });
  return over && { ...over, estimated: false };
}

/** A total from which nothing is taken is over the cap at the end, where it ever was. */
function onlyGrows(items: readonly SpendItem[]): boolean {
  return items.every(({ exact = ZERO }) => exact.digits >= 0n);
}

/** @param sum adds a step, and says the total where it is over the cap */
function firstOver<Total>(
  steps: readonly Step[],
  sum: (exact: Decimal) => Total | undefined,
): Omit<Overshoot<Total>, "estimated"> | undefined {
  let first: Pick<Overshoot<Total>, "entry" | "total"> | undefined;
  for (const [index, { entry, exact }] of steps.entries()) {
    const over = sum(exact);
    if (steps[index + 1]?.entry === entry) continue;
    if (first === undefined) first = over && { entry, total: over };
    else if (over === undefined) return { ...first, until: entry };
  }
  return undefined;
}

/** What an entry adds to the total, or takes from it. */
export interface Step {
  readonly entry: Entry;
  readonly exact: Decimal;
}

/**
 * With what no longer counts: added by its own entry, and taken by the one that took it back. In the order in which it
 * was known, so that a back-dated refund takes nothing back before it was written.
 */
function withLost(steps: readonly Step[], lost: readonly Lost[], seenMs: SeenMs): readonly Step[] {
  const inOrder = bySeen(seenMs);
  const isInOrder = steps.every(({ entry }, index) => index === 0 || inOrder(steps[index - 1]!.entry, entry) <= 0);
  if (lost.length === 0 && isInOrder) return steps;
  const both = lost.flatMap(({ item: { entry, exact }, by }): readonly Step[] => [
    { entry, exact },
    { entry: by, exact: { ...exact, digits: -exact.digits } },
  ]);
  return [...steps, ...both].sort((a, b) => inOrder(a.entry, b.entry));
}

/** Adds up, and says the total where it is over the cap. */
function runningSum(cap: Money): (exact: Decimal) => Money | undefined {
  const limit = moneyDecimal(cap);
  const total = new DecimalSum();
  return (exact) => {
    total.add(exact);
    // The cap is a whole number of minor units, so that no total up to it is over it when rounded.
    const rounded = total.isOver(limit) ? roundedMoney(total.value(), cap.currency) : undefined;
    return rounded !== undefined && compareMoney(rounded, cap) > 0 ? rounded : undefined;
  };
}

const ZERO = decimal(0);
