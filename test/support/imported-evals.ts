import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of another tool, as `test/imports/samples` has it. */
export function importSample(name: string): string {
  return readFileSync(join(import.meta.dirname, "../imports/samples", name), "utf8");
}

/** The evals that the samples have results of. */
export const IMPORTED_EVALS = `- id: wrong-rate
  metric: Wrong answers on safety-critical intents
  better: lower
  primary: true
  baseline: 82/400
  target: reduction >= 40%
  min_n: 40
  arms: [today (baseline), reranker-k8]
- id: latency
  metric: Time to the answer
  measure: percentile
  percentile: 95
  better: lower
  target: value <= 2 s
`;
