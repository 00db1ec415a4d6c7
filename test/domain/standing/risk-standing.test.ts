import { expect, test } from "vitest";
import { isOpenRisk, riskStandings } from "../../../src/domain/standing/risk-standing.ts";
import type { Risk, RiskLevel } from "../../../src/domain/records/risk.ts";
import { entry } from "../../support/records.ts";

const REGISTER: readonly Risk[] = [
  { id: "privacy", level: "unknown" },
  { id: "cost", level: "low" },
];
const noted = (day: string, id: string, level: RiskLevel, note?: string) =>
  entry(day, { risks: [{ id, level, ...(note === undefined ? {} : { note }) }] });

test("the register speaks where the log is silent", () => {
  expect(riskStandings(REGISTER, [])).toMatchObject([
    { level: "unknown", entries: [], inRegister: true, note: undefined },
    { level: "low", entries: [], inRegister: true },
  ]);
});

test("the latest word of the log counts, the latest note stays", () => {
  const log = [noted("2026-11-24", "privacy", "high", "names in traces"), noted("2026-11-25", "privacy", "low")];
  expect(riskStandings(REGISTER, log)[0]).toMatchObject({
    level: "low",
    note: "names in traces",
    entries: ["112412x", "112512x"],
  });
});

test("a risk that only the log names is part of the register, once", () => {
  const log = [noted("2026-11-24", "lock-in", "high", "one vendor"), noted("2026-11-25", "lock-in", "medium")];
  const found = riskStandings(REGISTER, log);
  expect(found.map(({ risk }) => risk.id)).toEqual(["privacy", "cost", "lock-in"]);
  expect(found[2]).toMatchObject({ level: "medium", inRegister: false, note: "one vendor" });
});

test.each<[RiskLevel, boolean]>([
  ["unknown", true],
  ["low", false],
  ["medium", true],
  ["high", true],
  ["closed", false],
])("%s may still stop the work: %s", (level, open) => {
  expect(isOpenRisk(riskStandings([{ id: "one", level }], [])[0]!)).toBe(open);
});
