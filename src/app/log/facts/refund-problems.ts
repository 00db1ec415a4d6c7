import type { Entry, SpendLine } from "../../../domain/records/entry.ts";
import { moneyLabel } from "../../../domain/scalars/labels.ts";
import { moneyText, sumMoney, type Money } from "../../../domain/scalars/money.ts";
import type { FlagProblems } from "./flag-problems.ts";

/**
 * Refuses a refund of more than was spent: in its own currency, by what counts so far and by the entry itself. What
 * nobody spent cannot come back, and it would raise the cap for everything that follows.
 */
export function refundProblems(lines: readonly SpendLine[], counted: readonly Entry[], problems: FlagProblems): void {
  const refunded = new Set(lines.filter(({ amount }) => amount.minor < 0n).map(({ amount: { currency } }) => currency));
  for (const currency of refunded) {
    const before = spentIn(
      currency,
      counted.flatMap(({ spend }) => spend),
    );
    const change = spentIn(currency, lines);
    if (before.minor + change.minor >= 0n) continue;
    problems.add(
      "--spend",
      `${moneyLabel({ ...change, minor: -change.minor })} would come back, and ${spentLabel(before)}; ` +
        "a refund cannot be more than what was spent before",
      before.minor > 0n
        ? `write --spend "${moneyText({ ...before, minor: -before.minor })}" at most, or log first what was spent`
        : "log first what was spent, in the currency that it was paid in",
    );
  }
}

function spentIn(currency: string, lines: readonly SpendLine[]): Money {
  return sumMoney(
    lines.map(({ amount }) => amount).filter((amount) => amount.currency === currency),
    currency,
  );
}

function spentLabel(before: Money): string {
  return before.minor > 0n
    ? `${moneyLabel(before)} was spent so far`
    : `nothing was spent in ${before.currency} so far`;
}
