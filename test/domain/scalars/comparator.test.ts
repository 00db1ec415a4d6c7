import { expect, test } from "vitest";
import { type Comparator, compareBounds } from "../../../src/domain/scalars/comparator.ts";
/** A range from 1 to 3 against a threshold: both ends count, ties among them. */
test.each<[Comparator, number, "holds" | "fails" | "open"]>([
  [">=", 1, "holds"],
  [">=", 1.5, "open"],
  [">=", 3, "open"],
  [">=", 3.5, "fails"],
  [">", 0.5, "holds"],
  [">", 1, "open"],
  [">", 2, "open"],
  [">", 3, "fails"],
  ["<=", 3, "holds"],
  ["<=", 2, "open"],
  ["<=", 1, "open"],
  ["<=", 0.5, "fails"],
  ["<", 3.5, "holds"],
  ["<", 3, "open"],
  ["<", 2, "open"],
  ["<", 1, "fails"],
])("1 to 3 %s %s %s", (comparator, threshold, state) => {
  expect(compareBounds({ estimate: 2, low: 1, high: 3 }, comparator, threshold)).toBe(state);
});
