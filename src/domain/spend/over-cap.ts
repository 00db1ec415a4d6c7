import type { Entry } from "../records/entry.ts";
import { byTime } from "../records/log.ts";
import { decimal, DecimalSum, type Decimal } from "../scalars/decimal.ts";
import { compareMoney, moneyDecimal, roundedMoney, type Money } from "../scalars/money.ts";
import type { Replacement } from "./replacement.ts";
import type { SpendItem } from "./spend-item.ts";

/** A cap on money, or on hours, that was passed for a while. */
export interface Overshoot<Total = Money> {
  readonly entry: Entry;
  /** The total with that entry. */
  readonly total: Total;
  /** The entry that brought the total back: a refund, a correction, or an amount that replaces a metered one. */
  readonly until: Entry;
}

/** Amounts that were in the total once. */
export interface Gone {
  readonly replacements: readonly Replacement[];
  /** Lines of entries that a correction withdrew, each with the correction. */
  readonly withdrawn: readonly { readonly item: SpendItem; readonly by: Entry }[];
}

/** The entry after which the total was over the cap and stayed over it; undefined where it is not over. */
export function overSince(items: readonly SpendItem[], cap: Money): Entry | undefined {
  let since: Entry | undefined;
  const sum = runningSum(cap);
  for (const { entry, exact } of items) since = sum(exact ?? ZERO) === undefined ? undefined : (since ?? entry);
  return since;
}

/**
 * The first time that the total was over the cap, where it is not any more, as it was known then: with what was
 * withdrawn, and what was metered and replaced later. An estimate that a bill replaces was never spent. It is counted
 * by whole entries, because a refund that is logged with what it refunds takes nothing back.
 *
 * @param items the lines that count, oldest first
 */
export function overshoot(items: readonly SpendItem[], cap: Money, gone: Gone): Overshoot | undefined {
  if (onlyGrows(items, gone)) return undefined;
  return firstOver(stepsOf(items, gone), runningSum(cap));
}

/**
 * The same of hours. Nobody gives hours back, so only a correction can bring the total under the cap again.
 *
 * @param hours what the entries that count add, oldest first
 */
export function hoursOvershoot(
  hours: readonly Step[],
  cap: Decimal,
  withdrawn: readonly { readonly item: Step; readonly by: Entry }[],
): Overshoot<Decimal> | undefined {
  if (withdrawn.length === 0) return undefined;
  const total = new DecimalSum();
  return firstOver(withLost(hours, withdrawn), (exact) => {
    total.add(exact);
    return total.isOver(cap) ? total.value() : undefined;
  });
}

/** A total from which nothing is taken is over the cap at the end, where it ever was. */
function onlyGrows(items: readonly SpendItem[], { replacements, withdrawn }: Gone): boolean {
  if (replacements.length > 0 || withdrawn.length > 0) return false;
  return items.every(({ exact = ZERO }) => exact.digits >= 0n);
}

/** @param sum adds a step, and says the total where it is over the cap */
function firstOver<Total>(
  steps: readonly Step[],
  sum: (exact: Decimal) => Total | undefined,
): Overshoot<Total> | undefined {
  let first: Omit<Overshoot<Total>, "until"> | undefined;
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

function stepsOf(items: readonly SpendItem[], { replacements, withdrawn }: Gone): readonly Step[] {
  const steps = items.map(({ entry, exact = ZERO }): Step => ({ entry, exact }));
  return withLost(steps, [
    ...replacements.flatMap(({ by, replaced }) =>
      replaced
        .filter(({ basis }) => basis !== "estimated")
        .map(({ entry, exact = ZERO }) => ({ item: { entry, exact }, by: by.entry })),
    ),
    ...withdrawn.map(({ item: { entry, exact = ZERO }, by }) => ({ item: { entry, exact }, by })),
  ]);
}

/** With what no longer counts: added by its own entry, and taken by the one that took it back. */
function withLost(
  steps: readonly Step[],
  lost: readonly { readonly item: Step; readonly by: Entry }[],
): readonly Step[] {
  if (lost.length === 0) return steps;
  const both = lost.flatMap(({ item: { entry, exact }, by }): readonly Step[] => [
    { entry, exact },
    { entry: by, exact: { ...exact, digits: -exact.digits } },
  ]);
  return [...steps, ...both].sort((a, b) => byTime(a.entry, b.entry));
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
