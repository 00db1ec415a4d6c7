import type { Comparator } from "./comparator.ts";
import { ok, problem, type Parsed } from "./parsed.ts";
import { compareDecimals, decimal, subtractDecimals } from "./decimal.ts";
import { parseQuantity, quantityText, type Quantity } from "./quantity.ts";
import { marginOf, marginText, parseMargin, type Margin } from "./readings/parse-margin.ts";
import { saidWords } from "./readings/said-words.ts";

const FORMS = ["value", "difference", "reduction", "gain"] as const;
/** How a figure is looked at: as it stands, or as a change from the baseline, counted in the good direction. */
export type ChangeForm = (typeof FORMS)[number];

/**
 * The least an eval must show. A `value` is compared as it stands; `difference` is to the baseline in points or units,
 * counted in the good direction; `reduction` and `gain` are relative to the baseline (`reduction >= 40%`).
 *
 * `not-worse` allows a loss, for what is cheaper or quicker in return: the quantity is the margin, above zero, in
 * percent as a part of the baseline, else as a difference to it. `evidence/asked-change.ts` makes one of the other
 * forms of it, for which it takes the good direction of the eval.
 */
export interface Target {
  readonly form: ChangeForm | "not-worse";
  readonly comparator: Comparator;
  readonly quantity: Quantity;
}

/** What the team expects to see: the same forms, without a comparator. */
export interface Expectation {
  readonly form: ChangeForm;
  readonly quantity: Quantity;
}

const EXPECTED = "a target such as value <= 12%, difference >= 5pp, reduction >= 40% or not worse than 3pp";

const NAMES_FORM = new RegExp(`^\\s*(?:${FORMS.join("|")})\\b`);

/** Reads the forms that files have, and how much worse something may get as people say it. */
export function parseTarget(text: string): Parsed<Target> {
  const margin = NAMES_FORM.test(text) ? undefined : parseMargin(saidWords(text));
  return margin === undefined ? parseForms(text) : marginTarget(margin, text);
}

function marginTarget(margin: Parsed<Margin>, text: string): Parsed<Target> {
  if (!margin.ok) return margin;
  const target = targetOfMargin(margin.value);
  const canonical = targetText(target);
  // In a file `better` has the last word, and must not be contradicted by a word of the target.
  if (margin.value.better !== undefined)
    return problem("invalid-target", "how much worse it may get", {
      found: `better says which way is worse, not "${text.trim().slice(0, 40)}"`,
      hint: `write ${canonical}, beside better: ${margin.value.better}`,
    });
  return ok(target, canonical === text.trim() ? undefined : canonical);
}

/** A margin as a target. */
export function targetOfMargin({ quantity, strict }: Margin): Target {
  return { form: "not-worse", comparator: strict ? ">" : ">=", quantity };
}

function parseForms(text: string): Parsed<Target> {
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
  if (!quantity.ok) return quantity;
  const target: Target = { form, comparator: comparator as Comparator, quantity: quantity.value };
  if (form === "value" || compareDecimals(quantity.value.amount, decimal(0)) >= 0) return ok(target);
  // A change of less than nothing is a loss that is allowed: difference >= -3pp is not worse than 3pp.
  const allowed = { ...quantity.value, amount: subtractDecimals(decimal(0), quantity.value.amount) };
  return marginTarget(marginOf(allowed, comparator === ">", undefined, form === "difference"), text);
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

function parseForm(word: string): ChangeForm | undefined {
  return FORMS.find((form) => form === word);
}

function parseFormQuantity(form: ChangeForm, text: string): Parsed<Quantity> {
  const quantity = parseQuantity(text);
  if (quantity.ok && (form === "reduction" || form === "gain") && quantity.value.unit !== "%") {
    return problem("invalid-target", `a ${form} in percent, such as 40%`);
  }
  return quantity;
}

/** Canonical text; `parseTarget` reads it back. */
export function targetText(target: Target): string {
  if (target.form === "not-worse") return marginText({ quantity: target.quantity, strict: target.comparator === ">" });
  return `${target.form} ${target.comparator} ${quantityText(target.quantity)}`;
}

export function expectationText(expectation: Expectation): string {
  return `${expectation.form} ${quantityText(expectation.quantity)}`;
}
