import { requireConfidence, requireCount } from "../preconditions.ts";

/** The chance of error spent at each early look. */
const INTERIM_ALPHA = 0.001;

/** The number of early looks that can be accounted for. */
export const MOST_INTERIM_LOOKS = 20;

/** The one-sided confidence to use at a look. */
export interface LookConfidence {
  /** At each early look. */
  readonly interim: number;
  /** At the last look. */
  readonly final: number;
}

/**
 * The confidence to ask of the bounds where data are looked at before they are complete: 99.9 % at each of up to
 * `interimLooks` early looks, and at the last one what is left, 1 − (α − 0.001 × looks) with α = 1 − confidence. The
 * chance of any false claim over all looks is then at most α, whatever the method of the bounds and however the looks
 * depend on one another (union bound).
 *
 * Haybittle 1971 (British Journal of Radiology 44:793), Peto et al. 1976 (British Journal of Cancer 34:585); with the
 * looks accounted for instead of neglected.
 *
 * @param confidence one-sided over all looks together, strictly between 0.5 and 1
 * @param interimLooks how many early looks are allowed, 0 to 20; the last look is not one of them
 * @throws RangeError also where the early looks would spend all of α, which 99 % does with ten of them
 */
export function haybittlePeto(confidence: number, interimLooks: number): LookConfidence {
  requireConfidence(confidence);
  requireCount("interimLooks", interimLooks);
  if (interimLooks > MOST_INTERIM_LOOKS) {
    throw new RangeError(`interimLooks must be at most ${MOST_INTERIM_LOOKS}, not ${interimLooks}`);
  }
  if (interimLooks === 0) return { interim: 1 - INTERIM_ALPHA, final: confidence };
  const finalAlpha = 1 - confidence - INTERIM_ALPHA * interimLooks;
  // Rounding leaves a crumb of 1 - 0.99 - 10 * 0.001 where nothing is left.
  if (finalAlpha < 1e-9) {
    throw new RangeError(`${interimLooks} early looks leave nothing of a confidence of ${confidence} for the last one`);
  }
  return { interim: 1 - INTERIM_ALPHA, final: 1 - finalAlpha };
}
