import { decimalNumber } from "../../scalars/decimal.ts";
import type { FigureScale } from "../../scalars/figure.ts";
import { quantityIn, quantityNumber } from "../../scalars/quantity.ts";
import type { Target } from "../../scalars/target.ts";
import type { Threshold } from "./measure-kind.ts";

/** The figure that the target names, on `scale`: a fraction for shares and changes, else a number in the unit. */
export function thresholdOn(
  { quantity, comparator }: Pick<Target, "quantity" | "comparator">,
  scale: FigureScale,
): Threshold | undefined {
  if (scale.kind === "unit") {
    const converted = quantityIn(quantity, scale.unit);
    return converted && { threshold: decimalNumber(converted.amount), comparator };
  }
  const isPercent = quantity.unit === "%" || quantity.unit === "pp";
  return isPercent ? { threshold: quantityNumber(quantity), comparator } : undefined;
}
