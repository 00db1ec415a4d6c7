import { expect, test } from "vitest";
import { fillHint } from "../../src/checks/could-be-read.ts";
import { valueAt } from "../../src/diagnostics/place.ts";

const place = valueAt("poc.yaml", "mvp", "budget");

test.each([
  ["add budget: 120000 EUR under mvp: in poc.yaml", []],
  ["replace TBD in poc.yaml: budget: 120000 EUR", [{ place, text: "TBD" }]],
  ["replace the empty value in poc.yaml: budget: 120000 EUR", [{ place, text: "" }]],
  ["add budget: 120000 EUR under mvp: in poc.yaml", [{ place: valueAt("poc.yaml", "owner"), text: "TBD" }]],
])("%s", (hint, placeholders) => {
  expect(fillHint({ placeholders }, place, "budget: 120000 EUR", "mvp")).toBe(hint);
});

test.each([
  ["replace TBD in poc.yaml: poc_stack: [python 3.12]", valueAt("poc.yaml", "poc_stack", 0)],
  ["replace TBD in poc.yaml: poc_stack: [python 3.12]", valueAt("poc.yaml", "poc_stack", 0, "question")],
  ["add poc_stack: [python 3.12] to poc.yaml", valueAt("poc.yaml", "poc_stack_of_old", 0)],
  ["add poc_stack: [python 3.12] to poc.yaml", valueAt("poc.yaml", "unknowns", 0)],
  ["add poc_stack: [python 3.12] to poc.yaml", valueAt("value.yaml", "poc_stack", 0)],
])("%s, for a list", (hint, item) => {
  const placeholders = [{ place: item, text: "TBD" }];
  expect(fillHint({ placeholders }, valueAt("poc.yaml", "poc_stack"), "poc_stack: [python 3.12]")).toBe(hint);
});

test("what belongs to the top of a file is added to it", () => {
  expect(fillHint({ placeholders: [] }, valueAt("poc.yaml", "owner"), "owner: Name")).toBe(
    "add owner: Name to poc.yaml",
  );
});
