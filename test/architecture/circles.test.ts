import { expect, test } from "vitest";
import { circlesOf } from "./circles.ts";

const graph = (text: string) =>
  new Map(
    text
      .split("; ")
      .map((line) => [line.split(" > ")[0]!, (line.split(" > ")[1] ?? "").split(" ").filter((to) => to !== "")]),
  );

test.each([
  ["a > b; b > c; c", []],
  ["a > b; b > a", [["a", "b"]]],
  ["a > b; b > c; c > a; d > a; e", [["a", "b", "c"]]],
  [
    "a > b; b > a; c > d; d > c b",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
])("%s", (text, circles) => {
  expect(circlesOf(graph(text))).toEqual(circles);
});
