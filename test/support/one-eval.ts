import type { Result } from "../../src/domain/records/evals/result.ts";
import type { Definitions } from "../../src/domain/records/records.ts";
import { SOUND, entry, evalOf, killOf, result, start, type Poc } from "./records.ts";

/* PoCs of one eval, wrong-rate, with a kill line on it. */

export const DAY = "2026-12-01";

/** One entry a day, from the first on: day1, day2. */
export function poc(definitions: Definitions, ...results: readonly Result[]): Poc {
  const log = results.map((one, k) => entry(`2026-11-${24 + k}`, { id: `day${k + 1}`, results: [one] }));
  return { definitions, log: [start(definitions), ...log] };
}

export function withEval(item: Parameters<typeof evalOf>[0], when = "wrong-rate > 18%"): Definitions {
  return { ...SOUND, evals: [evalOf(item)], killCriteria: [killOf({ when, by: "2026-12-02" })] };
}

export const on = (figure: Parameters<typeof result>[1], more: Partial<Result> = {}) =>
  result("wrong-rate", figure, more);

export const RATE = withEval({ target: "value <= 12%", minN: 200 });
export const FEWER = withEval({ baseline: "82/400", target: "reduction >= 40%", minN: 200 });
export const RIGHT = withEval({ better: "higher", target: "value >= 80%", minN: 200 }, "wrong-rate < 70%");
export const FAST = withEval(
  { measure: "percentile", percentile: 90, target: "value <= 2 s", minN: 200 },
  "wrong-rate < 80%",
);
export const SCORE = withEval({ measure: "mean", better: "higher", target: "value >= 3", minN: 30 }, "wrong-rate < 2");
