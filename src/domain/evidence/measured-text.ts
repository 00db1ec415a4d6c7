import { decimalNumber, roundDecimal } from "../scalars/decimal.ts";
import type { Result } from "../records/evals/result.ts";
import { quantityText, type Quantity } from "../scalars/quantity.ts";

/**
 * `1.84 s`: a figure as it was typed; a mean that was computed from a file to six digits, which is what people can use.
 */
export function measuredText(value: Quantity, { values, cases, n }: Pick<Result, "values" | "cases" | "n">): string {
  const size = Math.abs(decimalNumber(value.amount));
  if ((values ?? cases) === undefined || n === undefined || size === 0) return quantityText(value);
  return quantityText({ ...value, amount: roundDecimal(value.amount, Math.max(0, 5 - Math.floor(Math.log10(size)))) });
}
