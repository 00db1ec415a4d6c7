import { expect, test } from "vitest";
import { refundProblems } from "../../../src/app/log/facts/refund-problems.ts";
import { FlagProblems } from "../../../src/app/log/facts/flag-problems.ts";
import { entry, spent } from "../../support/records.ts";

const lines = (...amounts: readonly string[]) => amounts.map((amount) => spent(amount));

const momentOf = (when: string) => {
  const { at, date } = entry(when);
  return { epochMs: at.epochMs, date };
};

test.each([
  ["the day after it was spent", "2026-11-25", false],
  ["on its day, later", "2026-11-24 13:00", false],
  ["on its day, before it was spent", "2026-11-24 11:00", true],
  ["the day before", "2026-11-23", true],
])("a refund %s", (_name, when, refused) => {
  const problems = new FlagProblems();
  refundProblems(lines("-40 EUR"), [entry("2026-11-24", { spend: lines("100 EUR") })], momentOf(when), problems);
  expect(problems.hasAny).toBe(refused);
});

test.each([
  ["a part of it", ["100 EUR"], ["-40 EUR"], false],
  ["all of it", ["100 EUR"], ["-100 EUR"], false],
  ["more than all of it", ["100 EUR"], ["-100.01 EUR"], true],
  ["where nothing was spent", [], ["-1 EUR"], true],
  ["in a currency in which nothing was spent", ["100 EUR"], ["-1 USD"], true],
  ["after a refund of most of it", ["100 EUR", "-90 EUR"], ["-11 EUR"], true],
  ["with what it refunds in one entry", [], ["12 EUR", "-2 EUR"], false],
  ["more than the entry has as well", [], ["12 EUR", "-13 EUR"], true],
  ["no refund", [], ["5 EUR"], false],
] as const)("%s", (_name, before, now, refused) => {
  const problems = new FlagProblems();
  const counted = before.map((amount) => entry("2026-11-24", { spend: lines(amount) }));
  refundProblems(lines(...now), counted, momentOf("2026-11-25"), problems);
  expect(problems.hasAny).toBe(refused);
});
