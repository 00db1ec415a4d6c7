import { expect, test } from "vitest";
import type { Definitions } from "../../../src/domain/records/records.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { agreedDefinitions, driftBetween, termsOf } from "../../../src/domain/records/terms.ts";
import { unknownSentence } from "../../../src/wording/unknowns.ts";
import {
  CHARTER,
  SOUND,
  answers,
  assumes,
  entry,
  evalOf,
  killOf,
  result,
  standing,
  start,
} from "../../support/records.ts";

/** What became of an unknown, and on which entries, the day after the timebox; "on" another day where it is said. */
function found(answeredBy: readonly string[], log: readonly Entry[], day = "2026-12-05"): string {
  const definitions: Definitions = {
    ...SOUND,
    charter: { ...CHARTER, unknowns: [{ question: "Does it?", answeredBy }] },
    evals: [evalOf({ id: "right", better: "higher", target: "value >= 50%", minN: 100 })],
    killCriteria: [killOf({ id: "veto", ask: "Was it forbidden?", by: "2026-12-02" })],
    assumptions: [{ id: "clean", statement: "It is so", testedBy: [] }],
  };
  const [item] = standing({ definitions, log: [start(definitions), ...log] }, day).unknowns;
  return `${item!.state} ${item!.entries.join(",")}`.trim();
}

const shown = (figure: string) => entry("2026-11-30", { id: "shown", results: [result("right", figure)] });
const vetoed = (answer: "yes" | "no") => ({ ...entry("2026-12-01", answers("veto", answer)), id: "veto" });
const clean = (answer: "holds" | "fails" | "open") => ({
  ...entry("2026-12-01", assumes("clean", answer)),
  id: "clean",
});

test.each<[what: string, answeredBy: readonly string[], log: readonly Entry[], expected: string]>([
  ["nothing is named", [], [shown("90/100")], "open"],
  ["nothing has the id", ["nowhere"], [shown("90/100")], "open"],
  ["not measured", ["right"], [], "open"],
  ["met", ["right"], [shown("90/100")], "yes shown"],
  ["missed", ["right"], [shown("10/100")], "no shown"],
  ["not settled", ["right"], [shown("50/100")], "open shown"],
  ["too few cases", ["right"], [shown("44/80")], "open shown"],
  ["few cases beyond doubt", ["right"], [shown("80/80")], "yes shown"],
  ["a criterion cleared", ["veto"], [vetoed("no")], "yes veto"],
  ["a criterion tripped", ["veto"], [vetoed("yes")], "no veto"],
  ["a criterion overdue", ["veto"], [], "open"],
  ["an assumption that holds", ["clean"], [clean("holds")], "yes clean"],
  ["an assumption that fails", ["clean"], [clean("fails")], "no clean"],
  ["an assumption left open", ["clean"], [clean("open")], "open clean"],
  ["one of two is settled", ["right", "clean"], [shown("10/100")], "open shown"],
  ["both are settled, one badly", ["right", "clean"], [shown("10/100"), clean("holds")], "no shown,clean"],
  [
    "all three well",
    ["right", "veto", "clean"],
    [shown("90/100"), vetoed("no"), clean("holds")],
    "yes shown,veto,clean",
  ],
])("issue 10, 4: %s", (_, answeredBy, log, expected) => {
  expect(found(answeredBy, log)).toBe(expected);
});

test("its sentence names what it rests on", () => {
  const [unknown] = standing({ log: [start()] }, "2026-11-24").unknowns;
  expect(unknownSentence(unknown!)).toBe("Open: wrong-rate is not measured yet");
});

const asked = (...unknowns: (typeof CHARTER)["unknowns"]): Definitions => ({
  ...SOUND,
  charter: { ...CHARTER, unknowns },
});

test.each([
  ["another answer", asked({ question: "Does it?", answeredBy: ["no-better"] }), ["unknowns"]],
  ["another question", asked({ question: "Would it?", answeredBy: ["wrong-rate"] }), ["unknowns"]],
  [
    "one more",
    asked({ question: "Does it?", answeredBy: ["wrong-rate"] }, { question: "b", answeredBy: [] }),
    ["unknowns"],
  ],
  ["none", asked(), ["unknowns"]],
  ["the same on other lines", asked({ question: "Does\n  it?", answeredBy: ["wrong-rate"] }), []],
])("what answers an unknown is frozen with it: %s", (_, current, expected) => {
  const frozen = termsOf(asked({ question: "Does it?", answeredBy: ["wrong-rate"] }));
  expect(driftBetween(frozen, termsOf(current)).map(({ term }) => term)).toEqual(expected);
  expect(agreedDefinitions(current, frozen).charter?.unknowns).toEqual([
    { question: "Does it?", answeredBy: ["wrong-rate"] },
  ]);
});

test("a start that is older than the term takes the unknowns of the file", () => {
  const current = asked({ question: "Does it?", answeredBy: ["wrong-rate"] });
  const frozen = new Map([...termsOf(current)].filter(([term]) => term !== "unknowns"));
  expect(driftBetween(frozen, termsOf(current))).toEqual([]);
  expect(agreedDefinitions(current, frozen).charter?.unknowns).toEqual(current.charter?.unknowns);
});
