import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import type { ValueStanding } from "../../domain/business-case/business-case.ts";
import type { Money } from "../../domain/scalars/money.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { estimateOf, isMoney, VALUE_INPUTS } from "../../domain/records/value-inputs.ts";
import { moneyLabel } from "../../domain/scalars/labels.ts";
const FILE = DEFINITION_FILES.value;

/** Amounts of the business case in a currency without a rate: for the check of exchange rates. */
export function unconvertedValue({ value, definitions }: Standing): readonly Diagnostic[] {
  const inputs = VALUE_INPUTS.flatMap((spec) => {
    const figure = estimateOf(definitions.value, spec)?.likely;
    const stray = value.inputs.some((input) => input.name === spec.name && input.unconverted);
    return figure !== undefined && isMoney(figure) && stray ? [withoutRate(figure, value, spec.name)] : [];
  });
  const threshold =
    value.missing.includes("thresholds.impact") && value.impactThreshold !== undefined
      ? [withoutRate(value.impactThreshold, value, "thresholds", "impact")]
      : [];
  return [...inputs, ...threshold];
}

function withoutRate(amount: Money, value: ValueStanding, ...path: readonly string[]): Diagnostic {
  return {
    code: "exchange-rate-missing",
    message: `${path.at(-1)} is ${moneyLabel(amount)} and there is no rate for ${amount.currency}, expected one to reckon the case in ${value.currency}`,
    place: valueAt(FILE, ...path),
    hint: rateHint(amount.currency, value.currency),
  };
}

/** Day and source belong to it: without them the rate would be reported next. */
export function rateHint(foreign: string, into: string): string {
  return `add ${foreign}: { rate: …, date: …, source: … } under exchange: in costs.yaml; the rate is what one ${foreign} is in ${into}`;
}
