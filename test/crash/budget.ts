import { say } from "../platform/say.ts";

/** With POC_CRASH=full everything is tried, which takes many minutes; else a slice that fits into every test run. */
export const FULL = process.env["POC_CRASH"] === "full";

const SEED = Number(process.env["POC_CRASH_SEED"] ?? Date.now() % 1_000_000);
say(`crash tests: ${FULL ? "everything" : "a slice (POC_CRASH=full tries everything)"}, POC_CRASH_SEED=${SEED}`);

/** When a test that hangs is ended, in milliseconds. */
export const TIMEOUT = FULL ? 7_200_000 : 600_000;

/** Whether there is time for another try: always when everything is to be tried. */
export function untilSeconds(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000;
  return () => FULL || performance.now() < end;
}

let state = SEED >>> 0;

/** From 0 to 1, the same for the same seed (mulberry32). */
export function random(): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

export function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}
