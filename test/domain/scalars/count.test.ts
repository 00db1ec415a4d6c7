import { describe, expect, it } from "vitest";
import { countText, parseCount } from "../../../src/domain/scalars/count.ts";
import { read, refused } from "./outcome.ts";

describe("parseCount", () => {
  it.each([
    ["22/200", { x: 22, n: 200 }],
    ["0/1", { x: 0, n: 1 }],
    [" 200 / 200 ", { x: 200, n: 200 }],
    ["10000000/10000000", { x: 10_000_000, n: 10_000_000 }],
  ])("reads %j", (text, count) => {
    expect(read(parseCount(text))).toEqual(count);
  });

  it.each([
    ["201/200", "count-exceeds-total"],
    ["0/0", "invalid-count"],
    ["1/10000001", "invalid-count"],
    ["-1/200", "invalid-count"],
    ["1.5/200", "invalid-count"],
    ["22", "invalid-count"],
    ["", "invalid-count"],
    ["1/2/3", "invalid-count"],
  ])("refuses %j", (text, code) => {
    expect(refused(parseCount(text)).code).toBe(code);
  });

  it("is written without blanks", () => {
    expect(countText({ x: 22, n: 200 })).toBe("22/200");
  });
});
