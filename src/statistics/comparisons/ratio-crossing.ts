import { bisect } from "../distributions/bisection.ts";

/**
 * The positive number at which `score`, falling in its argument, passes `level`. Found by bisection on the logarithm,
 * searched outward from `centre`, also above zero. 0 or infinity where the score never passes the level.
 */
export function ratioCrossing(score: (ratio: number) => number, level: number, centre: number): number {
  const isBelow = (logRatio: number): boolean => score(Math.exp(logRatio)) > level;
  const start = Math.log(centre);
  let low = start;
  let high = start;
  for (let reach = 1; !isBelow(low); reach *= 2) {
    // Ratios of counts that a double can hold are all within e^±80; beyond e^±700 there are no doubles.
    if (reach > 512) return 0;
    low = start - reach;
  }
  for (let reach = 1; isBelow(high); reach *= 2) {
    if (reach > 512) return Infinity;
    high = start + reach;
  }
  return Math.exp(bisect(isBelow, low, high));
}
