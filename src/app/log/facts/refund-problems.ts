import type { Entry, SpendLine } from "../../../domain/records/entry.ts";
import { dateLabel, type CivilDate } from "../../../domain/scalars/calendar.ts";
import { moneyLabel } from "../../../domain/scalars/labels.ts";
import { moneyText, sumMoney, type Money } from "../../../domain/scalars/money.ts";
import type { FlagProblems } from "./flag-problems.ts";

/** A moment, and the day that it falls on in the zone of the charter. */
interface DatedMoment {
  readonly epochMs: number;
  readonly date: CivilDate;
}

/**
 * Refuses a refund of more than was spent before it: in its own currency, by what counts and by the entry itself. What
 * nobody spent cannot come back, and it would raise the cap for everything that follows. What was spent only after the
 * day of the refund cannot have come back on it.
 *
 * @param at the moment that the refund is dated to
 */
export function refundProblems(
  lines: readonly SpendLine[],
  counted: readonly Entry[],
  at: DatedMoment,
  problems: FlagProblems,
): void {
  const refunded = new Set(lines.filter(({ amount }) => amount.minor < 0n).map(({ amount: { currency } }) => currency));
  const known = counted.filter((entry) => entry.at.epochMs <= at.epochMs);
  for (const currency of refunded) {
    const change = spentIn(currency, lines);
    const before = spentIn(currency, spendOf(known));
    if (before.minor + change.minor >= 0n) continue;
    const isEarly = spentIn(currency, spendOf(counted)).minor + change.minor >= 0n;
    const until = isEarly ? `by ${dateLabel(at.date)}` : "so far";
    problems.add(
      "--spend",
      `${moneyLabel({ ...change, minor: -change.minor })} would come back, and ${spentLabel(before, until)}; ` +
        "a refund cannot be more than what was spent before",
      hintOf(before, isEarly),
    );
  }
}

function hintOf(before: Money, isEarly: boolean): string {
  if (isEarly) return "date it to the day on which the money came back: leave out --date, or name a later day";
  return before.minor > 0n
    ? `write --spend "${moneyText({ ...before, minor: -before.minor })}" at most, or log first what was spent`
    : "log first what was spent, in the currency that it was paid in";
}

function spendOf(entries: readonly Entry[]): readonly SpendLine[] {
  return entries.flatMap(({ spend }) => spend);
}

function spentIn(currency: string, lines: readonly SpendLine[]): Money {
  return sumMoney(
    lines.map(({ amount }) => amount).filter((amount) => amount.currency === currency),
    currency,
  );
}

function spentLabel(before: Money, until: string): string {
  return before.minor > 0n
    ? `${moneyLabel(before)} was spent ${until}`
    : `nothing was spent in ${before.currency} ${until}`;
}
