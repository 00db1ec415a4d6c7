import { describe, expect, it } from "vitest";
import { numberReadings, wholeReadings } from "../../../src/domain/scalars/number-readings.ts";
import { parseWhole } from "../../../src/domain/scalars/whole.ts";
import { parseCount } from "../../../src/domain/scalars/count.ts";
import { refused } from "./outcome.ts";

describe("a number in another form", () => {
  it.each([
    ["1,200", ["1200", "1.200"], ["1200"]],
    ["1.200", ["1200", "1.200"], ["1200"]],
    ["2.000", ["2000", "2.000"], ["2000", "2"]],
    ["1,5", ["1.5"], []],
    ["0,500", ["0.500"], []],
    ["1,200,000", ["1200000"], ["1200000"]],
    ["1.200.000", ["1200000"], ["1200000"]],
    ["1.200,50", ["1200.50"], []],
    ["1,200.50", ["1200.50"], []],
    ["1 200", ["1200"], ["1200"]],
    ["1'200.50", ["1200.50"], []],
    ["1\u202f200", ["1200"], ["1200"]],
    ["1_200", ["1200"], ["1200"]],
    ["1.2k", ["1200"], ["1200"]],
    ["3M", ["3000000"], ["3000000"]],
    ["1e5", ["100000"], ["100000"]],
    ["1.5e3", ["1500"], ["1500"]],
    ["007", ["7"], ["7"]],
    ["+5", ["5"], ["5"]],
    ["1200", [], []],
    ["12.40", [], []],
    ["many", [], []],
    ["1,2,3", [], []],
    ["1.20,000", [], []],
  ])("%j may be %j, and of whole things %j", (text, numbers, wholes) => {
    expect(numberReadings(text)).toEqual(numbers);
    expect(wholeReadings(text)).toEqual(wholes);
  });

  it.each([
    ["1.200", "did you mean 1200?"],
    ["2.000", "did you mean 2000 or 2?"],
    ["1.5", undefined],
  ])("issue 10, item 19: people are whole: %j", (text, hint) => {
    expect(refused(parseWhole(text, "a whole number")).hint).toBe(hint);
  });

  it("issue 10, item 19: a count is whole on both sides", () => {
    expect(refused(parseCount("1.200/2.000")).hint).toBe("write 1200/2000");
    expect(refused(parseCount("3/1,000")).hint).toBe("write 3/1000");
    expect(refused(parseCount("1.5/20")).hint).toBeUndefined();
  });
});
