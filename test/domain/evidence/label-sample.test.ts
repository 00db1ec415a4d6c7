import { expect, test } from "vitest";
import { labelSample, type JudgedCase } from "../../../src/domain/evidence/judges/label-sample.ts";

const cases = (yes: number, no: number): readonly JudgedCase[] =>
  Array.from({ length: yes + no }, (_, k) => ({ id: `q-${String(k).padStart(4, "0")}`, counted: k < yes }));

const split = (all: readonly JudgedCase[], ids: readonly string[]) => {
  const counted = new Map(all.map((one) => [one.id, one.counted]));
  return [ids.filter((id) => counted.get(id)).length, ids.filter((id) => counted.get(id) === false).length];
};

test.each([
  ["half and half", 200, 100, 60, [30, 30]],
  ["an odd one falls to what was counted", 200, 100, 61, [31, 30]],
  ["few on one side: all of them, and the other fills up", 281, 19, 60, [41, 19]],
  ["few on the other", 12, 288, 60, [12, 48]],
  ["nothing on one side", 300, 0, 60, [60, 0]],
  ["no more than there are", 10, 5, 60, [10, 5]],
])("%s", (_, yes, no, size, expected) => {
  const all = cases(yes, no);
  const ids = labelSample(all, size, 2026);
  expect(split(all, ids)).toEqual(expected);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the same seed draws the same sheet, whatever order the cases came in; another draws another", () => {
  const all = cases(200, 100);
  expect(labelSample([...all].reverse(), 60, 7)).toEqual(labelSample(all, 60, 7));
  expect(labelSample(all, 60, 8)).not.toEqual(labelSample(all, 60, 7));
});

test("the place of a case does not tell what the judge said", () => {
  const all = cases(500, 500);
  const ids = labelSample(all, 200, 1);
  const [first] = split(all, ids.slice(0, 100));
  expect(first).toBeGreaterThan(35);
  expect(first).toBeLessThan(65);
});
