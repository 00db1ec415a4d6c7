import { breakEvens, type InputBreakEven } from "./break-even.ts";
import type { ValueStanding } from "./business-case.ts";
import { isRange, type ConvertedInput } from "./value-figures.ts";
import { DEFAULT_SEED, DEFAULT_SHAPE, simulateValue, type ValueSimulation } from "./value-simulation.ts";
import { valueSwings, type Swing } from "./value-swings.ts";
import { hasThreshold } from "./value-thresholds.ts";

/**
 * What takes long, and only `poc value` and the memo say: they call for it, and `poc log` and `poc check` pay nothing.
 */

/** The value that each input would need; empty while the case is incomplete or has no threshold. */
export function breakEvensOf(value: ValueStanding): readonly InputBreakEven[] {
  return hasThreshold(value.thresholds) ? breakEvens(judgedInputs(value), value.thresholds) : [];
}

/** The inputs that change the answer most, in order; empty if no input is a range. */
export function swingsOf(value: ValueStanding): readonly Swing[] {
  return valueSwings(judgedInputs(value), value.thresholds);
}

/** The text of a memo and its chart ask for the same draws. */
const drawn = new WeakMap<ValueStanding, ValueSimulation>();

/** Undefined if no input is a range. The first call for a standing takes 100,000 draws. */
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
