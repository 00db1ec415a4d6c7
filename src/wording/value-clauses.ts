import type { ValueStanding } from "../domain/business-case/business-case.ts";
import { missesOf, type MissedThreshold } from "../domain/business-case/missed-threshold.ts";
import type { ValueFault } from "../domain/business-case/value-faults.ts";
import { shortDecimalText } from "../domain/scalars/decimal.ts";
import { moneyLabel, monthsLabel, numberLabel } from "../domain/scalars/labels.ts";
import type { Money } from "../domain/scalars/money.ts";

/**
 * Why the business case decides against the idea, or decides nothing: the part of its words that every command needs.
 */

/** `payback 14.2 months, at most 12 months were agreed`. */
export function missClause(miss: MissedThreshold): string {
  if (miss.code === "impact-missed")
    return `annual net impact ${moneyLabel(miss.impact)}, at least ${moneyLabel(miss.atLeast)} was agreed`;
  const { payback, atMost, impact } = miss;
  const agreed = `at most ${monthsLabel(atMost)} ${shortDecimalText(atMost) === "1" ? "was" : "were"} agreed`;
  return payback === "never" ? `${neverClause(impact)}; ${agreed}` : `payback ${monthsLabel(payback)}, ${agreed}`;
}

/** A clause for each threshold that is missed. */
export function missedClauses(value: ValueStanding): readonly string[] {
  return missesOf(value).map(missClause);
}

/** `it never pays back: it costs 4,000.00 EUR a year more than it brings`. `impact`: annual and net. */
export function neverClause(impact: Money | undefined): string {
  const loss = impact === undefined ? 0n : -impact.minor;
  if (impact === undefined || loss === 0n) return "it never pays back: it brings no more a year than it costs";
  return `it never pays back: it costs ${moneyLabel({ ...impact, minor: loss })} a year more than it brings`;
}

/** Figures that cannot be true together, as a clause. */
export function faultClause(fault: ValueFault): string {
  if (fault.kind === "minutes-above-task")
    return `${numberLabel(fault.minutes)} minutes are saved on a task that takes ${numberLabel(fault.task)}`;
  return (
    `${numberLabel(fault.tasks)} tasks a day that save ${numberLabel(fault.minutes)} minutes each ` +
    "are more than 24 hours a day for one person"
  );
}
