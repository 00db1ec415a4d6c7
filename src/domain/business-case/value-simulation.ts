import { drawPert } from "../../statistics/simulation/draw-pert.ts";
import { drawTriangular, type ThreePoint } from "../../statistics/simulation/draw-triangular.ts";
import { sampleQuantile } from "../../statistics/simulation/sample-quantile.ts";
import { seededRandom, type Random } from "../../statistics/simulation/xoshiro.ts";
import { paybackHistogram, type PaybackHistogram } from "./payback-histogram.ts";
import { rationalNumber } from "../scalars/rational.ts";
import { isRange, type ConvertedInput } from "./value-figures.ts";
import { VALUE_INPUTS, type InputRole } from "../records/value-inputs.ts";
import type { Shape } from "../records/value.ts";
import { hasThreshold, type ValueThresholds } from "./value-thresholds.ts";

/** Enough that a share is off by 0.15 points at most, most of the time. */
export const DRAWS = 100_000;
export const DEFAULT_SEED = 1;
export const DEFAULT_SHAPE: Shape = "triangular";

/** What a tenth, half and nine tenths of the draws stay below. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** What the ranges come to together. Numbers for people to read roundly: verdicts are exact, and not made of these. */
export interface ValueSimulation {
  readonly shape: Shape;
  readonly seed: number;
  readonly draws: number;
  /** The inputs that were drawn, each by itself; by their names in value.yaml. */
  readonly ranged: readonly string[];
  /** Share of draws that meet every threshold; undefined if none is set. */
  readonly meets: number | undefined;
  /** Share of draws that never pay back. */
  readonly never: number;
  /** A year, in whole units of the currency. */
  readonly impact: Quantiles;
  /** Months; `Infinity` where that many draws never pay back. */
  readonly payback: Quantiles;
  readonly histogram: PaybackHistogram;
}

export interface SimulationSettings {
  readonly shape: Shape;
  readonly seed: number;
}

/**
 * Draws every range `DRAWS` times, independently, and calculates the case again each time. The same inputs, shape and
 * seed give the same numbers on every machine. Each input has a generator of its own, so that its draws do not depend
 * on which others are ranges, and two cases that differ in one input differ in nothing else.
 */
export function simulateValue(
  inputs: readonly ConvertedInput[],
  thresholds: ValueThresholds,
  { shape, seed }: SimulationSettings,
): ValueSimulation {
  const drawn = drawnCases(inputs, shape, seed);
  const longest = thresholds.payback && rationalNumber(thresholds.payback);
  const least = thresholds.impact && rationalNumber(thresholds.impact);
  const impacts = new Float64Array(DRAWS);
  const paybacks = new Float64Array(DRAWS);
  let met = 0;
  for (let k = 0; k < DRAWS; k++) {
    const { gains, running, once } = drawn();
    const impact = gains - running;
    // A hair's breadth, so that a draw on the line is judged as the exact figures are.
    const slack = SLACK * (Math.abs(gains) + running);
    const payback = impact > slack ? (once * 12) / impact : Infinity;
    impacts[k] = impact;
    paybacks[k] = payback;
    if ((longest === undefined || payback <= longest * (1 + SLACK)) && (least === undefined || impact >= least - slack))
      met++;
  }
  impacts.sort();
  paybacks.sort();
  return {
    shape,
    seed,
    draws: DRAWS,
    ranged: inputs.filter(isRange).map(({ spec }) => spec.name),
    meets: hasThreshold(thresholds) ? met / DRAWS : undefined,
    never: neverIn(paybacks) / DRAWS,
    impact: quantilesOf(impacts),
    payback: quantilesOf(paybacks),
    histogram: paybackHistogram(paybacks, longest),
  };
}

/** The error of a few additions and multiplications in floating point, and nothing that money could show. */
const SLACK = 1e-12;

interface DrawnCase {
  readonly gains: number;
  readonly running: number;
  readonly once: number;
}

function drawnCases(inputs: readonly ConvertedInput[], shape: Shape, seed: number): () => DrawnCase {
  const seeds = seededRandom(seed);
  const sources = VALUE_INPUTS.map(({ name, role }) => {
    const random = seededRandom(Math.floor(seeds() * 2 ** 53));
    return {
      role,
      draw: sourceOf(
        inputs.find(({ spec }) => spec.name === name),
        random,
        shape,
      ),
    };
  });
  const of = (...roles: InputRole[]) => sources.filter(({ role }) => roles.includes(role)).map(({ draw }) => draw);
  const [factors, revenue, running, once] = [of("factor", "rate"), of("revenue"), of("running"), of("once")];
  return () => ({ gains: product(factors) / 60 + sum(revenue), running: sum(running), once: sum(once) });
}

function sourceOf(input: ConvertedInput | undefined, random: Random, shape: Shape): () => number {
  if (input === undefined) return () => 0;
  const three: ThreePoint = {
    low: rationalNumber(input.low),
    likely: rationalNumber(input.likely),
    high: rationalNumber(input.high),
  };
  if (!isRange(input)) return () => three.likely;
  return shape === "pert" ? () => drawPert(random, three) : () => drawTriangular(random, three);
}

function product(sources: readonly (() => number)[]): number {
  let result = 1;
  for (const source of sources) result *= source();
  return result;
}

function sum(sources: readonly (() => number)[]): number {
  let result = 0;
  for (const source of sources) result += source();
  return result;
}

function neverIn(sorted: Float64Array): number {
  const first = sorted.indexOf(Infinity);
  return first < 0 ? 0 : sorted.length - first;
}

function quantilesOf(sorted: Float64Array): Quantiles {
  const at = (share: number) =>
    sorted[Math.ceil(share * (sorted.length - 1))] === Infinity ? Infinity : sampleQuantile(sorted, share);
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
