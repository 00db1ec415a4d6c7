import * as fc from "fast-check";

/** POC_PROPERTY_RUNS=20 tries each property on twenty times as many values, and gives it twenty times as long. */
const FACTOR = Number(process.env["POC_PROPERTY_RUNS"] ?? 1);
const SECONDS = 20;

// Each property stops by itself: on a slow or busy machine it tries fewer values, and does not fail.
fc.configureGlobal({ numRuns: runs(100), interruptAfterTimeLimit: SECONDS * 1000 * FACTOR });

/** How many values a property is tried on, of which `usual` are enough for every day. */
export function runs(usual: number): number {
  return Math.ceil(usual * FACTOR);
}
