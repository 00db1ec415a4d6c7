import type { Interval } from "./interval.ts";

/*
 * What every public function of this folder asks of its arguments. Callers validate what people wrote, with a place
 * and a hint; these guards only keep an impossible number from turning into a believable bound. `Number.isFinite` is
 * false for text too, so that "0.95" from a program without types is refused and not compared as a number.
 */

/** Throws a RangeError unless `value` is a whole number from `least` up. */
export function requireCount(name: string, value: number, least = 0): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number of at least ${least}, not ${value}`);
  }
}

/** Throws a RangeError unless `count` of `total` is possible and `total` is at least 1. */
export function requireCountOf(name: string, count: number, total: number): void {
  requireCount(`the total of ${name}`, total, 1);
  requireCount(name, count);
  if (count > total) throw new RangeError(`${name} cannot be ${count} of ${total}`);
}

/** Throws a RangeError unless `confidence`, one-sided, lies strictly between 0.5 and 1. */
export function requireConfidence(confidence: number): void {
  if (!Number.isFinite(confidence) || confidence <= 0.5 || confidence >= 1) {
    throw new RangeError(`confidence must lie strictly between 0.5 and 1, not ${confidence}`);
  }
}

/** Throws a RangeError unless `value` lies in 0 to 1, both included. */
export function requireShare(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0 || value > 1)
    throw new RangeError(`${name} must lie between 0 and 1, not ${value}`);
}

/** Throws a RangeError unless `value` lies strictly between 0 and 1. */
export function requireOpenShare(name: string, value: number): void {
  if (!Number.isFinite(value) || value <= 0 || value >= 1)
    throw new RangeError(`${name} must lie strictly between 0 and 1, not ${value}`);
}

/** Throws a RangeError for NaN and the infinities. */
export function requireFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, not ${value}`);
}

/** Throws a RangeError for anything but a number, NaN among them; an infinite bound is one. */
function requireNumber(name: string, value: number): void {
  if (typeof value !== "number" || Number.isNaN(value)) throw new RangeError(`${name} must be a number, not ${value}`);
}

/** The same for an estimate and its bounds. */
export function requireInterval(name: string, { estimate, low, high }: Interval): void {
  requireNumber(`the estimate of ${name}`, estimate);
  requireNumber(`the lower bound of ${name}`, low);
  requireNumber(`the upper bound of ${name}`, high);
}

/** Throws a RangeError unless `value` is finite and above zero. */
export function requirePositive(name: string, value: number): void {
  if (!Number.isFinite(value) || value <= 0) throw new RangeError(`${name} must be a number above zero, not ${value}`);
}

/** Throws a RangeError unless `value` is finite and not below zero. */
export function requireNonNegative(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${name} must not be below zero, nor ${value}`);
}
