import { describe, expect, it } from "vitest";
import { expectationText, parseExpectation, parseTarget, targetText } from "../../../src/domain/scalars/target.ts";
import { read, refused } from "./outcome.ts";

describe("parseTarget", () => {
  it.each([
    ["value <= 12%", "value <= 12%"],
    ["value>=3.50 s", "value >= 3.5 s"],
    ["  value < 2 ", "value < 2"],
    ["difference >= 5pp", "difference >= 5pp"],
    ["reduction > 40 %", "reduction > 40%"],
    ["gain >= 20%", "gain >= 20%"],
    ["not worse than 3pp", "not worse than 3pp"],
    ["Not more than 10 % worse.", "not more than 10% worse"],
    ["difference >= -3pp", "not worse than 3pp"],
    ["difference > -3 pp", "less than 3pp worse"],
    ["reduction >= -10%", "not more than 10% worse"],
    ["value >= -3", "value >= -3"],
    ["difference >= 0pp", "difference >= 0pp"],
  ])("reads %j", (text, canonical) => {
    const target = read(parseTarget(text));
    expect(targetText(target)).toBe(canonical);
  });

  it.each([
    ["", "invalid-target"],
    ["12%", "invalid-target"],
    ["<= 12%", "invalid-target"],
    ["value 12%", "invalid-target"],
    ["value <=", "invalid-quantity"],
    ["value = 12%", "invalid-target"],
    ["value == 12%", "invalid-target"],
    ["amount <= 12%", "invalid-target"],
    ["reduction <= 40%", "invalid-target"],
    ["reduction >= 40", "invalid-target"],
    ["gain >= 4 s", "invalid-target"],
    ["value <= twelve", "invalid-quantity"],
    ["value <= 1,500 s", "invalid-number"],
    ["value <= 12%\nvalue", "invalid-target"],
    ["not worse than 3%", "invalid-target"],
    ["not worse than 0pp", "invalid-target"],
    ["not worse than today", "invalid-target"],
    ["at most 3pp lower", "invalid-target"],
    ["difference >= -3%", "invalid-target"],
  ])("refuses %j", (text, code) => {
    expect(refused(parseTarget(text)).code).toBe(code);
  });
});

describe("parseExpectation", () => {
  it.each([
    ["reduction 60%", "reduction 60%"],
    ["value 8%", "value 8%"],
    ["8%", "value 8%"],
    ["difference 7pp", "difference 7pp"],
  ])("reads %j", (text, canonical) => {
    expect(expectationText(read(parseExpectation(text)))).toBe(canonical);
  });

  it.each(["", "reduction", "reduction >= 60%", "better 60%", "reduction 60"])("refuses %j", (text) => {
    expect(refused(parseExpectation(text)).code).toBe("invalid-target");
  });
});
