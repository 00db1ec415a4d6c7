import { expect, test } from "vitest";
import { catalogueEntry, CATALOGUE, type Code } from "../../src/diagnostics/catalogue.ts";
import { corpusCase, corpusNames, diagnosticLines, expectedLines } from "../support/corpus.ts";

/** Codes that no folder of records can fire: templates are tested with the memo, git's memory with `--as-of`, files of cases and recipes with the disk. */
const ELSEWHERE: ReadonlySet<Code> = new Set<Code>([
  "invalid-template",
  "judged-by-files-of-today",
  "as-of-in-future",
  "cases-missing",
  "policy-checklist-open",
  "recipe-arm-unknown",
  "recipe-without-file",
]);

test.each(corpusNames("ok"))("%s is silent", (name) => {
  expect(diagnosticLines(corpusCase("ok", name).diagnostics)).toEqual([]);
});

test.each(corpusNames("bad"))("%s is faulted where it is wrong", (name) => {
  expect(diagnosticLines(corpusCase("bad", name).diagnostics)).toEqual(expectedLines(name));
});

test("every code fires somewhere", () => {
  const fired = new Set(
    corpusNames("bad").flatMap((name) => expectedLines(name).map((line) => line.split(" ").at(-1))),
  );
  const unfired = Object.keys(CATALOGUE).filter((code) => !fired.has(code) && !ELSEWHERE.has(code as Code));
  expect(unfired).toEqual([]);
});

test("every diagnostic says what to do", () => {
  const silent = corpusNames("bad")
    .flatMap((name) => corpusCase("bad", name).diagnostics)
    .filter(({ code, hint }) => hint === undefined && catalogueEntry(code).kind !== "records");
  expect(silent).toEqual([]);
});

test("no diagnostic shows a secret, nor the line it stands in", () => {
  const { diagnostics } = corpusCase("bad", "secret");
  expect(diagnostics).toHaveLength(1);
  expect(JSON.stringify(diagnostics)).not.toContain("AKIA");
});
