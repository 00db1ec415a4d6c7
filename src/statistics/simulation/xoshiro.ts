import { requireCount } from "../preconditions.ts";

/** A source of numbers from 0 up to, not including, 1. */
export type Random = () => number;

/**
 * A seeded generator of numbers from 0 up to 1, 53 bits each. The same seed gives the same numbers on every machine:
 * nothing but whole-number arithmetic and one exact division is used.
 *
 * xoshiro128** 1.1 of Blackman & Vigna 2018 (public domain), two outputs to a number, the higher first; its state is
 * filled from the seed by the mixer of SplitMix32. Not for secrets.
 *
 * @param seed a whole number from 0 to 2^53 − 1
 * @throws RangeError on any other seed
 */
export function seededRandom(seed: number): Random {
  requireCount("seed", seed);
  const next = xoshiro128(seedState(seed));
  return () => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  };
}

/** The bare generator of 32-bit numbers, from a state of four of which not all are 0. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function seedState(seed: number): [number, number, number, number] {
  const low = seed >>> 0;
  const high = Math.floor(seed / 4_294_967_296);
  return [mixed(low, 1), mixed(low ^ high, 2), mixed(low + high, 3), mixed(high, 4)];
}

/** SplitMix32: Weyl step, then the finaliser of MurmurHash3. Never 0 for all four places at once. */
function mixed(value: number, place: number): number {
  let z = (value + Math.imul(place, 0x9e3779b9)) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}
