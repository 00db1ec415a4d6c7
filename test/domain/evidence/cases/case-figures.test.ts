import { expect, test } from "vitest";
import { caseFigures } from "../../../../src/domain/evidence/cases/case-summary.ts";
import { casePairs, type CaseSide } from "../../../../src/domain/evidence/cases/case-pairs.ts";
import {
  duplicateCases,
  rowsOf,
  type CaseColumn,
  type CaseTable,
} from "../../../../src/domain/evidence/cases/case-table.ts";
import type { Eval } from "../../../../src/domain/records/eval.ts";

type Row = readonly [
  id: string,
  value: boolean | number | "broke" | undefined,
  more?: { run?: string; group?: string; arm?: string },
];

function tableOf(rows: readonly Row[]): { readonly table: CaseTable; readonly column: CaseColumn } {
  const cells = rows.some(([, value]) => typeof value === "number") ? "numbers" : "outcomes";
  const values = rows.map(([, value]) => (value === undefined ? undefined : value === "broke" ? NaN : Number(value)));
  const column: CaseColumn = { name: "x", cells, values };
  const groups = rows.some(([, , more]) => more?.group !== undefined)
    ? rows.map(([id, , more]) => more?.group ?? id)
    : undefined;
  return {
    column,
    table: {
      ids: rows.map(([id]) => id),
      runs: rows.map(([, , more]) => more?.run ?? ""),
      groups,
      arms: rows.map(([, , more]) => more?.arm ?? ""),
      columns: [column],
    },
  };
}

const RATE: Eval = { id: "wrong", measure: "proportion", better: "lower", primary: true };
const MEAN: Eval = { id: "score", measure: "mean", better: "higher", primary: true };
const taken = (rows: readonly Row[], item: Eval, whenTrue = true) => {
  const { table, column } = tableOf(rows);
  return caseFigures(table, column, rowsOf(table, ""), item, { whenTrue, unit: "", factor: 1 });
};

test("a case that broke is in no figure, and what was not asked is no case", () => {
  const rows: Row[] = [
    ["a", true],
    ["b", false],
    ["c", "broke"],
    ["d", undefined],
  ];
  expect(taken(rows, RATE)).toMatchObject({ summary: { count: { x: 1, n: 2 }, errors: 1 }, repeated: 0 });
  expect(taken(rows, RATE, false)).toMatchObject({ summary: { count: { x: 1, n: 2 } } });
});

test("runs of one case hang together: three runs of two cases are two groups", () => {
  const rows: Row[] = ["1", "2", "3"].flatMap((run): Row[] => [
    ["a", run === "1", { run }],
    ["b", true, { run }],
  ]);
  expect(taken(rows, RATE)).toEqual({
    summary: {
      count: { x: 4, n: 6 },
      clusters: [
        { sum: { digits: 1n, scale: 0 }, n: 3 },
        { sum: { digits: 3n, scale: 0 }, n: 3 },
      ],
    },
    repeated: 2,
  });
});

test("the mean is that of the cases, each the mean of its runs", () => {
  const rows: Row[] = [
    ["a", 1, { run: "1" }],
    ["a", 3, { run: "2" }],
    ["b", 4],
    ["c", "broke"],
  ];
  expect(taken(rows, MEAN)).toMatchObject({
    summary: { value: { amount: { digits: 3n } }, n: 2, errors: 1 },
    repeated: 1,
  });
});

test.each([
  ["nothing scored", [["a", "broke"]], RATE, "nothing-scored"],
  ["numbers where outcomes are counted", [["a", 2]], RATE, "numbers-for-outcomes"],
  ["outcomes where numbers are averaged", [["a", true]], MEAN, "outcomes-for-numbers"],
] as const)("%s is a fault", (_, rows, item, code) => {
  expect(taken(rows, item)).toMatchObject({ code });
});

const sideOf = (rows: readonly Row[]): CaseSide => {
  const { table, column } = tableOf(rows);
  return { table, column, rows: rows.map((_, row) => row) };
};

test("pairs are found by the ids, in whatever order the rows are; what broke on one side is no pair", () => {
  const before = sideOf([
    ["a", true],
    ["b", true],
    ["c", false],
    ["d", false],
    ["e", "broke"],
  ]);
  const after = sideOf([
    ["e", true],
    ["d", false],
    ["c", true],
    ["b", false],
    ["a", true],
  ]);
  expect(casePairs(before, after, true)).toEqual({
    counts: { both: 1, baseline: 1, candidate: 1, neither: 1 },
    flipped: [
      { id: "b", counted: false },
      { id: "c", counted: true },
    ],
    broken: 1,
  });
  expect(casePairs(before, after, false)).toMatchObject({ counts: { both: 1, baseline: 1, candidate: 1, neither: 1 } });
});

test.each([
  ["another set of cases", [["a", true]], [["b", true]], "other-cases"],
  [
    "a case more",
    [["a", true]],
    [
      ["a", true],
      ["b", true],
    ],
    "other-cases",
  ],
  [
    "several runs",
    [
      ["a", true, { run: "1" }],
      ["a", true, { run: "2" }],
    ],
    [["a", true]],
    "several-runs",
  ],
  ["groups", [["a", true, { group: "g" }]], [["a", true]], "groups"],
  ["numbers", [["a", 2]], [["a", 1]], "numbers"],
] as const)("%s: no pairs", (_, before, after, fault) => {
  expect(casePairs(sideOf(before), sideOf(after), true)).toBe(fault);
});

test("a case with the same run twice is named", () => {
  const { table } = tableOf([
    ["a", true],
    ["a", true],
    ["b", true, { run: "1" }],
    ["b", true, { run: "2" }],
  ]);
  expect(duplicateCases(table, [0, 1, 2, 3])).toEqual(["a"]);
});
