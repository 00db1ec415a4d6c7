import type { FocusStanding } from "../domain/spend/focus.ts";
import { decimalNumber } from "../domain/scalars/decimal.ts";
import { dateLabel } from "../domain/scalars/calendar.ts";
import type { SpendBasis } from "../domain/records/costs.ts";
import type { SpendLine } from "../domain/records/entry.ts";
import { sumMoney, type Money } from "../domain/scalars/money.ts";
import type { Replacement } from "../domain/spend/replacement.ts";
import { tokenUseText, type TokenUse } from "../domain/records/tokens/tokens.ts";
import { bareMoneyLabel, countLabel, listLabel, moneyLabel } from "../domain/scalars/labels.ts";
import type { BasisSpend } from "../domain/spend/spend.ts";
import type { SpendItem } from "../domain/spend/spend-item.ts";

/** `1,200.00 billed, 400.00 metered, 49.43 estimated`; `all estimated`; "" where all of it is billed. */
export function compositionLabel(byBasis: readonly BasisSpend[]): string {
  const [only] = byBasis;
  if (only === undefined || (byBasis.length === 1 && only.basis === "billed")) return "";
  if (byBasis.length === 1) return `all ${only.basis}`;
  return byBasis.map(({ basis, spent }) => `${bareMoneyLabel(spent)} ${basis}`).join(", ");
}

/** ` (1,200.00 billed, 400.00 metered)`: to follow a total; "" where all of it is billed. */
export function compositionSuffix(byBasis: readonly BasisSpend[]): string {
  const label = compositionLabel(byBasis);
  return label === "" ? "" : ` (${label})`;
}

/** `+14.30`, `−3.00`, `±0.00`. */
function signedLabel(amount: Money): string {
  const size = bareMoneyLabel(amount.minor < 0n ? { ...amount, minor: -amount.minor } : amount);
  return `${amount.minor > 0n ? "+" : amount.minor < 0n ? "−" : "±"}${size}`;
}

/** `gpt-4.1 1.2M/310k cached 800k`. */
function tokensLabel(use: TokenUse): string {
  return `${use.model} ${tokenUseText(use)}`;
}

/** `, metered from gpt-4.1 1.2M/310k`: how an amount is known; "" where it is simply billed. */
export function basisClause({ basis, tokens }: SpendLine): string {
  const known = basis === undefined || basis === "billed" ? "" : `, ${basis}`;
  return tokens === undefined ? known : `${known}${known === "" ? " for" : " from"} ${tokensLabel(tokens)}`;
}

/** `3 estimates`, `2 metered amounts and 1 estimate`. */
export function replacedLabel(items: readonly SpendItem[]): string {
  const some = (basis: SpendBasis) => items.filter((item) => item.basis === basis).length;
  const [metered, estimated] = [some("metered"), some("estimated")];
  return listLabel([
    ...(metered === 0 ? [] : [countLabel(metered, "metered amount")]),
    ...(estimated === 0 ? [] : [countLabel(estimated, "estimate")]),
  ]);
}

/** `the bill of 412.50 EUR on Fri 13 Nov replaces 3 estimates of 398.20 EUR (+14.30)`. */
export function replacementSentence(replacement: Replacement): string {
  const { by } = replacement;
  const what = by.basis === "billed" ? `the bill of ${moneyLabel(by.amount)}` : `the metered ${moneyLabel(by.amount)}`;
  return `${what} on ${dateLabel(by.entry.date)} replaces ${replacedClause(replacement)}`;
}

/** `replaces the estimate of 35.00 EUR (+5.00) in k7f3q2m`, by the entries in which it was logged. */
export function replacesClause(replacement: Replacement): string {
  const { replaced } = replacement;
  const [one, ...others] = replaced;
  const what =
    one !== undefined && others.length === 0
      ? `the ${one.basis === "metered" ? "metered amount" : "estimate"}`
      : replacedLabel(replaced);
  const entries = [...new Set(replaced.map(({ entry }) => entry.id))];
  return `replaces ${what}${replacedFigures(replacement)} in ${listLabel(entries)}`;
}

/** `3 estimates of 398.20 EUR (+14.30)`. */
function replacedClause(replacement: Replacement): string {
  return `${replacedLabel(replacement.replaced)}${replacedFigures(replacement)}`;
}

/** ` of 398.20 EUR (+14.30)`; "" where they cannot be told in one currency. */
function replacedFigures({ by, before, change }: Replacement): string {
  const foreign = by.amount.currency === before?.currency ? "" : ` ${before?.currency ?? ""}`;
  return before === undefined || change === undefined
    ? ""
    : ` of ${moneyLabel(before)} (${signedLabel(change)}${foreign})`;
}

/** All replacements in one piece: `bills replaced 5 estimates of 700.00 EUR (+14.30)`; "" if there are none. */
export function replacementsLabel(replacements: readonly Replacement[], currency: string): string {
  if (replacements.length === 0) return "";
  const bills = replacements.every(({ by }) => by.basis === "billed")
    ? replacements.length === 1
      ? "a bill"
      : "bills"
    : "better figures";
  const known = replacements.every(({ before }) => before !== undefined);
  const before = sumMoney(
    replacements.flatMap((one) => one.before ?? []),
    currency,
  );
  const change = sumMoney(
    replacements.flatMap((one) => one.change ?? []),
    currency,
  );
  const figures = known ? ` of ${moneyLabel(before)} (${signedLabel(change)})` : "";
  return `${bills} replaced ${replacedLabel(replacements.flatMap(({ replaced }) => replaced))}${figures}`;
}

/** What share of its working days the PoC really had, and from how many notes that is known. */
export function focusSentence({ share, noted, days }: FocusStanding): string {
  const all =
    noted === days ? "on each of them" : `on ${noted} of ${countLabel(days, "day")}; the others count in full`;
  return `The PoC had ${Math.round(decimalNumber(share))}% of the team's working days (noted ${all}).`;
}
