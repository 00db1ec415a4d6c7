import { normalCdf, normalDensity } from "../distributions/normal-cdf.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireFinite, requireNonNegative } from "../preconditions.ts";
import { remembering, type GrowingSample } from "./growing-sample.ts";

/** The density of z √n as far as no look has crossed its boundary: a known point, or values at equal distances. */
type Density =
  | { readonly kind: "point"; readonly at: number }
  | { readonly kind: "grid"; readonly from: number; readonly step: number; readonly values: Float64Array };

/**
 * Looks at a growing sample whose figure is about normal, while the truth sits on the limit; what is known so far is
 * `seen.reached`, z √n, of `seen.n`. The increments of z √n are normal with a variance of one a case. By integration
 * with Simpson's rule, to about 1e-6.
 *
 * @throws RangeError unless what is known is finite, and of no fewer than 0 cases
 */
export function growingNormal(seen?: { readonly reached: number; readonly n: number }): GrowingSample {
  const { reached, n } = seen ?? { reached: 0, n: 0 };
  requireFinite("reached", reached);
  requireNonNegative("n", n);
  const last = { spent: 0, bound: Infinity, level: 0 };
  return normalAt({ kind: "point", at: reached }, n, last);
}

function normalAt(
  density: Density,
  n: number,
  last: { readonly spent: number; readonly bound: number; readonly level: number },
): GrowingSample {
  return remembering({
    n,
    ...last,
    next(later, allowed) {
      const bound = boundAt(density, later - n, allowed);
      const level = n === 0 && last.spent === 0 ? allowed : normalCdf(-bound / Math.sqrt(later));
      const grown = gridBelow(density, later - n, later, bound);
      return normalAt(grown, later, { spent: last.spent + allowed, bound, level });
    },
    chanceAt(later, allowed, reached) {
      if (later === n) return reached >= boundAt(density, 0, allowed) ? 1 : 0;
      return normalCdf((reached - boundAt(density, later - n, allowed)) / Math.sqrt(later - n));
    },
  });
}

/** The bound that is crossed with a chance of `allowed`, after `more` cases. */
function boundAt(density: Density, more: number, allowed: number): number {
  if (allowed <= 0) return Infinity;
  if (density.kind === "point") return density.at - normalQuantile(Math.min(allowed, 1 - 1e-12)) * Math.sqrt(more);
  const end = density.from + density.step * (density.values.length - 1);
  let [low, high] = [density.from, end + 9 * Math.sqrt(more)];
  for (let halving = 0; halving < 45; halving += 1) {
    const middle = (low + high) / 2;
    if (chanceAbove(density, more, middle) > allowed) low = middle;
    else high = middle;
  }
  return high;
}

function chanceAbove(density: Density, more: number, bound: number): number {
  const root = Math.sqrt(more);
  const above = (at: number) => (root === 0 ? (at >= bound ? 1 : 0) : normalCdf((at - bound) / root));
  return summed(density, above);
}

function summed(density: Density, of: (at: number) => number): number {
  if (density.kind === "point") return of(density.at);
  const { from, step, values } = density;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    const weight = i === 0 || i === values.length - 1 ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * values[i]! * of(from + i * step);
  }
  return (sum * step) / 3;
}

/** So many points at most: looks that are very close together are not told apart any finer. */
const MOST_POINTS = 600;

/** What is left below the bound, after `more` cases. */
function gridBelow(density: Density, more: number, n: number, bound: number): Density {
  const [root, width] = [Math.sqrt(more), Math.sqrt(n)];
  const centre = density.kind === "point" ? density.at : 0;
  const reach = density.kind === "point" ? root : width;
  const [from, to] = [centre - 7 * reach, Math.min(bound, centre + 8 * reach)];
  const fine = Math.min(reach / 8, root === 0 ? Infinity : root / 2);
  const steps = 2 * Math.ceil(Math.min(MOST_POINTS, Math.max(40, (to - from) / fine)) / 2);
  const step = (to - from) / steps;
  const values = Float64Array.from({ length: steps + 1 }, (_, i) => {
    const at = from + i * step;
    if (root === 0) return densityAt(density, at);
    return summed(density, (before) => normalDensity((at - before) / root) / root);
  });
  return { kind: "grid", from, step, values };
}

function densityAt(density: Density, at: number): number {
  if (density.kind === "point") return 0;
  const place = (at - density.from) / density.step;
  const [below, along] = [Math.floor(place), place - Math.floor(place)];
  return (density.values[below] ?? 0) * (1 - along) + (density.values[below + 1] ?? 0) * along;
}
