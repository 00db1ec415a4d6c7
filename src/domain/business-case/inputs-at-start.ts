import type { BusinessCase, Estimate } from "../records/value.ts";
import { estimateOf, isMoney, VALUE_INPUTS, type ValueInputSpec } from "../records/value-inputs.ts";
import { parseInputAmount, parseInputNumber } from "../records/value-input-text.ts";
import { decimalNumber, shortDecimalText, type Decimal } from "../scalars/decimal.ts";
import { moneyText, type Money } from "../scalars/money.ts";
import type { ValueStanding } from "./business-case.ts";

/** The likely figure of each input that is given, by its name in value.yaml: `users` → `120`. */
export function likelyInputs(value: BusinessCase): ReadonlyMap<string, string> {
  return new Map(
    VALUE_INPUTS.flatMap((spec) => {
      const estimate = estimateOf(value, spec);
      return estimate === undefined ? [] : [[spec.name, figureText(estimate.likely)] as const];
    }),
  );
}

function figureText(figure: Decimal | Money): string {
  return isMoney(figure) ? moneyText(figure) : shortDecimalText(figure);
}

/** An input that was another figure at the start. */
export interface ChangedInput {
  readonly name: string;
  readonly before: string;
  readonly now: string;
}

/** Inputs that were changed after the start and turn the answer of the business case, and the case without that. */
export interface TurnedCase {
  readonly changed: readonly ChangedInput[];
  readonly atStart: ValueStanding;
}

/**
 * Undefined where nothing turned: inputs are meant to be learned. Only what changes whether the thresholds are met, or
 * makes it pay back in less than half the time, has to be said. An input that was left open at the start was not
 * changed, and stays as it is.
 */
export function turnedCase(
  value: BusinessCase,
  inputs: ReadonlyMap<string, string>,
  now: Pick<ValueStanding, "meetsThresholds" | "payback">,
  judge: (value: BusinessCase) => ValueStanding,
): TurnedCase | undefined {
  const likely = likelyInputs(value);
  const changed = VALUE_INPUTS.flatMap((spec) => {
    const [before, current] = [inputs.get(spec.name), likely.get(spec.name)];
    return before === undefined || current === undefined || before === current
      ? []
      : [{ spec, name: spec.name, before, now: current }];
  });
  if (changed.length === 0) return undefined;
  const atStart = judge(
    changed.reduce<BusinessCase>((all, { spec, before }) => ({ ...all, ...inputOf(spec, before, all) }), value),
  );
  if (atStart.meetsThresholds === now.meetsThresholds && !isFarSooner(now.payback, atStart.payback)) return undefined;
  return { changed: changed.map(({ name, before, now: current }) => ({ name, before, now: current })), atStart };
}

function isFarSooner(now: ValueStanding["payback"], then: ValueStanding["payback"]): boolean {
  if (now === undefined || now === "never" || then === undefined || then === "never") return false;
  return decimalNumber(now) * 2 < decimalNumber(then);
}

/** The input with one figure; nothing where a hand-made entry says what it cannot be. */
function inputOf(spec: ValueInputSpec, text: string, value: BusinessCase): BusinessCase {
  const known = estimateOf(value, spec);
  const figure = spec.role === "factor" ? parseInputNumber(spec, text) : parseInputAmount(spec, text);
  if (!figure.ok || known === undefined) return {};
  const estimate: Estimate<Decimal | Money> = {
    ...known,
    low: figure.value,
    likely: figure.value,
    high: figure.value,
  };
  return { [spec.key]: estimate };
}
