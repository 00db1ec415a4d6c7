import { describe, expect, test } from "vitest";
import { typedTerm } from "../../../src/app/agreement/typed-term.ts";
import type { FieldValue } from "../../../src/document/editing/splice.ts";

const map = (...entries: readonly (readonly [string, FieldValue])[]) => new Map(entries);

describe("what a flag says of a term, as the file has it", () => {
  test.each<[string, string, FieldValue]>([
    ["timebox.working_days", "12", 12],
    ["timebox.working_days", "twelve", "twelve"],
    ["timebox.weekend", "friday, saturday", ["friday", "saturday"]],
    ["timebox.weekend", "[friday, saturday]", ["friday", "saturday"]],
    ["timebox.weekend", "none", []],
    ["timebox.weekend", "[]", []],
    ["timebox.holidays", "[2026-12-08, 2026-12-09]", ["2026-12-08", "2026-12-09"]],
    ["evals.a.min_n", "17", 17],
    ["evals.a.max_errors", "5%", "5%"],
    ["evals.a.percentile", "99.9", 99.9],
    ["evals.a.primary", "false", false],
    ["evals.a.primary", "perhaps", "perhaps"],
    ["evals.a.metric", "42", "42"],
    ["evals.a.metric", "[draft] wrong answers, in percent", "[draft] wrong answers, in percent"],
    ["evals.a.why", "{ see the minutes }", "{ see the minutes }"],
    ["evals.a.tuned_on_these_items", "yes", "yes"],
    ["evals.a.arms", "today (baseline), cached", ["today (baseline)", "cached"]],
    ["evals.a.arms", '["a, b", c]', ["a, b", "c"]],
    [
      "evals.a.arms",
      "[{name: prototype, baseline: true}, {name: lexread}]",
      [map(["name", "prototype"], ["baseline", true]), map(["name", "lexread"])],
    ],
    ["evals.a.arms", "{name: today, baseline: true}, cached", [map(["name", "today"], ["baseline", true]), "cached"]],
    ["evals.a.range", "0,10", "0 to 10"],
    ["evals.a.range", "[0, 10]", [0, 10]],
    ["evals.a.judge", "two agents", "two agents"],
    [
      "evals.a.judge",
      "{ who: 'a judge, and a person', blinded: no }",
      map(["who", "a judge, and a person"], ["blinded", "no"]),
    ],
    ["evals.a.baseline", "{ value: 20%, source: Audit of May }", map(["value", "20%"], ["source", "Audit of May"])],
    ["unknowns", "[Does it help?]", ["Does it help?"]],
    ["spend_cap", "2500 EUR", "2500 EUR"],
  ])("%s typed as %s", (term, typed, written) => {
    expect(typedTerm("--set", term, typed)).toEqual(written);
  });

  test.each([
    ["evals.a.arms", "[{name: prototype, baseline: true}, {name: lexread}"],
    ["evals.a.arms", "prototype, {name: lexread"],
    ["evals.a.arms", "[prototype, ]]"],
    ["evals.a.arms", "[a, null]"],
    ["evals.a.judge", "{ who: LLM judge"],
    ["evals.a.judge", "{ who: }"],
    ["evals.a.range", "[1, 5"],
    ["unknowns", "Does it help?, Is it safe?"],
  ])("%s typed as %s is refused, not split at its commas", (term, typed) => {
    expect(() => typedTerm("--set", term, typed)).toThrow(term);
  });
});
