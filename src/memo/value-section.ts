import type { Standing } from "../domain/standing.ts";
import { countLabel, listLabel, moneyLabel, monthsLabel } from "../domain/wording.ts";
import { openText } from "./open-text.ts";

/** The business case, at the likely figure of every input. */
export interface ValueSection {
  /** Annual net impact. */
  readonly impact: string;
  readonly impactThreshold: string;
  /** One-time build and change costs. */
  readonly investment: string;
  readonly payback: string;
  readonly paybackThreshold: string;
  /** Whether it meets what was set up front, in a sentence. */
  readonly verdict: string;
  /** Inputs that are missing, by their names in value.yaml; "" where none is. */
  readonly missing: string;
  readonly inputs: readonly { readonly name: string; readonly figure: string; readonly grade: string; readonly source: string }[];
  /** `4 of 9 inputs are only asserted: users and …`; "" where there are no inputs. */
  readonly asserted: string;
  /** Whether nothing at all is known of the value. */
  readonly blank: boolean;
}

export function valueSection({ value }: Standing): ValueSection {
  const { inputs, missing } = value;
  return {
    impact: value.impact === undefined ? openText("the business case is incomplete") : `${moneyLabel(value.impact)} a year`,
    impactThreshold: value.impactThreshold === undefined ? "" : `at least ${moneyLabel(value.impactThreshold)} a year`,
    investment: value.investment === undefined ? openText("the business case is incomplete") : moneyLabel(value.investment),
    payback: value.payback === undefined ? openText("the business case is incomplete") : monthsLabel(value.payback),
    paybackThreshold: value.paybackThreshold === undefined ? openText("no payback threshold was set") : `at most ${monthsLabel(value.paybackThreshold)}`,
    verdict: verdictText(value.meetsThresholds, missing.length > 0),
    missing: listLabel(missing),
    inputs: inputs.map(({ name, text, grade, source }) => ({ name, figure: text, grade, source: source ?? "" })),
    asserted: assertedText(inputs),
    blank: inputs.length === 0,
  };
}

function verdictText(meets: boolean | undefined, incomplete: boolean): string {
  if (incomplete) return `${openText("the case cannot be reckoned until its inputs are there")}.`;
  if (meets === undefined) return `${openText("no threshold says what the idea must be worth")}.`;
  return meets ? "It meets the threshold that was set up front." : "It misses the threshold that was set up front.";
}

function assertedText(inputs: readonly { readonly name: string; readonly grade: string }[]): string {
  if (inputs.length === 0) return "";
  const asserted = inputs.filter((input) => input.grade === "asserted").map((input) => input.name);
  const of = `of ${countLabel(inputs.length, "input")}`;
  if (asserted.length === 0) return `None ${of} is merely asserted.`;
  return `${asserted.length} ${of} ${asserted.length === 1 ? "is" : "are"} only asserted: ${listLabel(asserted)}.`;
}
