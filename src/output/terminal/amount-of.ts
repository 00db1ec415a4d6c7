import type { Money } from "../../domain/scalars/money.ts";
import { moneyLabel } from "../../domain/scalars/labels.ts";

/** `1,385.07 of 2,000.00 EUR`: both are in the currency of the cap. */
export function amountOf(part: Money, whole: Money): string {
  return `${moneyLabel(part).replace(` ${part.currency}`, "")} of ${moneyLabel(whole)}`;
}
