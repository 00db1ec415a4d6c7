import type { ValueStanding } from "./business-case.ts";
import { moneyLabel, monthsLabel, numberLabel } from "../scalars/labels.ts";
import { shortDecimalText } from "../scalars/decimal.ts";
import type { ValueFault } from "./value-faults.ts";

/** What the business case says in words, the same in `poc value`, the memo, the checks and the recommendation. */

/** `payback 14.2 months, at most 12 months were agreed`, for each threshold that is missed. */
export function missedClauses(value: ValueStanding): readonly string[] {
  return value.missed.map((threshold) => {
    if (threshold === "impact")
      return [
        `annual net impact ${moneyLabel(value.impact!)}`,
        `at least ${moneyLabel(value.impactThreshold!)} was agreed`,
      ].join(", ");
    const agreed =
      `at most ${monthsLabel(value.paybackThreshold!)} ` +
      `${shortDecimalText(value.paybackThreshold!) === "1" ? "was" : "were"} agreed`;
    return value.payback === "never"
      ? `${neverClause(value)}; ${agreed}`
      : `payback ${monthsLabel(value.payback!)}, ${agreed}`;
  });
}

/** `it never pays back: it costs 4,000.00 EUR a year more than it brings`. */
export function neverClause({ impact }: ValueStanding): string {
  const loss = impact === undefined ? 0n : -impact.minor;
  if (impact === undefined || loss === 0n) return "it never pays back: it brings no more a year than it costs";
  return `it never pays back: it costs ${moneyLabel({ ...impact, minor: loss })} a year more than it brings`;
}

export function faultClause(fault: ValueFault): string {
  if (fault.kind === "minutes-above-task")
    return `${numberLabel(fault.minutes)} minutes are saved on a task that takes ${numberLabel(fault.task)}`;
  return (
    `${numberLabel(fault.tasks)} tasks a day that save ${numberLabel(fault.minutes)} minutes each are more than 24 ` +
    `hours a day for one person`
  );
}
