import type { Entry } from "../../records/entry.ts";
import type { Result } from "../../records/evals/result.ts";
import { casesOf, type LoggedResult } from "../judged-result.ts";

/** A run of an eval that was seen, whether it counts or was withdrawn since. */
export interface SeenRun extends LoggedResult {
  /** The correction that withdrew it. */
  readonly withdrawn?: Entry;
}

/**
 * Whether a run may be an earlier one and more: no figure that only grows has become smaller. Runs on one arm are taken
 * as one growing sample as long as their figures allow it; where they contradict it, the later run is a fresh one.
 */
export function mayHaveGrown(earlier: Result, later: Result): boolean {
  if (casesOf(later) < casesOf(earlier)) return false;
  const before = partsOf(earlier);
  const after = partsOf(later);
  return before.length !== after.length || before.every((part, k) => part <= after[k]!);
}

function partsOf({ count, pairs }: Result): readonly number[] {
  if (pairs !== undefined) return [pairs.both, pairs.baseline, pairs.candidate, pairs.neither];
  return count === undefined ? [] : [count.x, count.n - count.x];
}
