import type { Comparator } from "./comparator.ts";
import { ok, problem, type Parsed } from "./parsed.ts";
import { parseQuantity, quantityText, type Quantity } from "./quantity.ts";

/**
 * The least an eval must show. A `value` is compared as it stands; `difference` is to the baseline in points or units,
 * counted in the good direction; `reduction` and `gain` are relative to the baseline (`reduction >= 40%`).
 */
export interface Target {
  readonly form: "value" | "difference" | "reduction" | "gain";
  readonly comparator: Comparator;
  readonly quantity: Quantity;
}

/** What the team believes it will see: the same forms, without a comparator. */
export interface Expectation {
  readonly form: Target["form"];
  readonly quantity: Quantity;
}

const FORMS = ["value", "difference", "reduction", "gain"] as const;
const EXPECTED = "a target such as value <= 12%, difference >= 5pp or reduction >= 40%";

export function parseTarget(text: string): Parsed<Target> {
  const match = /^([a-z]+) *(<=|>=|<|>|={1,3}) *(\S.*)$/.exec(text.trim());
  if (!match) return problem("invalid-target", EXPECTED);
  const form = parseForm(match[1]!);
  if (form === undefined)
    return problem("invalid-target", EXPECTED, {
      found: `"${match[1]!.slice(0, 40)}" is not one of ${FORMS.join(", ")}`,
    });
  const comparator = match[2]!;
  if (comparator.startsWith("="))
    return problem("invalid-target", "<=, >=, < or >", { found: "equality, which no measurement ever shows" });
  if (form !== "value" && comparator.startsWith("<")) {
    return problem("invalid-target", `${form} >= …`, {
      found: `a ${form} is counted in the good direction, so it can only be asked to be large enough`,
    });
  }
  const quantity = parseFormQuantity(form, match[3]!);
  return quantity.ok ? ok({ form, comparator: comparator as Comparator, quantity: quantity.value }) : quantity;
}

/** Reads `reduction 60%` or `value 8%`; a bare quantity is a value. */
export function parseExpectation(text: string): Parsed<Expectation> {
  const match = /^(?:([a-z]+) +)?(-?\d.*)$/.exec(text.trim());
  const form = match && (match[1] === undefined ? "value" : parseForm(match[1]));
  if (!match || form === undefined || form === null)
    return problem("invalid-target", "an expectation such as reduction 60% or value 8%");
  const quantity = parseFormQuantity(form, match[2]!);
  return quantity.ok ? ok({ form, quantity: quantity.value }) : quantity;
}

function parseForm(word: string): Target["form"] | undefined {
  return FORMS.find((form) => form === word);
}

function parseFormQuantity(form: Target["form"], text: string): Parsed<Quantity> {
  const quantity = parseQuantity(text);
  if (quantity.ok && (form === "reduction" || form === "gain") && quantity.value.unit !== "%") {
    return problem("invalid-target", `a ${form} in percent, such as 40%`);
  }
  return quantity;
}

/** Canonical text; `parseTarget` reads it back. */
export function targetText(target: Target): string {
  return `${target.form} ${target.comparator} ${quantityText(target.quantity)}`;
}

export function expectationText(expectation: Expectation): string {
  return `${expectation.form} ${quantityText(expectation.quantity)}`;
}
