import type { MeasureKind } from "./measure-kind.ts";
import { proportion } from "./proportion.ts";

/*
 * The share of cases that pass in k tries, the case being the unit: pass@k, at least one of k tries passes (Chen et
 * al. 2021, arXiv 2107.03374), and pass^k, all of k tries pass (Yao et al. 2024, arXiv 2406.12045). From more than k
 * runs of a case both are estimated without bias, by the part of all choices of k runs that pass. Logged as a count
 * of cases, 41/60, or from a file of cases with their runs.
 */

/** At least one of k tries passes. */
export const passAtK: MeasureKind = {
  ...proportion,
  takesTries: true,
  caseShare: ({ k = 1 }, counted, runs) => (runs < k ? undefined : 1 - choices(runs - counted, k) / choices(runs, k)),
};

/** All of k tries pass. */
export const passAllK: MeasureKind = {
  ...proportion,
  takesTries: true,
  caseShare: ({ k = 1 }, counted, runs) => (runs < k ? undefined : choices(counted, k) / choices(runs, k)),
};

/** In how many ways k can be chosen of n. */
function choices(n: number, k: number): number {
  if (k > n) return 0;
  let ways = 1;
  for (let one = 1; one <= k; one++) ways = (ways * (n - k + one)) / one;
  return Math.round(ways);
}
