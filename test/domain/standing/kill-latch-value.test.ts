import { describe, expect, test } from "vitest";
import { likelyInputs } from "../../../src/domain/business-case/inputs-at-start.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { KillCriterion } from "../../../src/domain/records/kill-criterion.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { killClause } from "../../../src/wording/kill-reasons.ts";
import { entry, killOf, known, MARTA, money, SOUND, standing, start } from "../../support/records.ts";

const clear = (when: string) =>
  entry(when, { id: "clear", clear: { criterion: "no-better", reason: "agreed", approver: MARTA } });

describe("a business case that is edited after the start clears nothing", () => {
  const DEAR = killOf({ when: "payback.months > 13", by: "2026-12-02" });
  const POOR = killOf({ when: "impact.annual < 50000 EUR", by: "2026-12-02" });
  // By the inputs of SOUND 440,000 EUR a year, less the platform; 100,000 EUR to build.
  const costing = (platform: string): Definitions["value"] => ({
    ...SOUND.value,
    platformCost: known(money(platform)),
  });
  const dear = costing("420000 EUR");
  const cheap = costing("40000 EUR");
  const { platformCost: _, ...without } = SOUND.value;
  const of = (day: string): string => `stays-tripped ${day}`;

  test.each<[string, KillCriterion, Definitions["value"], Definitions["value"], readonly Entry[], string, string]>([
    ["as it was", DEAR, dear, dear, [], "2026-12-03", "figure"],
    ["a cost that is lower", DEAR, dear, cheap, [], "2026-12-03", of("2026-12-02")],
    ["on its day", DEAR, dear, cheap, [], "2026-12-02", of("2026-12-02")],
    ["before its day", DEAR, dear, cheap, [], "2026-12-01", "pending"],
    ["a cost that is gone", DEAR, dear, without, [], "2026-12-03", of("2026-12-02")],
    [
      "a revenue that is new",
      DEAR,
      dear,
      { ...dear, incrementalRevenue: known(money("400000 EUR")) },
      [],
      "2026-12-03",
      of("2026-12-02"),
    ],
    ["the impact", POOR, dear, cheap, [], "2026-12-03", of("2026-12-02")],
    ["a case that was good, and is", DEAR, cheap, costing("30000 EUR"), [], "2026-12-03", "cleared"],
    ["a case that got worse", DEAR, cheap, dear, [], "2026-12-03", "figure"],
    ["what a person cleared", DEAR, dear, cheap, [clear("2026-12-03")], "2026-12-04", "cleared"],
    ["cleared, and worse again", DEAR, dear, dear, [clear("2026-12-03")], "2026-12-04", "figure"],
  ])("%s", (_, criterion, then, now, log, day, expected) => {
    const definitions: Definitions = { ...SOUND, killCriteria: [criterion], value: then };
    const begun = start(definitions);
    const entries = [{ ...begun, start: { ...begun.start!, inputs: likelyInputs(then) } }, ...log];
    const { kill } = standing({ definitions: { ...definitions, value: now }, log: entries }, day);
    const { verdict, because } = kill[0]!;
    const found = because.code === "stays-tripped" ? of(because.on) : verdict === "tripped" ? because.code : verdict;
    expect(found).toBe(expected);
    expect(because.code === "stays-tripped" ? because.figures : "start").toBe("start");
  });

  test("a start of before keeps no inputs, so the file counts", () => {
    const definitions: Definitions = { ...SOUND, killCriteria: [DEAR], value: dear };
    const log = [start(definitions)];
    expect(standing({ definitions: { ...definitions, value: cheap }, log }, "2026-12-03").kill[0]!.verdict).toBe(
      "cleared",
    );
  });

  test("says with which figures", () => {
    const definitions: Definitions = { ...SOUND, killCriteria: [DEAR], value: dear };
    const begun = start(definitions);
    const log = [{ ...begun, start: { ...begun.start!, inputs: likelyInputs(dear) } }];
    const { because } = standing({ definitions: { ...definitions, value: cheap }, log }, "2026-12-03").kill[0]!;
    expect(killClause(because)).toBe(
      "payback 60 months with the figures of the start, on day 8; the business case as it is now would clear it " +
        "(payback 3 months)",
    );
  });
});
