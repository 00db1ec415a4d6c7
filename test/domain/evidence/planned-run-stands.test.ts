import { describe, expect, test } from "vitest";
import { evalStanding } from "../../../src/domain/evidence/eval-standing.ts";
import { entry, evalOf, result } from "../../support/records.ts";

/** What one run of the planned size has shown stands until another run shows something else, not until somebody logs a few cases. */
const PLANNED = evalOf({ baseline: "82/400", target: "reduction >= 40%", minN: 400 });
const MISSED = "150/400";
const MET = "22/400";

function standingAfter(figures: readonly string[], arms: readonly string[] = [], last = false) {
  const logged = figures.map((figure, k) => ({
    entry: entry(`2026-11-${20 + k}`),
    index: 0,
    result: result("wrong-rate", figure, { arm: arms[k] ?? "" }),
  }));
  const standing = evalStanding(PLANNED, logged, { confidence: 0.95, last });
  return { standing, judged: logged.indexOf(standing.judged as (typeof logged)[number]) };
}

describe("a run of fewer cases after the planned one", () => {
  test.each([
    [[MISSED, "1/10"], "not met"],
    [[MISSED, "0/60"], "not met"],
    [[MET, "4/40"], "met"],
    [[MET, "1/1"], "met"],
    [[MET, ...Array.from({ length: 8 }, () => "3/40")], "met"],
  ] as const)("%j is %s by the planned run", (figures, verdict) => {
    for (const last of [false, true])
      expect(standingAfter(figures, [], last)).toMatchObject({ standing: { verdict, repeated: false }, judged: 0 });
  });

  test("does not make the planned run dearer", () => {
    expect(standingAfter([MET, "4/40", "5/40"]).standing.confidence).toBe(standingAfter([MET]).standing.confidence);
  });

  test("overrules it where it shows beyond doubt that the target is missed, and is not forgotten for one more", () => {
    expect(standingAfter([MET, "38/40"])).toMatchObject({ standing: { verdict: "not met" }, judged: 1 });
    expect(standingAfter([MET, "38/40", "1/10"])).toMatchObject({ standing: { verdict: "not met" }, judged: 1 });
    expect(standingAfter([MET, "38/40", "21/400"])).toMatchObject({ standing: { verdict: "met" }, judged: 2 });
  });

  test("picks no arm", () => {
    expect(standingAfter(["60/400", "30/400", "0/3"], ["a", "b", "a"])).toMatchObject({ judged: 1 });
  });
});

describe("a further run of the planned size", () => {
  test.each([
    // Each of them is met, or missed, at 95% and not at 99.9%.
    [["33/400", "33/400"], "met"],
    [["65/400", "65/400"], "not met"],
    [["33/400", "33/400", "33/400"], "met"],
    [["45/400", "33/400"], "unsettled"],
    [["33/400", "45/400"], "unsettled"],
  ] as const)("%j is %s", (figures, verdict) => {
    expect(standingAfter(figures, [], true).standing).toMatchObject({ verdict, repeated: verdict === "unsettled" });
    expect(standingAfter(figures.slice(0, 1), [], true).standing.verdict).toBe(
      figures[0] === "45/400" ? "unsettled" : verdict === "unsettled" ? "met" : verdict,
    );
  });

  test("is no more than a look where another threshold is held against it", () => {
    const { confidence, confidenceElsewhere } = standingAfter(["65/400", "65/400"], [], true).standing;
    expect(confidence).toBeCloseTo(0.95, 12);
    expect(confidenceElsewhere).toBe(0.999);
  });
});
