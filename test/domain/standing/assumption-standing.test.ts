import { expect, test } from "vitest";
import type { AssumptionStanding } from "../../../src/domain/standing/assumption-standing.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { SOUND, assumes, entry, evalOf, result, standing, start } from "../../support/records.ts";

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
