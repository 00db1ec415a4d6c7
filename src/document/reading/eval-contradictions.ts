import type { Code } from "../../diagnostics/catalogue.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import {
  addDecimals,
  compareDecimals,
  decimal,
  decimalNumber,
  divideDecimals,
  multiplyDecimals,
  shortDecimalText,
  subtractDecimals,
} from "../../domain/scalars/decimal.ts";
import { sumsContradiction } from "../../domain/evidence/clusters.ts";
import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import { baselineText, groupsOfBaseline, rangeText, type Baseline, type Eval } from "../../domain/records/eval.ts";
import { quantityIn, quantityText, type Quantity } from "../../domain/scalars/quantity.ts";
import { targetText, type Expectation } from "../../domain/scalars/target.ts";

interface Finding {
  readonly code: Code;
  readonly field: string;
  readonly message: string;
  readonly hint?: string;
}

/** Contradictions between the fields of one eval, each of which can be read by itself. */
export function evalContradictions(item: Eval, file: string, baselineLeftOpen: boolean): readonly Diagnostic[] {
  const baseline = item.baseline === undefined && baselineLeftOpen ? [] : baselineFindings(item);
  const findings = [
    ...guardFindings(item),
    ...directionFindings(item),
    ...unitFindings(item),
    ...baseline,
    ...percentileFindings(item),
    ...rangeFindings(item),
    ...triesFindings(item),
  ];
  return findings.map(({ code, field, message, hint }) => ({
    code,
    message,
    place: valueAt(file, item.id, field),
    ...(hint === undefined ? {} : { hint }),
  }));
}

/** A primary eval decides already; what guards against a loss is another eval. */
function guardFindings({ guard, primary }: Eval): readonly Finding[] {
  if (guard === undefined || !primary) return [];
  const message = "found guard: hard on a primary eval, which decides by itself";
  return [{ code: "fields-conflict", field: "guard", message, hint: "remove guard, or primary: true" }];
}

function directionFindings({ target, better }: Eval): readonly Finding[] {
  if (target === undefined) return [];
  const upwards = target.form === "gain" || (target.form === "value" && target.comparator.startsWith(">"));
  const downwards = target.form === "reduction" || (target.form === "value" && target.comparator.startsWith("<"));
  if (!(better === "lower" ? upwards : downwards)) return [];
  const right =
    better === "lower" ? "value <= …, difference >= … or reduction >= …" : "value >= …, difference >= … or gain >= …";
  const message = `found the target ${targetText(target)}, although ${better} is better; expected ${right}`;
  return [{ code: "target-contradicts", field: "target", message }];
}

function unitFindings(item: Eval): readonly Finding[] {
  const asked = [
    ["target", item.target],
    ["expected", item.expected],
  ] as const;
  return asked.flatMap(([field, wanted]) => {
    if (wanted === undefined) return [];
    const { form, quantity } = wanted;
    return form === "not-worse" ? marginFindings(item, quantity) : formFindings(item, field, { form, quantity });
  });
}

/** A margin is counted from the baseline: in points or in percent of a rate, in the unit or in percent of a figure. */
function marginFindings(item: Eval, margin: Quantity): readonly Finding[] {
  const { measure } = item;
  const { countsWithinLimit, writtenIn } = MEASURES[measure];
  const text = quantityText(margin);
  if (countsWithinLimit) {
    const limit = limitAllowed(item, margin);
    const message =
      `found a margin of ${text} for a ${measure}, which is judged by its runs within a limit; ` +
      "expected the limit itself";
    const hint = `write value <= ${limit === undefined ? "2 s, or another limit" : quantityText(limit)}`;
    return [{ code: "target-contradicts", field: "target", message, hint }];
  }
  if (margin.unit === "%") return [];
  if (writtenIn === "unit")
    return margin.unit === "pp" && isInPercent(item) ? [] : baselineUnit(item, "target", margin);
  if (margin.unit === "pp") return isPercentage(margin) ? [] : [outside("target", text)];
  const figure = quantityText({ ...margin, unit: "" });
  const message = `found a margin of ${text} for a ${measure}, expected points such as 3pp, or percent of today's rate`;
  const hint = `write not worse than ${figure}pp, or not more than ${figure}% worse`;
  return [{ code: "target-unit-mismatch", field: "target", message, ...(margin.unit === "" ? { hint } : {}) }];
}

