import { describe, expect, test } from "vitest";
import { parseSaidTarget, saidTargetText } from "../../../src/domain/records/said-target.ts";
import { read, refused } from "../scalars/outcome.ts";

test.each([
  ["at most 3%", "value <= 3%", "lower"],
  ["At most 3 %", "value <= 3%", "lower"],
  ["<= 3%", "value <= 3%", "lower"],
  ["≤3%", "value <= 3%", "lower"],
  ["=< 3%", "value <= 3%", "lower"],
  ["no more than 3 percent", "value <= 3%", "lower"],
  ["max 3%", "value <= 3%", "lower"],
  ["max. 3,5%", "value <= 3.5%", "lower"],
  ["3% or less", "value <= 3%", "lower"],
  ["3% at most", "value <= 3%", "lower"],
  ["up to 12%", "value <= 12%", "lower"],
  ["below 3%", "value < 3%", "lower"],
  ["< 3%", "value < 3%", "lower"],
  ["under 2 seconds", "value < 2 s", "lower"],
  ["within 800 ms", "value < 800 ms", "lower"],
  ["less than 0.04 EUR", "value < 0.04 EUR", "lower"],
  ["should be at most 3%", "value <= 3%", "lower"],
  [">= 95%", "value >= 95%", "higher"],
  ["≥ 95%", "value >= 95%", "higher"],
  ["at least 95%", "value >= 95%", "higher"],
  ["95% or more", "value >= 95%", "higher"],
  ["min 95%", "value >= 95%", "higher"],
  ["not less than 95%", "value >= 95%", "higher"],
  ["above 95%", "value > 95%", "higher"],
  ["more than 95%", "value > 95%", "higher"],
  ["AT LEAST 95%", "value >= 95%", "higher"],
  ["40% fewer", "reduction >= 40%", "lower"],
  ["40% Fewer.", "reduction >= 40%", "lower"],
  ["at least 40% fewer", "reduction >= 40%", "lower"],
  ["40 percent less", "reduction >= 40%", "lower"],
  ["reduce by 40%", "reduction >= 40%", "lower"],
  ["a reduction of 40%", "reduction >= 40%", "lower"],
  ["a cut of at least 40%", "reduction >= 40%", "lower"],
  ["40% lower than today", "reduction >= 40%", "lower"],
  ["30% faster", "reduction >= 30%", "lower"],
  ["halve it", "reduction >= 50%", "lower"],
  ["half as many", "reduction >= 50%", "lower"],
  ["20% more", "gain >= 20%", "higher"],
  ["increase by 20%", "gain >= 20%", "higher"],
  ["twice as many", "gain >= 100%", "higher"],
  ["5 points higher", "difference >= 5pp", "higher"],
  ["5pp lower", "difference >= 5pp", "lower"],
  ["5 percentage points more", "difference >= 5pp", "higher"],
  ["2 s faster", "difference >= 2 s", "lower"],
  ["reduction >= 40%", "reduction >= 40%", "lower"],
  ["value <= 12%", "value <= 12%", "lower"],
  ["gain >= 10%", "gain >= 10%", "higher"],
  ["difference >= 5pp", "difference >= 5pp", undefined],
])("%s is %s", (text, canonical, better) => {
  const said = read(parseSaidTarget(text));
  expect([saidTargetText(said), said.better]).toEqual([canonical, better]);
});

test.each([
  ["10% better", "lower", "reduction >= 10%"],
  ["10% better", "higher", "gain >= 10%"],
  ["5 points better", "higher", "difference >= 5pp"],
] as const)("%s is read by the direction that is known: %s", (text, better, canonical) => {
  expect(saidTargetText(read(parseSaidTarget(text, { better })))).toBe(canonical);
});

describe("what has two readings, or none, says what to write", () => {
  test.each([
    ["3%", "write at most 3%, at least 3%, 3% fewer or 3% more"],
    ["10% better", "write at most 10%, at least 10%, 10% fewer or 10% more"],
    ["2 s", "write at most 2 s or at least 2 s"],
  ])("%s", (text, hint) => {
    expect(refused(parseSaidTarget(text)).hint).toBe(hint);
  });

  test.each(["good", "", "better", "as good as possible", "value = 3%", "at most", "40% of the time fewer"])(
    "%s is refused",
    (text) => {
      expect(refused(parseSaidTarget(text)).code).toBe("invalid-target");
    },
  );
});

