import { requireCount, requireShare } from "../preconditions.ts";

/**
 * By how much trials that come in clusters of `size` outnumber the independent trials they are worth: 1 + (size − 1) ×
 * correlation, for trials of one cluster that correlate so. To plan, multiply a size found for independent trials.
 *
 * Kish 1965, Survey Sampling, section 8.2.
 *
 * @throws RangeError unless size is a whole number from 1 up and the correlation lies in 0 to 1
 */
export function designEffect(size: number, correlation: number): number {
  requireCount("size", size, 1);
  requireShare("correlation", correlation);
  return 1 + (size - 1) * correlation;
}
