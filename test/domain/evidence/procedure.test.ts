import { describe, expect, test } from "vitest";
import { keepsItsPromise, measured } from "../../../bench/procedure/measured-strategy.ts";
import { STRATEGIES } from "../../../bench/procedure/strategies.ts";

/** Every strategy of `npm run bench:coverage`, on fewer PoCs: enough to see one that leaks as they did before. */
const RUNS = 100;

describe("no strategy meets a target by mistake more often than was promised", () => {
  test.each(STRATEGIES.map((strategy, index) => [strategy.name, strategy, index] as const))(
    "%s",
    (_, strategy, index) => {
      expect(keepsItsPromise(measured(strategy, RUNS, 20_261_130 + 2 * index))).toBe(true);
    },
  );
});
