import type { Eval } from "../records/eval.ts";
import { isNeverNegative, type Quantity } from "../scalars/quantity.ts";
import { nameWords } from "./columns/name-words.ts";

/** What is a difference by its name may be below zero in any unit. */
const DIFFERENCES: ReadonlySet<string> = new Set(
  "balance change delta diff difference drift gain gains loss losses margin net profit saved saving savings".split(" "),
);

/**
 * Whether the figures of an eval cannot be negative in a unit, as a cost in EUR cannot. A difference may be negative,
 * and so may a figure whose target or baseline is.
 */
export function isUnsigned({ id, metric, target, baseline }: Eval, unit: string): boolean {
  if (!isNeverNegative(unit)) return false;
  const agreed = [target?.quantity, baseline?.kind === "fixed" ? baseline.quantity : undefined];
  if (agreed.some((quantity) => quantity !== undefined && isNegative(quantity))) return false;
  const words = [id, metric ?? ""].flatMap(nameWords).map((word) => word.toLowerCase());
  return !words.some((word) => DIFFERENCES.has(word));
}

export function isNegative({ amount }: Quantity): boolean {
  return amount.digits < 0n;
}
