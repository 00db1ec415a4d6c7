import { requireCount } from "../preconditions.ts";

/**
 * A sample that grows from look to look, while the truth sits on the limit: how far it has come, and what its looks
 * have spent. What has crossed the boundary at a look is taken out, and the rest goes on to the next look: the
 * recursion of Armitage, McPherson & Rowe 1969 (Journal of the Royal Statistical Society A 132:235), by sums for counts
 * (`growingCount`) and by numerical integration for what is about normal (`growingNormal`).
 *
 * The boundary of a look depends on the sizes of the looks so far and on what each may spend, never on what was seen.
 * A value: `lookAt` returns the next one, and remembers it.
 */
export interface GrowingSample {
  /** Cases at the last look, or at the start. */
  readonly n: number;
  /** The chance that a look so far has crossed its boundary. */
  readonly spent: number;
  /** The least count, or the least z √n, that crosses at the last look; Infinity where none does. */
  readonly bound: number;
  /** The level at which one-sided bounds of the last look alone come to the same claims. */
  readonly level: number;
  /**
   * The sample at a look of `n` cases, not fewer than before, that may spend `allowed` more.
   *
   * @throws RangeError where n is smaller than before
   */
  lookAt(n: number, allowed: number): GrowingSample;
  /** The chance that a look of `n` cases, which may spend `allowed`, crosses if the last look came to `reached`. */
  chanceAt(n: number, allowed: number, reached: number): number;
}

/** A step of the recursion, before it remembers what comes after it. */
export type Step = Omit<GrowingSample, "lookAt"> & {
  readonly next: (n: number, allowed: number) => GrowingSample;
};

/** The same boundary is asked for on every day of a history, and for every result logged after it. */
export function remembering({ next, ...step }: Step): GrowingSample {
  const known = new Map<string, GrowingSample>();
  return {
    ...step,
    lookAt(n, allowed) {
      requireCount("n", n, step.n);
      const key = `${n} ${allowed}`;
      const found = known.get(key) ?? next(n, allowed);
      known.set(key, found);
      return found;
    },
  };
}
