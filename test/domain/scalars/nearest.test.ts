import { describe, expect, it } from "vitest";
import { nearest, slipOf } from "../../../src/domain/scalars/nearest.ts";

const IDS = ["wrong-rate", "latency", "cost-per-task", "nps"];

describe("nearest", () => {
  it.each([
    ["wrong-rat", "wrong-rate"],
    ["wrnog-rate", "wrong-rate"],
    ["Latency", "latency"],
    ["latncy", "latency"],
    ["wrong", "wrong-rate"],
    ["cost", "cost-per-task"],
    ["nsp", "nps"],
    ["spend", undefined],
    ["", undefined],
    ["x".repeat(65), undefined],
  ])("for %j is %j", (word, found) => {
    expect(nearest(word, IDS)).toBe(found);
  });

  it("does not guess between two beginnings", () => {
    expect(nearest("wrong", ["wrong-rate-on-policies", "wrong-tool-was-called"])).toBeUndefined();
  });

  it("takes any iterable more than once", () => {
    expect(nearest("wron", new Set(["wrong-rate-of-answers"]))).toBe("wrong-rate-of-answers");
  });
});

describe("slipOf", () => {
  it.each([
    ["pii-in-trace", "pii-in-traces"],
    ["pii-in-tarces", "pii-in-traces"],
    ["a2", undefined],
    ["ab", undefined],
    ["cots", undefined],
    ["release-2", undefined],
    ["release-12", undefined],
    ["release", undefined],
    ["pii-i", undefined],
    ["something-else", undefined],
    ["x".repeat(65), undefined],
  ])("for %j is %j", (name, found) => {
    expect(slipOf(name, ["a1", "cost", "release-1", "pii-in-traces"])).toBe(found);
  });
});
