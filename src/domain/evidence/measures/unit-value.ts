import type { Result } from "../../records/entry.ts";
import type { Eval } from "../../records/eval.ts";
import { decimal } from "../../scalars/decimal.ts";
import type { FigureScale } from "../../scalars/figure.ts";
import { quantityIn, type Quantity } from "../../scalars/quantity.ts";
import { contradiction, type ContradictionEvidence } from "../evidence.ts";
import { comparedUnit } from "../target-test.ts";

/** What measures share that are logged as a value with its unit: means and totals. */

interface UnitValue {
  readonly kind: "value";
  readonly figure: Quantity;
  readonly scale: FigureScale;
}

/** The value of a result, in the unit of a plain target where the eval has one, else in its own. */
export function unitValue(item: Eval, { value }: Result): UnitValue | ContradictionEvidence {
  if (value === undefined) return contradiction({ code: "value-missing", measure: item.measure });
  const unit = item.target?.form === "value" ? item.target.quantity.unit : value.unit;
  const figure = quantityIn(value, unit);
  return figure === undefined
    ? contradiction({ code: "result-unit-differs", found: value.unit, expected: unit })
    : { kind: "value", figure, scale: { kind: "unit", unit } };
}

const FAR = 1_000_000_000;

/** Results far below and far above any target, and nothing at all between them. */
export function farFigures(item: Eval): readonly Result[] {
  const unit = comparedUnit(item) ?? "";
  return [-FAR, 0, FAR].map((figure) => ({ eval: item.id, arm: "", value: { amount: decimal(figure), unit } }));
}
