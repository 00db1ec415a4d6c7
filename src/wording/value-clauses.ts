import type { LogContradiction, CaseVerdict } from "../domain/business-case/log-contradictions.ts";
import type { LoggedCost } from "../domain/business-case/logged-cost.ts";
import type { ValueStanding } from "../domain/business-case/business-case.ts";
import { missesOf, type MissedThreshold } from "../domain/business-case/missed-threshold.ts";
import type { ValueFault } from "../domain/business-case/value-faults.ts";
import { VALUE_INPUTS } from "../domain/records/value-inputs.ts";
import { shortDecimalText } from "../domain/scalars/decimal.ts";
import { countLabel, listLabel, moneyLabel, monthsLabel, numberLabel } from "../domain/scalars/labels.ts";
import type { Money } from "../domain/scalars/money.ts";
import { inputLabel } from "./input-words.ts";

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

const BENEFIT: ReadonlySet<string> = new Set(
  VALUE_INPUTS.filter(({ role }) => role === "factor" || role === "rate" || role === "revenue").map(({ name }) => name),
);

/** `Nobody has measured any of the benefit.`; undefined where everything behind it has a source. */
export function benefitDoubt({
  grounds,
  inputs,
}: Pick<ValueStanding, "grounds" | "inputs">):
  | { readonly code: "benefit-unmeasured" | "benefit-unsourced"; readonly text: string }
  | undefined {
  if (grounds === undefined || grounds.asserted === 0) return undefined;
  const behind = inputs.filter(({ name }) => BENEFIT.has(name));
  if (behind.every(({ standsAs }) => standsAs !== "measured"))
    return { code: "benefit-unmeasured", text: "Nobody has measured any of the benefit." };
  const asserted = behind.filter(({ standsAs }) => standsAs === "asserted");
  const names = listLabel(asserted.map(({ name }) => inputLabel(name)));
  return { code: "benefit-unsourced", text: `The benefit depends on figures without a source: ${names}.` };
}

/** `6 of 7 inputs have no source, and no cost of models is subtracted`; "" where there is nothing to say. */
export function worthDoubtClause({ inputs, modelCost }: Pick<ValueStanding, "inputs" | "modelCost">): string {
  const asserted = inputs.filter(({ standsAs }) => standsAs === "asserted").length;
  return [
    ...(asserted === 0
      ? []
      : [`${asserted} of ${countLabel(inputs.length, "input")} ${asserted === 1 ? "has" : "have"} no source`]),
    ...(modelCost.used === undefined ? ["no cost of models is subtracted"] : []),
  ].join(", and ");
}

/** `for models`, `for people's review`. */
export function costLabel(name: LoggedCost["name"]): string {
  return name === "model_cost" ? "for models" : "for people's review";
}

/**
 * Both figures and both verdicts: `for models, value.yaml states 6,000.00 EUR a year and the log projects 90,000.00
 * EUR: with the log's figure the case misses its threshold (payback 14.2 months), as it is stated it meets it (payback
 * 7.1 months)`.
 */
export function contradictionClause({ costs, stated, logged }: LogContradiction): string {
  const figures = costs.map(
    (cost) =>
      `${costLabel(cost.name)}, value.yaml states ${moneyLabel(cost.stated)} a year and the log projects ` +
      moneyLabel(cost.projected),
  );
  const figure = costs.length === 1 ? "the log's figure" : "both figures of the log";
  const verdicts = `the case ${caseClause(logged)}, as it is stated it ${caseClause(stated)}`;
  return `${listLabel(figures)}: with ${figure} ${verdicts}`;
}

function caseClause({ meets, payback, impact }: CaseVerdict): string {
  const months = payback === "never" ? "it never pays back" : `payback ${monthsLabel(payback)}`;
  return `${meets ? "meets" : "misses"} what was agreed (${months}, impact ${moneyLabel(impact)} a year)`;
}
