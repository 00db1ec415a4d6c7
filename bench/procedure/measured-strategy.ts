import { seededRandom } from "../../src/statistics/simulation/xoshiro.ts";
import { PROMISED, TARGET } from "./one-poc.ts";
import type { Strategy } from "./strategies.ts";

/** A strategy as it was simulated, with the truth on the target and beyond it. */
export interface Measured {
  readonly strategy: Strategy;
  /** How often it came to a false "met". */
  readonly size: number;
  /** The standard error of `size`, if it is what was promised. */
  readonly error: number;
  /** How often it came to "met" with the truth halfway between the target and 100%. */
  readonly power: number;
  /** Cases that were run then, in the mean. */
  readonly cases: number;
}

const GOOD = 0.95;

export function measured(strategy: Strategy, runs: number, seed: number): Measured {
  const bad = simulated(strategy, TARGET, runs, seed);
  const good = simulated(strategy, GOOD, runs, seed + 1);
  const error = Math.sqrt((PROMISED * (1 - PROMISED)) / runs);
  return { strategy, size: bad.met, error, power: good.met, cases: good.cases };
}

function simulated(strategy: Strategy, truth: number, runs: number, seed: number) {
  const random = seededRandom(seed);
  let [met, cases] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const outcome = strategy.run(random, truth);
    if (outcome.met) met += 1;
    cases += outcome.cases;
  }
  return { met: met / runs, cases: cases / runs };
}

/** Whether the size is at or under what is promised, within three standard errors; "about" allows for half a point. */
export function keepsItsPromise({ strategy, size, error }: Measured): boolean {
  if (strategy.promise === "none") return true;
  return size <= PROMISED + 3 * error + (strategy.promise === "about" ? 0.005 : 0);
}
