import { describe, expect, it } from "vitest";
import { conditionText, isBuiltInMetric, parseCondition } from "../../../src/domain/scalars/condition.ts";
import { read, refused } from "./outcome.ts";

describe("parseCondition", () => {
  it.each([
    ["wrong-rate > 18%", "wrong-rate > 18%"],
    ["wrong-rate>18 %", "wrong-rate > 18%"],
    ["spend.total >= 1900.00 EUR", "spend.total >= 1900 EUR"],
    ["latency_p95 < 0.8 s", "latency_p95 < 0.8 s"],
  ])("reads %j", (text, canonical) => {
    expect(conditionText(read(parseCondition(text)))).toBe(canonical);
  });

  it.each([
    "",
    "wrong-rate",
    "wrong-rate 18%",
    "wrong-rate = 18%",
    "Wrong-rate > 18%",
    "18% < wrong-rate",
    "wrong-rate > much",
    "wrong-rate > 18% or more",
    "wrong-rate > 1,800",
  ])("refuses %j", (text) => {
    expect(refused(parseCondition(text)).code).toBe("invalid-condition");
  });

  it("knows the figures of the PoC itself, and nothing of JavaScript's own", () => {
    expect(isBuiltInMetric("spend.total")).toBe(true);
    expect(isBuiltInMetric("constructor")).toBe(false);
  });
});