describe("how much worse it may get", () => {
  test.each([
    ["not worse than 3pp", "not worse than 3pp", undefined],
    ["Not worse than 3 points", "not worse than 3pp", undefined],
    ["no worse than 3 percentage points", "not worse than 3pp", undefined],
    ["not worse by more than 2.5 points", "not worse than 2.5pp", undefined],
    ["at most 3pp worse", "not worse than 3pp", undefined],
    ["at most 3 pp worse than today", "not worse than 3pp", undefined],
    ["no more than 3 points worse", "not worse than 3pp", undefined],
    ["should be at most 3 points worse", "not worse than 3pp", undefined],
    ["may be up to 3 points worse", "not worse than 3pp", undefined],
    ["worse by at most 3 points", "not worse than 3pp", undefined],
    ["max. 3 points worse", "not worse than 3pp", undefined],
    ["3pp worse at most", "not worse than 3pp", undefined],
    ["non-inferior by 3pp", "not worse than 3pp", undefined],
    ["noninferiority margin of 3pp", "not worse than 3pp", undefined],
    ["non-inferior to the large model within 3 points", "not worse than 3pp", undefined],
    ["within 3 points of the baseline", "not worse than 3pp", undefined],
    ["less than 3pp worse", "less than 3pp worse", undefined],
    ["not more than 10% worse", "not more than 10% worse", undefined],
    ["no more than 10 % worse than the baseline", "not more than 10% worse", undefined],
    ["at most 10 percent worse", "not more than 10% worse", undefined],
    ["at most 0.2 s worse", "not worse than 0.2 s", undefined],
    ["not worse than 0,2 seconds", "not worse than 0.2 s", undefined],
    ["not worse than 0.1", "not worse than 0.1", undefined],
    ["difference >= -3pp", "not worse than 3pp", undefined],
    ["difference > -3pp", "less than 3pp worse", undefined],
    ["reduction >= -10%", "not more than 10% worse", undefined],
    ["gain >= -10%", "not more than 10% worse", undefined],
    ["may drop by at most 2 points", "not worse than 2pp", "higher"],
    ["loses at most 2 points", "not worse than 2pp", "higher"],
    ["at most 2pp lower than today", "not worse than 2pp", "higher"],
    ["at most 5% higher", "not more than 5% worse", "lower"],
    ["up to 10% slower", "not more than 10% worse", "lower"],
    ["may rise by at most 2 points", "not worse than 2pp", "lower"],
  ])("%s is %s", (text, canonical, better) => {
    const said = read(parseSaidTarget(text));
    expect([saidTargetText(said), said.better]).toEqual([canonical, better]);
    expect(saidTargetText(read(parseSaidTarget(canonical)))).toBe(canonical);
  });

  test.each(["no worse than today", "not worse", "non-inferior", "a bit worse", "as bad, not worse"])(
    "%s does not say by how much",
    (text) => {
      expect(refused(parseSaidTarget(text)).hint).toContain("write not worse than 3pp, or not more than 10% worse");
    },
  );

  test.each([
    ["not worse than 3%", ["not worse than 3pp", "not more than 3% worse"]],
    ["non-inferior by 5%", ["not worse than 5pp", "not more than 5% worse"]],
    ["within 2% of today", ["not worse than 2pp", "not more than 2% worse"]],
    ["difference >= -3%", ["not worse than 3pp", "not more than 3% worse"]],
  ])("%s has two readings", (text, readings) => {
    expect(refused(parseSaidTarget(text)).readings).toEqual(readings);
  });

  test.each([
    ["not worse than 0pp", "difference >= 0pp"],
    ["at most 0% worse", "difference >= 0%"],
  ])("%s is no margin", (text, canonical) => {
    expect(refused(parseSaidTarget(text)).hint).toContain(`write ${canonical}`);
  });

  test("words that go the good way contradict the direction that is known", () => {
    expect(refused(parseSaidTarget("at most 3pp higher", { better: "higher" })).hint).toContain("not worse than 3pp");
  });

  test("half the cost is a reduction", () => {
    expect(saidTargetText(read(parseSaidTarget("at half the cost")))).toBe("reduction >= 50%");
  });
});
