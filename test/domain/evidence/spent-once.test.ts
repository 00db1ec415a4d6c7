import { describe, expect, test } from "vitest";
import { binomialAtLeast } from "../../../src/statistics/distributions/binomial.ts";
import { evalStanding } from "../../../src/domain/evidence/eval-standing.ts";
import { entry, evalOf, result } from "../../support/records.ts";

/**
 * The chance of a false "met", calculated exactly and not by lot: the truth sits on the target, each run is fresh, and
 * whoever runs the PoC stops at the first "met".
 */
const N = 200;
const TRUTH = 0.9;
const DEFINITION = evalOf({ better: "higher", target: "value >= 90%", minN: N });
const onArms = (...names: readonly string[]) => ({
  ...DEFINITION,
  arms: names.map((name) => ({ name, baseline: false })),
});

interface Run {
  readonly arm: string;
  readonly x: number;
}

function verdictAfter(runs: readonly Run[], last: boolean, item = DEFINITION): string {
  const logged = runs.map(({ arm, x }, k) => ({
    entry: entry(`2026-11-${23 + k}`),
    index: 0,
    result: result("wrong-rate", `${x}/${N}`, { arm }),
  }));
  const { verdict, judged } = evalStanding(item, logged, { confidence: 0.95, last });
  return judged?.entry === logged.at(-1)!.entry ? verdict : "another run is judged";
}

/** The fewest successes that make the last of `before` and one run more "met". */
function leastToMeet(before: readonly Run[], arm: string, last = false, item = DEFINITION): number {
  for (let x = 0; x <= N; x++) if (verdictAfter([...before, { arm, x }], last, item) === "met") return x;
  return N + 1;
}

const chanceOf = (least: number): number => (least > N ? 0 : binomialAtLeast(least, N, TRUTH));

/** A run that was just not enough: the case in which somebody runs it again. */
function justMissed(before: readonly Run[], arm: string): Run {
  return { arm, x: leastToMeet(before, arm) - 1 };
}

describe("α is spent once", () => {
  test("running one arm again and again until it is met", () => {
    const runs: Run[] = [];
    let missed = 1;
    for (let k = 0; k < 6; k++) {
      missed *= 1 - chanceOf(leastToMeet(runs, ""));
      runs.push(justMissed(runs, ""));
    }
    expect(1 - missed).toBeLessThanOrEqual(0.05);
  });

  test.each([2, 3, 5])("picking the best of %i, then running it again", (arms) => {
    // What was seen of the others is as close to being met as it can be; the last is picked.
    const others = Array.from({ length: arms - 1 }, (_, k): Run => ({ arm: `arm-${k}`, x: 170 + k }));
    const item = onArms(...others.map(({ arm }) => arm), "picked");
    const least = leastToMeet(others, "picked", true, item);
    const picked: Run = { arm: "picked", x: least - 1 };
    const confirming = leastToMeet([...others, picked], "picked", false, item);
    const again = leastToMeet([...others, picked, { arm: "picked", x: confirming - 1 }], "picked", false, item);
    expect(arms * chanceOf(least) + chanceOf(confirming) + chanceOf(again)).toBeLessThanOrEqual(0.05);
    expect(chanceOf(confirming)).toBeGreaterThan(0.005);
  });

  test("a further run says that the planned one had been judged", () => {
    const logged = [178, 188].map((x, k) => ({
      entry: entry(`2026-11-${23 + k}`),
      index: 0,
      result: result("wrong-rate", `${x}/${N}`),
    }));
    const standing = evalStanding(DEFINITION, logged, { confidence: 0.95, last: true });
    expect(standing).toMatchObject({ verdict: "unsettled", leaning: "met", repeated: true });
    // Half of what whole counts could not spend on the first.
    expect(1 - standing.confidence).toBeCloseTo((0.05 - binomialAtLeast(188, N, TRUTH)) / 2, 12);
    expect(standing.why).toEqual({ code: "rerun" });
  });

  test("small looks before the planned run are none of it", () => {
    const logged = ["45/50", "92/100", "188/200"].map((figure, k) => ({
      entry: entry(`2026-11-${23 + k}`),
      index: 0,
      result: result("wrong-rate", figure),
    }));
    expect(evalStanding(DEFINITION, logged, { confidence: 0.95, last: false })).toMatchObject({
      repeated: false,
      interim: false,
    });
  });

  test("without an agreed number the first run sets it, and what comes later spends what is left", () => {
    const item = evalOf({ better: "higher", target: "value >= 90%" });
    const logged = ["183/200", "183/200", "190/200"].map((figure, k) => ({
      entry: entry(`2026-12-0${2 + k}`),
      index: 0,
      result: result("wrong-rate", figure),
    }));
    const { account, repeated } = evalStanding(item, logged, { confidence: 0.95, last: true });
    expect(account).toMatchObject({ size: 200, sizeByFirstRun: true });
    expect(account.spendings.map(({ code }) => code)).toEqual(["planned-run", "rerun", "rerun"]);
    expect(repeated).toBe(true);
  });

  test("what is run after a decision is for the next one", () => {
    const logged = [183, 191].map((x, k) => ({
      entry: entry(`2026-11-${23 + k * 3}`),
      index: 0,
      result: result("wrong-rate", `${x}/${N}`),
    }));
    const closings = [entry("2026-11-25")];
    expect(evalStanding(DEFINITION, logged, { confidence: 0.95, last: true, closings })).toMatchObject({
      verdict: "met",
      repeated: false,
    });
    expect(evalStanding(DEFINITION, logged, { confidence: 0.95, last: true })).toMatchObject({ repeated: true });
  });
});
