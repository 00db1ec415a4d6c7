import { breakEvens, type InputBreakEven } from "./break-even.ts";
import type { ValueStanding } from "./business-case.ts";
import { isRange, type ConvertedInput } from "./value-figures.ts";
import { DEFAULT_SEED, DEFAULT_SHAPE, simulateValue, type ValueSimulation } from "./value-simulation.ts";
import { valueSwings, type Swing } from "./value-swings.ts";
import { hasThreshold } from "./value-thresholds.ts";

/**
 * What takes long, and only `poc value` and the memo say: they call for it, and `poc log` and `poc check` pay nothing.
 */

/** What each input would have to be; empty while the case is incomplete or has no threshold. */
export function breakEvensOf(value: ValueStanding): readonly InputBreakEven[] {
  return hasThreshold(value.thresholds) ? breakEvens(judgedInputs(value), value.thresholds) : [];
}

/** What moves the answer, the most first; empty where no input is a range. */
export function swingsOf(value: ValueStanding): readonly Swing[] {
  return valueSwings(judgedInputs(value), value.thresholds);
}

/** The text of a memo and its chart ask for the same draws. */
const drawn = new WeakMap<ValueStanding, ValueSimulation>();

/** Undefined where no input is a range. It takes 100,000 draws, the first time it is called for a standing. */
export function simulationOf(value: ValueStanding): ValueSimulation | undefined {
  const inputs = judgedInputs(value);
  if (!inputs.some(isRange)) return undefined;
  const known = drawn.get(value);
  if (known !== undefined) return known;
  const simulation = simulateValue(inputs, value.thresholds, {
    shape: value.simulated?.shape ?? DEFAULT_SHAPE,
    seed: value.simulated?.seed ?? DEFAULT_SEED,
  });
  drawn.set(value, simulation);
  return simulation;
}

/** A case that is incomplete, or cannot be true, is not calculated with. */
function judgedInputs({ exact, faults, converted }: ValueStanding): readonly ConvertedInput[] {
  return exact === undefined || faults.length > 0 ? [] : converted;
}