function isInPercent({ baseline }: Eval): boolean {
  return baseline?.kind === "fixed" && baseline.quantity.unit === "%";
}

/** The limit that people mean: the baseline of a percentile plus its margin. */
function limitAllowed({ baseline, better }: Eval, { amount, unit }: Quantity): Quantity | undefined {
  if (baseline?.kind !== "fixed" || better !== "lower") return undefined;
  const today = baseline.quantity;
  if (unit === "%") {
    const share = divideDecimals(multiplyDecimals(today.amount, amount), decimal(100), today.amount.scale + 4);
    return { ...today, amount: addDecimals(today.amount, share) };
  }
  const converted = quantityIn({ amount, unit }, today.unit);
  return converted && { ...today, amount: addDecimals(today.amount, converted.amount) };
}

function formFindings(item: Eval, field: string, { form, quantity }: Expectation): readonly Finding[] {
  const text = quantityText(quantity);
  // If a metric may get worse, a loss is what a team may expect.
  if (field === "expected" && item.target?.form === "not-worse" && form !== "value" && quantity.amount.digits < 0n)
    return formFindings(item, field, { form, quantity: negated(quantity) });
  // A rate cannot fall by more than 100%, but it may more than double.
  if (form === "reduction") return isPercentage(quantity) ? [] : [outside(field, text)];
  if (form === "gain") return quantity.amount.digits >= 0n ? [] : [outside(field, text)];
  if (MEASURES[item.measure].writtenIn === "unit") return baselineUnit(item, field, quantity);
  const unit = form === "value" ? "%" : "pp";
  if (quantity.unit !== unit) {
    const expected = unit === "%" ? "a percentage such as 12%" : "percentage points such as 5pp";
    const hint =
      quantity.unit === "%" || quantity.unit === "pp" ? { hint: `write ${text.replace(quantity.unit, unit)}` } : {};
    return [
      {
        code: "target-unit-mismatch",
        field,
        message: `found ${text} for a ${item.measure}, expected ${expected}`,
        ...hint,
      },
    ];
  }
  return isPercentage(quantity) ? [] : [outside(field, text)];
}

function baselineUnit({ baseline }: Eval, field: string, quantity: Quantity): readonly Finding[] {
  if (baseline?.kind !== "fixed" || quantityIn(quantity, baseline.quantity.unit) !== undefined) return [];
  const unit = (of: Quantity) => (of.unit === "" ? "no unit" : of.unit);
  const found = `found ${quantityText(quantity)} beside a baseline in ${unit(baseline.quantity)}`;
  const message = `${found}, expected the same unit`;
  return [{ code: "target-unit-mismatch", field, message }];
}

/** What a share without its sign most likely is, or the measure that a figure in a unit belongs to. */
function shareHint({ amount, unit }: Quantity, text: string): string {
  if (unit !== "") return `write measure: mean, if ${text} is an average`;
  const percent = decimalNumber(amount) > 1 ? text : shortDecimalText(multiplyDecimals(amount, decimal(100)));
  return `write ${percent}%; or measure: mean, if ${text} is an average`;
}

