import { describe, expect, test } from "vitest";
import { pairSummary } from "../../../../src/domain/evidence/cases/pair-summary.ts";
import { shortDecimalText, type Decimal } from "../../../../src/domain/scalars/decimal.ts";
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

test("the runs of a case are averaged before anything else: three runs of two cases are two cases", () => {
  const rows: Row[] = ["1", "2", "3"].flatMap((run): Row[] => [
    ["a", run === "1", { run }],
    ["b", true, { run }],
  ]);
  expect(taken(rows, RATE)).toEqual({
    summary: {
      value: { amount: { digits: 666666666667n, scale: 10 }, unit: "%" },
      n: 2,
      runs: 6,
      clusters: [
        { sum: { digits: 333333333333333n, scale: 15 }, n: 1 },
        { sum: { digits: 1n, scale: 0 }, n: 1 },
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
  expect(casePairs(before, after, RATE, true)).toMatchObject({
    counts: { both: 1, baseline: 1, candidate: 1, neither: 1 },
    flipped: [
      { id: "b", counted: false },
      { id: "c", counted: true },
    ],
    broken: 1,
  });
  expect(casePairs(before, after, RATE, false)).toMatchObject({
    counts: { both: 1, baseline: 1, candidate: 1, neither: 1 },
  });
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
  ["other groups", [["a", true, { group: "g" }]], [["a", true, { group: "h" }]], "groups"],
  ["numbers and outcomes", [["a", 2]], [["a", true]], "numbers"],
  ["nothing that both scored", [["a", "broke"]], [["a", true]], "nothing-scored"],
] as const)("%s: no pairs", (_, before, after, fault) => {
  expect(casePairs(sideOf(before), sideOf(after), RATE, true)).toBe(fault);
});

const pairedFigures = (before: readonly Row[], after: readonly Row[], item: Eval) => {
  const pairs = casePairs(sideOf(before), sideOf(after), item, true);
  if (typeof pairs === "string") throw new Error(pairs);
  return { pairs, summary: pairSummary(pairs, item, { whenTrue: true, unit: "s", factor: 0.5 }) };
};
const text = (amount: Decimal | undefined) => (amount === undefined ? undefined : shortDecimalText(amount));

test("pairs in groups have what each group adds up to, on both sides", () => {
  const cases: Row[] = [
    ["a", true, { group: "x" }],
    ["b", false, { group: "x" }],
    ["c", true, { group: "y" }],
  ];
  const { summary } = pairedFigures(
    [
      ["a", true],
      ["b", true],
      ["c", true],
    ],
    cases,
    RATE,
  );
  expect(summary.pairs).toEqual({ both: 2, baseline: 1, candidate: 0, neither: 0 });
  expect(summary.clusters?.map(({ sum, n, before }) => [text(sum), n, text(before)])).toEqual([
    ["1", 2, "2"],
    ["1", 1, "1"],
  ]);
});

test("several runs are averaged on each side, and a case flips by what most of its runs say", () => {
  const runs = (id: string, ...values: boolean[]) => values.map((value, k): Row => [id, value, { run: String(k) }]);
  const { pairs, summary } = pairedFigures(
    [...runs("a", true, true, false), ...runs("b", false, false, false), ["c", true]],
    [...runs("a", false, false, true), ...runs("b", false, true), ["c", true]],
    RATE,
  );
  expect(pairs.flipped).toEqual([{ id: "a", counted: false }]);
  expect(pairs.counts).toBeUndefined();
  expect(text(summary.value?.amount)).toBe("61.1111111111");
  expect(text(summary.before?.value.amount)).toBe("55.5555555556");
  expect([summary.n, summary.runs]).toEqual([3, 6]);
  expect(summary.clusters?.map(({ sum, n, before }) => [text(sum)?.slice(0, 5), n, text(before)?.slice(0, 5)])).toEqual(
    [
      ["0.333", 1, "0.666"],
      ["0.5", 1, "0"],
      ["1", 1, "1"],
    ],
  );
});

test("numbers are compared case by case: the spread of the differences, in the unit of the eval", () => {
  const { summary } = pairedFigures(
    [
      ["a", 4],
      ["b", 8],
      ["c", 12],
    ],
    [
      ["c", 8],
      ["b", 6],
      ["a", 4],
    ],
    MEAN,
  );
  expect([text(summary.value?.amount), text(summary.before?.value.amount)]).toEqual(["3", "4"]);
  expect([text(summary.sd), text(summary.before?.sd), text(summary.before?.differenceSd)]).toEqual(["1", "2", "1"]);
});

test("values with a declared range are kept, in an order that depends on their number only", () => {
  const item: Eval = { ...MEAN, range: { least: { digits: 0n, scale: 0 }, most: { digits: 9n, scale: 0 } } };
  const figures = (scores: readonly number[]) => {
    const found = taken(
      scores.map((score, k): Row => [`case-${k}`, score]),
      item,
    );
    return "code" in found ? [] : found.summary.scores!.map(text);
  };
  const [once, again] = [figures([1, 2, 3, 4, 5, 6]), figures([6, 5, 4, 3, 2, 1])];
  expect(once.toSorted()).toEqual(["1", "2", "3", "4", "5", "6"]);
  expect(once).not.toEqual(["1", "2", "3", "4", "5", "6"]);
  expect(again.map((score) => 7 - Number(score))).toEqual(once.map(Number));
});

describe("pass@k and pass^k, the case being the unit", () => {
  const runsOf = (id: string, passed: number, runs: number, group?: string) =>
    Array.from({ length: runs }, (_, k): Row => [
      id,
      k < passed,
      { run: String(k), ...(group === undefined ? {} : { group }) },
    ]);
  const evalOf = (measure: "pass@k" | "pass^k", k: number): Eval => ({ ...RATE, measure, better: "higher", k });
  const shareOf = (item: Eval, passed: number, runs: number) => {
    const found = taken([...runsOf("a", passed, runs), ...runsOf("b", runs, runs), ...runsOf("c", 1, runs)], item);
    if ("code" in found) return found.code;
    return found.summary.clusters?.map(({ sum }) => Number(text(sum)))[0] ?? found.summary.count;
  };
  test.each<[Eval, number, number, unknown]>([
    [evalOf("pass@k", 1), 3, 5, 0.6],
    [evalOf("pass@k", 2), 3, 5, 0.9],
    [evalOf("pass@k", 3), 3, 5, 1],
    [evalOf("pass^k", 2), 3, 5, 0.3],
    [evalOf("pass^k", 3), 3, 5, 0.1],
    [evalOf("pass^k", 4), 3, 5, { x: 1, n: 3 }],
    [evalOf("pass@k", 5), 0, 5, { x: 2, n: 3 }],
    [evalOf("pass^k", 6), 3, 5, "too-few-runs"],
  ])("$measure of $k: %i of %i runs", (item, passed, runs, expected) => {
    const found = shareOf(item, passed, runs);
    if (typeof expected === "number") expect(found).toBeCloseTo(expected, 12);
    else expect(found).toEqual(expected);
  });

  test("cases that belong together are groups of cases, and not of runs", () => {
    const found = taken(
      [...runsOf("a", 1, 2, "x"), ...runsOf("b", 2, 2, "x"), ...runsOf("c", 0, 2, "y")],
      evalOf("pass@k", 1),
    );
    expect("summary" in found && found.summary).toMatchObject({ n: 3, runs: 6 });
    expect("summary" in found && found.summary.clusters?.map(({ sum, n }) => [text(sum), n])).toEqual([
      ["1.5", 2],
      ["0", 1],
    ]);
  });
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
