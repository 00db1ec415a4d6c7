import { currencyExponent } from "./currency.ts";
import type { Quantity } from "./quantity.ts";

/** Costs and times are skewed to the right, and a mean of few of them says little. */
export function isCurrencyOrTime(quantity: Quantity | undefined): boolean {
  if (quantity === undefined) return false;
  const unit = quantity.unit.split("/")[0]!;
  return ["ms", "s", "min", "h"].includes(unit) || currencyExponent(unit) !== undefined;
}
