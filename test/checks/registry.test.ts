import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { CHECKS, runPolicy } from "../../src/checks/registry.ts";
import { POLICY_CODES } from "../../src/diagnostics/catalogue.ts";
import { valueAt } from "../../src/diagnostics/place.ts";
import { lacking, standing } from "../support/records.ts";
import { told } from "../support/told.ts";

test("every code of the policy is reported by one check, and by no other", () => {
  const codes = CHECKS.flatMap((check) => check.codes);
  expect([...codes].sort()).toEqual(Object.keys(POLICY_CODES).sort());
});

test.each(Object.entries(POLICY_CODES))("%s is explained", (code, { title, explanation, fix }) => {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
  for (const text of [title, explanation, fix]) expect(text).toMatch(/^\S[\s\S]*\S$/);
  expect(title).not.toMatch(/[.\n]/);
  expect(explanation.split("\n").every((line) => line === line.trim())).toBe(true);
});

test("checks have names of their own", () => {
  const names = CHECKS.map((check) => check.name);
  expect(new Set(names).size).toBe(names.length);
});

test("each check is a file of its name, with a table of cases beside it in the tests", () => {
  const checks = namesBelow("../../src/checks");
  const tables = namesBelow(".");
  expect(CHECKS.map(({ name }) => name).filter((name) => !checks.includes(`${name}.ts`))).toEqual([]);
  expect(CHECKS.map(({ name }) => name).filter((name) => !tables.includes(`${name}.test.ts`))).toEqual([]);
});

function namesBelow(folder: string): readonly string[] {
  return readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: "utf8" }).map((name) =>
    basename(name),
  );
}

test("a placeholder that another check speaks of is said once", () => {
  const placeholders = [
    { place: valueAt("poc.yaml", "sponsor"), text: "TBD" },
    { place: valueAt("poc.yaml", "title"), text: "TBD" },
  ];
  const found = runPolicy(standing({ definitions: lacking("sponsor"), placeholders }, "2026-11-20")).map(told);
  expect(found).toEqual([
    "poc-not-started poc.yaml timebox.start",
    "sponsor-missing poc.yaml sponsor",
    "placeholder-left poc.yaml title",
  ]);
});

test("a placeholder in a list is known by the index, what it lacks by the id", () => {
  const placeholders = [{ place: valueAt("kill-criteria.yaml", 0, "by"), text: "?" }];
  const definitions = { ...lacking(), killCriteria: [{ id: "asked", ask: "Is it?" }] };
  const found = runPolicy(standing({ definitions, placeholders }, "2026-11-20")).map(told);
  expect(found).toEqual([
    "poc-not-started poc.yaml timebox.start",
    "kill-criterion-undated kill-criteria.yaml asked.by",
  ]);
});
