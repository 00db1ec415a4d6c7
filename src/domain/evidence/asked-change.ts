import type { Eval } from "../records/eval.ts";
import { decimal, subtractDecimals } from "../scalars/decimal.ts";
import type { ChangeForm, Target } from "../scalars/target.ts";

/** A target in a form that figures are compared with: a margin has become the change that is the least acceptable. */
export interface AskedTarget extends Target {
  readonly form: ChangeForm;
}

/**
 * The target as it is compared: `not worse than 3pp` is a difference of −3pp at least, `not more than 10% worse` a
 * reduction of −10% at least where lower is better and a gain of −10% where higher is. Changes count in the good
 * direction, so that the unfavourable bound of the change has to stay above the margin with its sign turned; the same
 * methods judge it as judge any other change.
 */
export function askedChange({ better, baseline }: Pick<Eval, "better" | "baseline">, target: Target): AskedTarget {
  const { form, comparator } = target;
  if (form !== "not-worse") return { ...target, form };
  const { unit } = target.quantity;
  const relative = unit === "%";
  // Points of a figure that is itself in percent, such as the load of a machine, are its unit.
  const ofPercent = unit === "pp" && baseline?.kind === "fixed" && baseline.quantity.unit === "%";
  return {
    form: !relative ? "difference" : better === "lower" ? "reduction" : "gain",
    comparator,
    quantity: {
      amount: subtractDecimals(decimal(0), target.quantity.amount),
      unit: ofPercent ? "%" : unit,
    },
  };
}
