import type { Result } from "../records/evals/result.ts";
import type { Eval } from "../records/eval.ts";
import { quantityText } from "../scalars/quantity.ts";
import type { Target } from "../scalars/target.ts";
import { askedChange } from "./asked-change.ts";
import { sumsContradiction } from "./clusters.ts";
import type { Contradiction } from "./eval-reason.ts";
import { contradiction, type Evidence } from "./evidence.ts";
import { isNegative, isUnsigned } from "./signed-figure.ts";
import { MEASURES } from "./measures/measures.ts";

/**
 * The figure that a result shows, on its own scale: a share (0 to 1) for proportions, the share of runs within the
 * limit for percentiles, and a number in the unit of the eval for means and totals. The measure of the eval knows how.
 *
 * Results that contradict themselves or their eval come back as a contradiction; nothing is thrown.
 *
 * @param confidence of each bound, one-sided, 0 to 1
 */
export function figureEvidence(item: Eval, result: Result, confidence: number): Evidence {
  return remembered({ item, target: undefined, confidence }, result, () => figureOf(item, result, confidence));
}

function figureOf(item: Eval, result: Result, confidence: number): Evidence {
  const contradicted = sumsContradiction(result) ?? pairsContradiction(result) ?? signContradiction(item, result);
  if (contradicted !== undefined) return contradiction(contradicted);
  return MEASURES[item.measure].evidence(item, result, confidence);
}

function pairsContradiction({ pairs, n }: Result): Contradiction | undefined {
  if (pairs === undefined || n === undefined) return undefined;
  const cases = pairs.both + pairs.baseline + pairs.candidate + pairs.neither;
  return cases === n ? undefined : { code: "pairs-differ-from-n", cases, n };
}

function signContradiction(item: Eval, { value }: Result): Contradiction | undefined {
  if (value === undefined || !isNegative(value) || !isUnsigned(item, value.unit)) return undefined;
  return { code: "negative-impossible", found: quantityText(value), unit: value.unit };
}

/**
 * What a result says on the scale of the target: the figure itself, its difference to the baseline (in points or in the
 * unit of the eval) or its relative change (a fraction). Changes count in the good direction, so that the comparator of
 * the target applies to all of them. docs/statistics.md names the method of every comparison.
 *
 * @param confidence of each bound, one-sided, 0 to 1
 */
export function targetEvidence(item: Eval, target: Target, result: Result, confidence: number): Evidence {
  const figure = figureEvidence(item, result, confidence);
  if (figure.kind !== "interval" || target.form === "value") return figure;
  return remembered({ item, target, confidence }, result, () =>
    MEASURES[item.measure].change(item, askedChange(item, target), result, figure, confidence),
  );
}

interface Asked {
  readonly item: Eval;
  readonly target: Target | undefined;
  readonly confidence: number;
}

type Found = Pick<Asked, "target"> & { readonly evidence: Evidence };

/**
 * A history asks for the same evidence on each of its days, and a bound takes a hundred steps to find. By eval first:
 * PoCs of a portfolio may share a result, and what one of them asked is forgotten with its evals. By confidence,
 * because a result that was logged a hundred times has another one each time.
 */
const REMEMBERED = new WeakMap<Asked["item"], WeakMap<Result, Map<number, Found[]>>>();

function remembered({ item, target, confidence }: Asked, result: Result, find: () => Evidence): Evidence {
  let ofItem = REMEMBERED.get(item);
  if (ofItem === undefined) REMEMBERED.set(item, (ofItem = new WeakMap()));
  let known = ofItem.get(result);
  if (known === undefined) ofItem.set(result, (known = new Map()));
  const asked = known.get(confidence);
  const same = asked?.find((one) => one.target === target);
  if (same !== undefined) return same.evidence;
  const evidence = find();
  if (asked === undefined) known.set(confidence, [{ target, evidence }]);
  else asked.push({ target, evidence });
  return evidence;
}