function baselineFindings({ baseline, measure, target, expected }: Eval): readonly Finding[] {
  const { writtenIn, averages } = MEASURES[measure];
  if (baseline === undefined) {
    const relative = (
      [
        ["target", target],
        ["expected", expected],
      ] as const
    ).find(([, wanted]) => wanted !== undefined && wanted.form !== "value");
    if (relative === undefined) return [];
    const form = relative[1]?.form;
    const message =
      `found a ${form === "not-worse" ? "margin" : form}, which is counted from a baseline, and no baseline; ` +
      "expected one";
    return [
      {
        code: "baseline-missing",
        field: relative[0],
        message,
        hint: "add baseline: 41/200, or a figure with its source",
      },
    ];
  }
  const odd = oddGroups(baseline);
  if (odd !== undefined) return [{ code: "baseline-contradicts", field: "baseline", message: odd }];
  if (baseline.kind === "counted") {
    if (writtenIn === "share") return [];
    const message = `found a counted baseline for a ${measure}, expected a figure with its unit`;
    const hint = "write measure: proportion; or the baseline as a figure, such as 1.8 s";
    return [{ code: "baseline-contradicts", field: "baseline", message, hint }];
  }
  if (baseline.spread !== undefined && baseline.spread.clusters === undefined && !averages) {
    return [
      {
        code: "baseline-contradicts",
        field: "baseline",
        message: `found sd and n beside the baseline of a ${measure}, expected them only with a mean`,
        hint: "write measure: mean; or the baseline without sd and n, as a count such as 41/200",
      },
    ];
  }
  if (writtenIn === "unit") return [];
  const text = quantityText(baseline.quantity);
  if (baseline.quantity.unit !== "%") {
    return [
      {
        code: "baseline-contradicts",
        field: "baseline",
        message: `found ${text} for a ${measure}, expected a count such as 41/200 or a percentage`,
        hint: shareHint(baseline.quantity, text),
      },
    ];
  }
  return isPercentage(baseline.quantity) ? [] : [outside("baseline", text)];
}

function percentileFindings({ measure, percentile }: Eval): readonly Finding[] {
  if (percentile === undefined || MEASURES[measure].countsWithinLimit) return [];
  return [
    {
      code: "fields-conflict",
      field: "percentile",
      message: `found a percentile beside measure: ${measure}, expected measure: percentile`,
    },
  ];
}

/** Groups that do not add up to what they are the groups of. */
function oddGroups(baseline: Baseline): string | undefined {
  const clusters = groupsOfBaseline(baseline);
  if (clusters === undefined) return undefined;
  const of =
    baseline.kind === "counted" ? { count: baseline.count } : { value: baseline.quantity, n: baseline.spread?.n ?? 0 };
  const fault = sumsContradiction({ eval: "", arm: "", ...of, clusters });
  return fault && `found groups that do not add up to the baseline, ${baselineText(baseline)}`;
}

function triesFindings({ k, measure }: Eval): readonly Finding[] {
  const { takesTries } = MEASURES[measure];
  if (takesTries === (k !== undefined)) return [];
  return [
    takesTries
      ? {
          code: "missing-field",
          field: "measure",
          message: `found measure: ${measure} without k, expected the number of tries`,
          hint: "add k: 5",
        }
      : {
          code: "fields-conflict",
          field: "k",
          message: `found k beside measure: ${measure}, expected it only with pass@k or pass^k`,
          hint: "remove k, or write measure: pass@k",
        },
  ];
}

function rangeFindings({ range, measure, target }: Eval): readonly Finding[] {
  if (range === undefined) return [];
  if (!MEASURES[measure].averages)
    return [
      {
        code: "fields-conflict",
        field: "range",
        message: `found a range beside measure: ${measure}, expected it only with a mean`,
        hint: "remove range, or write measure: mean",
      },
    ];
  if (target?.form !== "value") return [];
  const { amount } = target.quantity;
  const isWithin = compareDecimals(amount, range.least) >= 0 && compareDecimals(amount, range.most) <= 0;
  const message = `found the target ${targetText(target)}, and values are declared to be from ${rangeText(range)}`;
  return isWithin ? [] : [{ code: "target-contradicts", field: "target", message }];
}

function negated(quantity: Quantity): Quantity {
  return { ...quantity, amount: subtractDecimals(decimal(0), quantity.amount) };
}

function outside(field: string, text: string): Finding {
  return { code: "percentage-out-of-range", field, message: `found ${text}, expected a percentage from 0 to 100` };
}

function isPercentage({ amount }: Quantity): boolean {
  return compareDecimals(amount, decimal(0)) >= 0 && compareDecimals(amount, decimal(100)) <= 0;
}
