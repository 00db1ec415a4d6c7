import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { run, world } from "../../support/run.ts";

/** Several rows of one case are not several cases. */

async function logged(heading: string, row: (k: number) => string, asked: string) {
  const text = [heading, ...Array.from({ length: 40 }, (_, k) => row(k)), ""].join("\n");
  const disk = diskWithPoc({ "t.csv": text });
  return run(
    ["log", "a run", "--eval", `wrong-rate=@t.csv#${asked}`],
    world({ disk, now: "2026-11-24T09:00:00+01:00" }),
  );
}

test.each<[string, string, (k: number) => string, string, readonly string[]]>([
  ["case", "case,wrong", (k) => `c${k % 10},true`, "wrong", ["10 cases", "column case: c0, c1", '"@t.csv#wrong/case"']],
  ["qid", "qid,wrong", (k) => `c${k % 10},true`, "wrong", ["10 cases", "column qid: c0, c1", '"@t.csv#wrong/qid"']],
  ["Case ID", "Case ID,wrong", (k) => `${k || 1},true`, "wrong", ["a case has", "column Case ID: 1"]],
  ["cells that count", "id,passed", (k) => `${k % 10},true`, "passed=false", ['"@t.csv#passed=false/id"']],
  [
    "an error that was tried again",
    "id,wrong",
    (k) => `${k || 1},${k === 0 ? "error" : "true"}`,
    "wrong",
    ["a case has"],
  ],
  ["two arms", "id,arm,wrong", (k) => `${k >> 1},${k % 2},true`, "wrong", ["poc import t.csv --eval wrong-rate"]],
  ["other groups", "id,day,wrong", (k) => `${k % 10},${k % 3},true`, "wrong/day", ["10 cases", "#wrong/id"]],
])("%s repeats: refused with the form that works", async (_, heading, row, asked, said) => {
  const { stderr, exitCode } = await logged(heading, row, asked);
  expect(exitCode).toBe(2);
  for (const part of said) expect(stderr.replaceAll(/\s+/g, " ")).toContain(part);
});

test.each<[string, string, (k: number) => string, string, string]>([
  ["the runs of a case are its group", "case,wrong", (k) => `c${k % 10},true`, "wrong/case", "40/40 in 10 groups"],
  ["a case lies within one group", "case,doc,wrong", (k) => `${k % 20},${k % 10},true`, "wrong/doc", "in 10 groups"],
  ["each case has a row", "case,doc,wrong", (k) => `${k},${k % 10},true`, "wrong", "40/40"],
  ["no column names the case", "note,wrong", () => "same,true", "wrong", "40/40"],
])("taken where %s", async (_, heading, row, asked, said) => {
  const { stdout, stderr, exitCode } = await logged(heading, row, asked);
  expect([exitCode, stderr.includes("error:")]).toEqual([0, false]);
  expect(stdout).toContain(said);
});
