import { describe, expect, test } from "vitest";
import { decisionBox } from "../../../src/memo/page-one/decision-box.ts";
import { factRows } from "../../../src/memo/page-one/fact-rows.ts";
import { DECISION_OUTCOMES, type DecisionOutcome } from "../../../src/domain/records/entry.ts";
import { RECOMMENDATION_OUTCOMES } from "../../../src/domain/standing/outcome.ts";
import { goesAgainst } from "../../../src/domain/standing/decision.ts";
import { ANA, decided, entry, lacking, MARTA, result, standing, start } from "../../support/records.ts";

const boxOf = (outcome: DecisionOutcome, more: Parameters<typeof decided>[2]) =>
  decisionBox(standing({ log: [start(), decided("2026-12-04", outcome, { by: MARTA, ...more })] }, "2026-12-04"));

const FINAL = DECISION_OUTCOMES.filter((outcome) => outcome !== "extend");
const PAIRS = FINAL.flatMap((outcome) => RECOMMENDATION_OUTCOMES.map((recommended) => [outcome, recommended] as const));

test.each(PAIRS)("%s where %s was recommended", (outcome, recommended) => {
  const { text } = boxOf(outcome, { recommended });
  expect(text.includes(", as recommended")).toBe(outcome === recommended);
  expect(text.includes("against the recommendation")).toBe(goesAgainst(outcome, recommended));
  expect(/, where .* was recommended/.test(text)).toBe(outcome !== recommended && !goesAgainst(outcome, recommended));
});

test.each([
  ["no-go", "keep-going", undefined, ""],
  ["no-go", "keep-going", "the sponsor left", "the sponsor left"],
  ["no-go", "no-go", undefined, ""],
  ["no-go", "go", undefined, "no reason was given"],
  ["conditional", "go", undefined, ""],
  ["conditional", "go", "two things are open", "two things are open"],
] as const)(
  "the reason of %s where %s was recommended, with the override %s",
  (outcome, recommended, override, shown) => {
    expect(boxOf(outcome, { recommended, ...(override === undefined ? {} : { override }) }).override).toBe(shown);
  },
);

test("who decided in the place of the sponsor", () => {
  expect(boxOf("go", { by: ANA }).text).toContain("was decided by Ana Ruiz, who is not the sponsor, on 4 Dec");
  expect(boxOf("go", {}).text).toContain("was decided by Marta Weiss on 4 Dec");
});

test.each([
  ["go", {}, "as agreed", ""],
  ["go", { why: "the sponsor wants it", override: "the sponsor wants it" }, "", "the sponsor wants it"],
  ["no-go", { why: "the labels disagree", recommended: "keep-going" }, "the labels disagree", ""],
] as const)("why %s was decided is in the box once", (outcome, more, reason, override) => {
  expect(boxOf(outcome, more)).toMatchObject({ reason, override });
});

test.each([
  ["go", undefined, true, true],
  ["go", "40,000 EUR", true, false],
  ["conditional", undefined, true, true],
  ["no-go", undefined, false, false],
] as const)("what %s requests, where it says %s", (outcome, ask, there, open) => {
  const log = [start(), decided("2026-12-04", outcome, ask === undefined ? {} : { ask })];
  const rows = factRows(standing({ log }, "2026-12-04"), [], 30).filter(({ label }) => label === "Requested");
  expect([rows.length > 0, rows.some(({ text }) => text.includes("OPEN"))]).toEqual([there, open]);
});

describe("who is asked what while nothing is decided", () => {
  const open = lacking("dataAccess");
  const met = entry("2026-11-30", { results: [result("wrong-rate", "19/200")] });
  const text = (day: string) => decisionBox(standing({ log: [start(open), met], definitions: open }, day));

  test.each([
    ["2026-12-03", /^is recommended\. Marta Weiss, you are asked to decide by Fri 4 Dec\.$/],
    [
      "2026-12-04",
      /^is recommended, but the timebox ends today\. Marta Weiss, you are asked to extend it, or to decide/,
    ],
  ])("on %s: keep going is nothing to decide on the last day", (day, shown) => {
    expect(text(day)).toMatchObject({ label: "Keep going", text: expect.stringMatching(shown) });
  });
});

test.each(FINAL)("the words after %s go on in one sentence, with no second one glued to its label", (outcome) => {
  expect(boxOf(outcome, {}).text).toMatch(/^was decided by .*: .*\.$/);
});
