import { expect, test } from "vitest";
import { otherCases } from "../../../src/domain/evidence/other-cases.ts";
import type { CaseFile } from "../../../src/domain/records/evals/result.ts";
import { entry, evalOf, result, SOUND, standing, start } from "../../support/records.ts";

const AGAINST = "e".repeat(64);

/** A file of `n` cases, whose ids are those of the letter. */
const file = (letter: string, n = 200, more: Partial<CaseFile> = {}): CaseFile => ({
  file: `cases/${letter}.csv`,
  sha256: letter.repeat(64),
  column: "wrong",
  n,
  digest: letter.repeat(64),
  ...more,
});

type Fields = Parameters<typeof evalOf>[0];
type Run = readonly [arm: string, cases: CaseFile | undefined, n?: number];

const TODAY: Fields = { arms: [{ name: "today", baseline: true }] };
const FILE: Fields = { baseline: "82/400 from cases/t.csv#wrong", target: "reduction >= 40%" };

function said(fields: Fields, ...runs: readonly Run[]): string {
  const definitions = { ...SOUND, evals: [evalOf({ id: "wrong-rate", target: "value <= 12%", ...fields })] };
  const log = runs.map(([arm, cases, n = 200], k) =>
    entry(`2026-11-2${4 + k}`, {
      id: `run${k + 1}`,
      results: [result("wrong-rate", `20/${n}`, { arm, ...(cases && { cases }) })],
    }),
  );
  const { evals } = standing({ definitions, log: [start(definitions), ...log] }, "2026-11-29");
  const other = otherCases(evals[0]!);
  if (other === undefined) return "";
  const { than, results } = other;
  return `${results.map((one) => one.entry.id).join(" ")} than ${than.kind === "baseline" ? than.file : than.run.entry.id}`;
}

test.each<[string, Fields, readonly Run[], string]>([
  [
    "the same cases again",
    {},
    [
      ["", file("a")],
      ["", file("a")],
    ],
    "",
  ],
  [
    "others, as many",
    {},
    [
      ["", file("a")],
      ["", file("b")],
    ],
    "run2 than run1",
  ],
  [
    "fewer",
    {},
    [
      ["", file("a", 200)],
      ["", file("b", 100), 100],
    ],
    "run2 than run1",
  ],
  [
    "more, which may contain them",
    {},
    [
      ["", file("a", 100), 100],
      ["", file("b", 200)],
    ],
    "",
  ],
  [
    "another arm on others",
    {},
    [
      ["small", file("a")],
      ["large", file("b")],
    ],
    "run2 than run1",
  ],
  [
    "and back",
    {},
    [
      ["", file("a")],
      ["", file("b")],
      ["", file("a")],
    ],
    "run2 run3 than run1",
  ],
  [
    "one that was typed",
    {},
    [
      ["", file("a")],
      ["", undefined],
      ["", file("a")],
    ],
    "",
  ],
  [
    "today's cases",
    TODAY,
    [
      ["today", file("t")],
      ["", file("t")],
    ],
    "",
  ],
  [
    "others than today's",
    TODAY,
    [
      ["today", file("t")],
      ["", file("a")],
      ["", file("a")],
    ],
    "run2 run3 than run1",
  ],
  [
    "more than today's",
    TODAY,
    [
      ["today", file("t", 100), 100],
      ["", file("a")],
    ],
    "run2 than run1",
  ],
  ["the cases of the baseline's file", FILE, [["", file("a", 400, { against: AGAINST }), 400]], ""],
  ["others than the baseline's", FILE, [["", file("a", 400), 400]], "run1 than cases/t.csv"],
  ["a target that compares nothing", { ...FILE, target: "value <= 12%" }, [["", file("a", 400), 400]], ""],
])("%s", (_, fields, runs, expected) => {
  expect(said(fields, ...runs)).toBe(expected);
});
