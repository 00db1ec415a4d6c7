import type { Decimal } from "../scalars/decimal.ts";
import type { Money } from "../scalars/money.ts";
import type { ValueStanding } from "./business-case.ts";

/** A threshold that the business case misses, with what it asked for and what the case gives. */
export type MissedThreshold =
  | {
      readonly code: "payback-missed";
      /** Months; "never" where the net impact is zero or negative. */
      readonly payback: Decimal | "never";
      readonly atMost: Decimal;
      /** Annual net impact; undefined where it is not known. It tells why a case never pays back. */
      readonly impact: Money | undefined;
    }
  | { readonly code: "impact-missed"; readonly impact: Money; readonly atLeast: Money };

/** Empty if no threshold is missed, or the case cannot be judged. */
export function missesOf(value: ValueStanding): readonly MissedThreshold[] {
  const { missed, payback, impact, paybackThreshold, impactThreshold } = value;
  return missed.flatMap((threshold): readonly MissedThreshold[] => {
    if (threshold === "payback")
      return payback === undefined || paybackThreshold === undefined
        ? []
        : [{ code: "payback-missed", payback, atMost: paybackThreshold, impact }];
    return impact === undefined || impactThreshold === undefined
      ? []
      : [{ code: "impact-missed", impact, atLeast: impactThreshold }];
  });
}
