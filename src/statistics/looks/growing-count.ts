import { binomialAtLeast } from "../distributions/binomial.ts";
import { requireCountOf, requireOpenShare } from "../preconditions.ts";
import { convolved, type Mass } from "./count-mass.ts";
import { remembering, type GrowingSample } from "./growing-sample.ts";

/**
 * Looks at a growing count of successes, exactly, while the chance of each trial is `limit` itself; it starts where
 * `seen.x` of `seen.n` are known. `spent` never exceeds what was allowed: what whole counts leave of it is the next
 * look's.
 *
 * @throws RangeError unless limit lies strictly between 0 and 1, and seen.x is a count of seen.n
 */
export function growingCount(limit: number, seen?: { readonly x: number; readonly n: number }): GrowingSample {
  requireOpenShare("limit", limit);
  if (seen !== undefined) requireCountOf("x", seen.x, seen.n);
  const from = seen ?? { x: 0, n: 0 };
  return countAt(limit, { first: from.x, chances: Float64Array.of(1) }, from.n, {
    spent: 0,
    bound: Infinity,
    level: 0,
  });
}

function countAt(
  limit: number,
  mass: Mass,
  n: number,
  last: { readonly spent: number; readonly bound: number; readonly level: number },
): GrowingSample {
  return remembering({
    n,
    ...last,
    next(later, allowed) {
      const { grown, kept, bound, tail } = boundaryAt(limit, mass, later - n, allowed, later);
      const first = n === 0 && last.spent === 0;
      return countAt(limit, { first: grown.first, chances: grown.chances.subarray(0, kept) }, later, {
        spent: last.spent + tail,
        bound,
        level: first ? allowed : levelOf(bound, later, limit, (allowed - tail) / (grown.chances[kept - 1] ?? Infinity)),
      });
    },
    chanceAt(later, allowed, reached) {
      const { bound } = boundaryAt(limit, mass, later - n, allowed, later);
      return bound === Infinity ? 0 : binomialAtLeast(bound - reached, later - n, limit);
    },
  });
}

/** The least count of `n` cases, `more` than before, that may cross for what is allowed, and what that spends. */
function boundaryAt(limit: number, mass: Mass, more: number, allowed: number, n: number) {
  const grown = convolved(mass, more, limit);
  const { chances, first } = grown;
  let [kept, tail] = [chances.length, 0];
  while (kept > 0 && tail + chances[kept - 1]! <= allowed) tail += chances[--kept]!;
  return { grown, kept, tail, bound: first + kept > n ? Infinity : first + kept };
}

/**
 * Bounds at any level from P(X ≥ bound) up to P(X ≥ bound − 1) claim what the boundary does. Of them the one that lies
 * as far along as what is left over from `allowed` would go towards one count fewer.
 */
function levelOf(bound: number, n: number, limit: number, along: number): number {
  const least = bound === Infinity ? 0 : binomialAtLeast(bound, n, limit);
  const next = binomialAtLeast(bound === Infinity ? n : bound - 1, n, limit);
  return least + (next - least) * Math.min(Math.max(0, along), 1 - 1e-9);
}
