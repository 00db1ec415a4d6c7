import { type ThreePoint, requireThreePoint } from "./draw-triangular.ts";
import { requirePositive } from "../preconditions.ts";
import type { Random } from "./xoshiro.ts";

/**
 * One draw from the PERT distribution from `low` to `high` with its peak at `likely`: a scaled beta with shapes
 * 1 + weight × (likely − low)/(high − low) and 1 + weight × (high − likely)/(high − low). The usual weight is 4; a
 * larger one holds closer to `likely`. Uses two numbers of `random` for each try, five tries at most on average at
 * weight 4. All three equal: that number.
 *
 * By rejection from the uniform under the peak. Logarithms serve only to accept or reject, so that a host whose last
 * bit differs gives the same draws. Malcolm et al. 1959 (Operations Research 7:646), Vose 2008.
 *
 * @throws RangeError unless the three are finite and in order and the weight is above zero
 */
export function drawPert(random: Random, { low, likely, high }: ThreePoint, weight = 4): number {
  requireThreePoint(low, likely, high);
  requirePositive("weight", weight);
  const range = high - low;
  if (range === 0) return low;
  const peak = (likely - low) / range;
  for (;;) {
    const share = random();
    const height = random();
    if (Math.log(height) <= weight * logHeight(share, peak)) {
      return Math.min(high, Math.max(low, low + share * range));
    }
  }
}

/** The logarithm of (s/m)^m ((1 − s)/(1 − m))^(1 − m), which is 0 at s = m and nowhere more. */
function logHeight(share: number, peak: number): number {
  const left = peak === 0 ? 0 : peak * Math.log(share / peak);
  const right = peak === 1 ? 0 : (1 - peak) * Math.log((1 - share) / (1 - peak));
  return left + right;
}
