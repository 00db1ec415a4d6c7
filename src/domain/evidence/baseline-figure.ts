import type { Baseline } from "../records/eval.ts";
import { decimalNumber } from "../scalars/decimal.ts";
import type { FigureScale } from "../scalars/figure.ts";
import { quantityIn, quantityNumber } from "../scalars/quantity.ts";

/** The baseline on the scale of a figure; undefined where its unit does not convert. */
export function baselineFigure(baseline: Baseline, scale: FigureScale): number | undefined {
  if (baseline.kind === "counted") return scale.kind === "share" ? baseline.count.x / baseline.count.n : undefined;
  if (scale.kind === "share") return baseline.quantity.unit === "%" ? quantityNumber(baseline.quantity) : undefined;
  const converted = scale.kind === "unit" ? quantityIn(baseline.quantity, scale.unit) : undefined;
  return converted && decimalNumber(converted.amount);
}
