import { describe, expect, test } from "vitest";
import { parseSaidTarget, saidTargetText } from "../../../src/domain/records/said-target.ts";
import { parseQuantity } from "../../../src/domain/scalars/quantity.ts";
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

  const baseline = read(parseQuantity("85%"));
  test.each([
    ["not worse than 2 points", undefined, "at least 83% or at most 87%"],
    ["not worse than 2 points", "higher", "at least 83%"],
    ["no more than 2pp worse", "lower", "at most 87%"],
    ["at most 2 points worse", "higher", "at least 83%"],
    ["no worse than 2 points than today", "higher", "at least 83%"],
  ] as const)("%s, which is no kind of target yet", (text, better, hint) => {
    expect(refused(parseSaidTarget(text, { baseline, better })).hint).toBe(
      `write the value that is still acceptable: ${hint}`,
    );
  });

  test.each(["not worse than 2 points", "no worse than today", "non-inferior"])(
    "%s, of an unknown baseline",
    (text) => {
      expect(refused(parseSaidTarget(text)).hint).toContain("at least 83%");
    },
  );
});
