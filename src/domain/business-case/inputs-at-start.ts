import type { EvalStanding } from "../evidence/eval-standing.ts";
import type { Entry } from "../records/entry.ts";
import type { EffectiveLog } from "../records/log.ts";
import type { Definitions } from "../records/records.ts";
import { withoutUnread } from "../records/unread.ts";
import type { BusinessCase, Estimate } from "../records/value.ts";
import { estimateOf, isMoney, VALUE_INPUTS, type ValueInputSpec } from "../records/value-inputs.ts";
import { parseInputAmount, parseInputNumber } from "../records/value-input-text.ts";
import { decimalNumber, shortDecimalText, type Decimal } from "../scalars/decimal.ts";
import { moneyText, type Money } from "../scalars/money.ts";
import type { SpendStanding } from "../spend/spend.ts";
import { projectedCosts, unitEconomics } from "../spend/unit-economics.ts";
import { valueStanding, type ValueStanding } from "./business-case.ts";

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

/** An input that is not what it was at the start; undefined where value.yaml did not, or does not, state it. */
export interface ChangedInput {
  readonly name: string;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** The case with the inputs of the start, by what was logged since. */
export interface CaseAtStart {
  readonly changed: readonly ChangedInput[];
  readonly value: ValueStanding;
}

/** What a case is judged by. */
interface Judged {
  readonly started: Entry | undefined;
  readonly definitions: Pick<Definitions, "value" | "costs">;
  readonly log: Pick<EffectiveLog, "counted">;
  readonly spend: SpendStanding;
  readonly evals: readonly EvalStanding[];
  readonly value: ValueStanding;
}

/**
 * Undefined where nothing was changed since, and in older starts, which keep no inputs. What the case needs and the
 * start left open was not changed, and stays as it is.
 */
export function caseAtStart({ started, definitions, log, spend, evals }: Judged): CaseAtStart | undefined {
  const inputs = started?.start?.inputs;
  if (inputs === undefined) return undefined;
  const { value: written, costs } = definitions;
  const likely = likelyInputs(written);
  const changed = VALUE_INPUTS.flatMap((spec) => {
    const [before, now] = [inputs.get(spec.name), likely.get(spec.name)];
    return before === now || (before === undefined && spec.needed) ? [] : [{ spec, name: spec.name, before, now }];
  });
  if (changed.length === 0) return undefined;
  const value = changed.reduce((all, { spec, before }) => withInput(all, spec, before), written);
  const unit = unitEconomics(log.counted, spend, evals, { value, costs });
  const counted = new Set(log.counted.map(({ id }) => id));
  return {
    changed: changed.map(({ name, before, now }) => ({ name, before, now })),
    value: valueStanding(value, costs, spend.currency, { counted, projected: projectedCosts(unit) }),
  };
}

/**
 * The same where the change turns the answer: inputs are meant to be learned. Only what changes whether the thresholds
 * are met, or makes it pay back in less than half the time, has to be said.
 */
export function turnedCase(judged: Judged): CaseAtStart | undefined {
  const then = caseAtStart(judged);
  if (then === undefined) return undefined;
  const { meetsThresholds, payback } = judged.value;
  const turned = then.value.meetsThresholds !== meetsThresholds || isFarSooner(payback, then.value.payback);
  return turned ? then : undefined;
}

function isFarSooner(now: ValueStanding["payback"], then: ValueStanding["payback"]): boolean {
  if (now === undefined || now === "never" || then === undefined || then === "never") return false;
  return decimalNumber(now) * 2 < decimalNumber(then);
}

/** The case with one input as it was; unchanged where a hand-made entry says what it cannot be. */
function withInput(value: BusinessCase, spec: ValueInputSpec, text: string | undefined): BusinessCase {
  const { [spec.key]: known, ...others } = value;
  if (text === undefined) return others;
  const figure = spec.role === "factor" ? parseInputNumber(spec, text) : parseInputAmount(spec, text);
  if (!figure.ok) return value;
  const { grade = "asserted", ...grounds }: Partial<Estimate<Decimal | Money>> = known ?? {};
  const estimate: Estimate<Decimal | Money> = {
    ...grounds,
    grade,
    low: figure.value,
    likely: figure.value,
    high: figure.value,
  };
  return { ...withoutUnread(others, [spec.name]), [spec.key]: estimate };
}
