import { describe, expect, test } from "vitest";
import { valueAt } from "../../../src/diagnostics/place.ts";
import type { AssumptionStanding } from "../../../src/domain/standing/assumption-standing.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { SOUND, assumes, entry, evalOf, result, standing, start, type Poc } from "../../support/records.ts";

function became(
  testedBy: readonly string[],
  log: readonly Entry[],
  written: { readonly statement?: string } = { statement: "It works" },
): AssumptionStanding {
  const evals = [
    evalOf({ id: "right", better: "higher", target: "value >= 50%" }),
    evalOf({ id: "quick", better: "higher", primary: false, target: "value >= 50%" }),
  ];
  const definitions: Definitions = { ...SOUND, evals, assumptions: [{ id: "works", ...written, testedBy }] };
  return standing({ definitions, log: [start(definitions), ...log] }, "2026-12-04").assumptions[0]!;
}

const shown = (figures: { readonly right?: string; readonly quick?: string }) =>
  entry("2026-11-30", { id: "shown", results: Object.entries(figures).map(([id, figure]) => result(id, figure)) });
const says = (answer: "holds" | "fails" | "open") => entry("2026-12-01", { ...assumes("works", answer), id: "said" });

test.each<[string, readonly string[], readonly Entry[], Partial<AssumptionStanding>]>([
  ["nobody knows", [], [], { state: "open", basis: "none", entries: [] }],
  ["a person answers", [], [says("holds")], { state: "holds", basis: "person", entries: ["said"] }],
  ["a person leaves it open", [], [says("open")], { state: "open", basis: "person" }],
  ["its eval is not measured", ["right"], [], { state: "open", basis: "none" }],
  [
    "its eval is met",
    ["right"],
    [shown({ right: "90/100" })],
    { state: "holds", basis: "evals", contradicted: false, entries: ["shown"] },
  ],
  ["its eval is missed", ["right"], [shown({ right: "10/100" })], { state: "fails", basis: "evals" }],
  ["its eval is unsettled", ["right"], [shown({ right: "50/100" })], { state: "open", basis: "none" }],
  ["one of two is met", ["right", "quick"], [shown({ right: "90/100" })], { state: "open", basis: "none" }],
  [
    "both are met",
    ["right", "quick"],
    [shown({ right: "90/100", quick: "90/100" })],
    { state: "holds", basis: "evals" },
  ],
  [
    "one of two is missed",
    ["right", "quick"],
    [shown({ right: "10/100", quick: "90/100" })],
    { state: "fails", basis: "evals" },
  ],
  [
    "a test that does not exist shows nothing",
    ["right", "nowhere"],
    [shown({ right: "90/100" })],
    { state: "open", basis: "none" },
  ],
  [
    "the evals go before a person's word",
    ["right"],
    [shown({ right: "10/100" }), says("holds")],
    { state: "fails", basis: "evals", contradicted: true },
  ],
  [
    "a person's fails goes before evals that are met",
    ["right"],
    [shown({ right: "90/100" }), says("fails")],
    { state: "fails", basis: "person", contradicted: true, entries: ["said"] },
  ],
  [
    "and stands although the eval is met again later",
    ["right"],
    [
      says("fails"),
      entry("2026-12-02", { id: "again", results: [result("right", "95/100")] }),
      entry("2026-12-03", { id: "once-more", results: [result("right", "96/100")] }),
    ],
    { state: "fails", basis: "person", contradicted: true },
  ],
  [
    "until a person finds otherwise",
    ["right"],
    [shown({ right: "90/100" }), says("fails"), entry("2026-12-02", { ...assumes("works", "holds"), id: "later" })],
    { state: "holds", basis: "evals", contradicted: false },
  ],
  [
    "a person and a missed eval agree",
    ["right"],
    [shown({ right: "10/100" }), says("fails")],
    { state: "fails", basis: "evals", contradicted: false },
  ],
  [
    "an open mind contradicts nobody",
    ["right"],
    [shown({ right: "10/100" }), says("open")],
    { state: "fails", contradicted: false },
  ],
  [
    "a person fills in while evals are open",
    ["right"],
    [says("fails")],
    { state: "fails", basis: "person", contradicted: false },
  ],
])("%s", (_, testedBy, log, expected) => {
  expect(became(testedBy, log)).toMatchObject(expected);
});

