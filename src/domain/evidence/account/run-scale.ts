import { growingCount } from "../../../statistics/looks/growing-count.ts";
import { growingNormal } from "../../../statistics/looks/growing-normal.ts";
import type { GrowingSample } from "../../../statistics/looks/growing-sample.ts";
import { normalCdf } from "../../../statistics/distributions/normal-cdf.ts";
import type { Result } from "../../records/evals/result.ts";
import type { Eval } from "../../records/eval.ts";
import { compareBounds } from "../../scalars/comparator.ts";
import { casesOf } from "../judged-result.ts";
import { askedChange } from "../asked-change.ts";
import { MEASURES } from "../measures/measures.ts";
import { targetEvidence } from "../result-evidence.ts";

/** The scale on which the runs of an eval are followed while the truth is exactly on the target. */
export interface RunScale {
  /** Whether the chance of a false "met" is calculated exactly. */
  readonly exact: boolean;
  /** A sample that starts from nothing. */
  readonly fresh: () => GrowingSample;
  /** A sample that continues from a run; undefined if the run has no figure with bounds. */
  readonly grownFrom: (result: Result) => GrowingSample | undefined;
  /** How far a run has got: good cases, or z √n. */
  readonly reached: (result: Result) => number | undefined;
}

/** Beyond this, whole counts no longer differ from the normal distribution, and adding them up takes long. */
const MOST_EXACT = 20_000;

/** Whether the number of cases comes into it: a total is compared as it stands, and is never right by chance. */
export function hasSize(item: Eval): boolean {
  const { target } = item;
  const test = target && MEASURES[item.measure].test(item, askedChange(item, target));
  return test?.kind !== "none" || test.why.code !== "cases-do-not-count";
}

/** Plain counts against a plain limit are followed exactly; everything else by its bounds, as if they were normal. */
export function runScale(item: Eval, results: readonly Result[]): RunScale {
  const test =
    item.target === undefined ? undefined : MEASURES[item.measure].test(item, askedChange(item, item.target));
  if (test?.kind === "rate" && test.limit > 0 && test.limit < 1 && results.every(isPlainCount)) {
    const good = ({ count }: Result): number =>
      count === undefined ? 0 : test.side === "at-least" ? count.x : count.n - count.x;
    const limit = test.side === "at-least" ? test.limit : 1 - test.limit;
    return {
      exact: true,
      fresh: () => known(COUNTS, limit, () => growingCount(limit)),
      grownFrom: (result) => growingCount(limit, { x: good(result), n: casesOf(result) }),
      reached: good,
    };
  }
  const reached = (result: Result): number | undefined => {
    const z = signedZ(item, result);
    return z === undefined ? undefined : z * Math.sqrt(casesOf(result));
  };
  return {
    exact: false,
    fresh: () => known(NORMAL, 0, () => growingNormal()),
    grownFrom: (result) => {
      const far = reached(result);
      return far === undefined ? undefined : growingNormal({ reached: far, n: casesOf(result) });
    },
    reached,
  };
}

/** A count that labels of people correct is no longer a count: its bounds come from both. */
function isPlainCount({ count, clusters, pairs, labels }: Result): boolean {
  const plain = clusters === undefined && pairs === undefined && labels === undefined;
  return plain && count !== undefined && count.n <= MOST_EXACT;
}

/** A sample remembers its looks, because every command asks for those of one limit again, on every day. */
const COUNTS = new Map<number, GrowingSample>();
const NORMAL = new Map<number, GrowingSample>();
/** A server lives long; a PoC has a handful of limits. */
const MOST_KNOWN = 100;

function known(samples: Map<number, GrowingSample>, key: number, make: () => GrowingSample): GrowingSample {
  const found = samples.get(key) ?? make();
  if (samples.size >= MOST_KNOWN) samples.clear();
  samples.set(key, found);
  return found;
}

/** Bounds further out than this are as good as certain. */
const MOST_Z = 7.5;

/** How many standard errors a result is beyond its target: the widest bounds that still say the same of it. */
function signedZ(item: Eval, result: Result): number | undefined {
  const { target } = item;
  if (target === undefined) return undefined;
  const stateAt = (z: number) => {
    const evidence = targetEvidence(item, target, result, normalCdf(z));
    if (evidence.kind !== "interval") return undefined;
    const limit = MEASURES[item.measure].threshold(item, target, evidence.scale);
    return limit === undefined ? undefined : compareBounds(evidence.interval, limit.comparator, limit.threshold);
  };
  const narrow = stateAt(0.001);
  if (narrow === undefined) return undefined;
  if (narrow === "open") return 0;
  let [low, high] = [0.001, MOST_Z];
  for (let halving = 0; halving < 20; halving++) {
    const middle = (low + high) / 2;
    if (stateAt(middle) === narrow) low = middle;
    else high = middle;
  }
  return narrow === "holds" ? low : -low;
}
