import { binomialAtMost, binomialProbability } from "../distributions/binomial.ts";
import { smallestWhole } from "../distributions/bisection.ts";

/** Trials, and the chance of each. */
export interface Arm {
  readonly n: number;
  readonly rate: number;
}

/**
 * The exact chance that `isShown(x1, x2)` comes out true, for independent binomial counts x1 and x2.
 *
 * `isShown` must get no truer as x1 grows and no less true as x2 grows; the largest x1 then only rises with x2, and
 * the walk along that staircase costs about as many calls as there are likely counts, 25,000 at ten million trials.
 */
export function separateArmsChance(first: Arm, second: Arm, isShown: (x1: number, x2: number) => boolean): number {
  const [from, to] = likelyCounts(second);
  const [least, most] = likelyCounts(first);
  // The largest x1 for which it is shown, within the likely ones; one below them where it is for none.
  let largest = smallestWhole((x1) => !isShown(x1, from), least, most + 1) - 1;
  let tail = binomialAtMost(largest, first.n, first.rate);
  let chance = 0;
  for (let x2 = from; x2 <= to; x2 += 1) {
    while (largest < most && isShown(largest + 1, x2)) {
      largest += 1;
      tail += binomialProbability(largest, first.n, first.rate);
    }
    chance += binomialProbability(x2, second.n, second.rate) * tail;
  }
  return Math.min(1, chance);
}

/** The counts that hold all but about 1e-18 of the probability. */
function likelyCounts({ n, rate }: Arm): readonly [number, number] {
  const reach = 9 * Math.sqrt(n * rate * (1 - rate)) + 40;
  return [Math.max(0, Math.floor(n * rate - reach)), Math.min(n, Math.ceil(n * rate + reach))];
}
