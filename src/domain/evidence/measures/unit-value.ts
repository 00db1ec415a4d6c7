import type { Result } from "../../records/evals/result.ts";
import type { Eval } from "../../records/eval.ts";
import { decimal } from "../../scalars/decimal.ts";
import { timeUnitMeant } from "../../scalars/duration.ts";
import type { FigureScale } from "../../scalars/figure.ts";
import { quantityIn, type Quantity } from "../../scalars/quantity.ts";
import { contradiction, type ContradictionEvidence } from "../evidence.ts";
import { isNegative, isUnsigned } from "../signed-figure.ts";
import { comparedUnit } from "../target-test.ts";

/** What the measures that are logged as a value with its unit have in common: means and totals. */

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

/** Results far below, where there is a below, and far above any target, and nothing at all between them. */
export function farFigures(item: Eval): readonly Result[] {
  const unit = comparedUnit(item) ?? "";
  return [...(isUnsigned(item, unit) ? [] : [-FAR]), 0, FAR].map((figure) => ({
    eval: item.id,
    arm: "",
    value: { amount: decimal(figure), unit },
  }));
}

/** The same number in the unit of the eval, where its unit was forgotten or is written in another way. */
export function meantInUnit(item: Eval, result: Result): readonly Result[] {
  const [{ value }, unit] = [result, comparedUnit(item)];
  if (value === undefined || unit === undefined) return [];
  const found = value.unit;
  // A time without a unit is as often in milliseconds as in seconds.
  const units =
    found === ""
      ? [unit, ...(unit === "s" ? ["ms"] : unit === "ms" ? ["s"] : [])]
      : unit === "" || found.toLowerCase() === unit.toLowerCase()
        ? [unit]
        : [timeUnitMeant(found)].filter((meant) => meant !== undefined);
  return units.map((one) => ({ ...result, value: { ...value, unit: one } }));
}

/** The figure of a result in the unit of its eval; the figure of the target, or one of ours, where it has none. */
export function exampleValue(item: Eval, { value }: Result): Quantity {
  const { target } = item;
  const unit = comparedUnit(item) ?? value?.unit ?? "s";
  if (value?.unit === "" && !isNegative(value)) return { ...value, unit };
  const ours = target?.form === "value" ? target.quantity : { amount: { digits: 18n, scale: 1 }, unit };
  const wrong = value !== undefined && isNegative(value) && isUnsigned(item, unit);
  return (wrong ? undefined : value && quantityIn(value, unit)) ?? ours;
}