test("what a person found to fail stands although its statement is taken out", () => {
  expect(became(["right"], [shown({ right: "90/100" }), says("fails")], {})).toMatchObject({ state: "fails" });
});

test.each<[string, readonly string[], readonly Entry[]]>([
  ["its eval is met", ["right"], [shown({ right: "90/100" })]],
  ["its eval is missed", ["right"], [shown({ right: "10/100" })]],
  ["a person answers", [], [says("holds")]],
])("what is not written yet is open, even where %s", (_, testedBy, log) => {
  expect(became(testedBy, log, {})).toMatchObject({ state: "open", basis: "none", contradicted: false, entries: [] });
});

describe("a statement that is edited after it was answered", () => {
  const answered = (answer: "holds" | "fails" | "open", stated?: string) => ({
    ...says(answer),
    ...(stated === undefined ? {} : { stated: new Map([["assumptions.works", stated]]) }),
  });
  const again = entry("2026-12-02", {
    ...assumes("works", "holds"),
    id: "again",
    stated: new Map([["assumptions.works", "It works"]]),
  });

  test.each<[string, readonly Entry[], string | undefined, string]>([
    ["the same", [answered("fails", "It works")], "It works", "fails, as it is: It works"],
    ["other line breaks", [answered("fails", "It works")], "It\n  works ", "fails, as it is: It\n  works "],
    ["reworded", [answered("fails", "It works")], "It is blue", "fails, reworded: It works"],
    ["reworded, and it holds", [answered("holds", "It works")], "It is blue", "holds, reworded: It works"],
    ["taken out", [answered("holds", "It works")], undefined, "holds, reworded: It works"],
    ["answered again", [answered("fails", "It was slow"), again], "It works", "holds, as it is: It works"],
    ["left open", [answered("open", "It works")], "It is blue", "open, as it is: It is blue"],
    ["an answer of an older version", [answered("fails")], "It is blue", "fails, as it is: It is blue"],
  ])("%s", (_, log, statement, expected) => {
    const found = became([], log, statement === undefined ? {} : { statement });
    expect(`${found.state}, ${found.edited ?? "as it is"}: ${found.assumption.statement}`).toBe(expected);
  });

  test("evals test what the file says", () => {
    const found = became(["right"], [shown({ right: "90/100" }), answered("holds", "It works")], { statement: "Blue" });
    expect([found.basis, found.assumption.statement, found.edited]).toEqual(["evals", "Blue", undefined]);
  });

  const removed = (log: readonly Entry[], unreadable: Poc["unreadable"] = []) =>
    standing(
      { definitions: { ...SOUND, assumptions: [] }, log: [start(), ...log], unreadable },
      "2026-12-04",
    ).assumptions.map(
      ({ assumption, state, edited }) => `${assumption.id} ${state}, ${edited}: ${assumption.statement}`,
    );

  test.each<[string, readonly Entry[], readonly string[]]>([
    ["nobody answered", [], []],
    ["it fails", [answered("fails", "It works")], ["works fails, removed: It works"]],
    ["it holds", [answered("holds", "It works")], ["works holds, removed: It works"]],
    ["it is open again", [answered("fails", "It works"), entry("2026-12-02", assumes("works", "open"))], []],
    ["an answer of an older version", [answered("fails")], ["works fails, removed: undefined"]],
  ])("removed: %s", (_, log, expected) => {
    expect(removed(log)).toEqual(expected);
  });

  test("of a file that cannot be read, nothing is said to be gone", () => {
    expect(removed([answered("fails", "It works")], [valueAt("assumptions.yaml")])).toEqual([]);
  });
});
