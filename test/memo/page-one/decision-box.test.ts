import { expect, test } from "vitest";
import { decisionBox } from "../../../src/memo/page-one/decision-box.ts";
import { factRows } from "../../../src/memo/page-one/fact-rows.ts";
import { DECISION_OUTCOMES, type DecisionOutcome } from "../../../src/domain/records/entry.ts";
import { RECOMMENDATION_OUTCOMES } from "../../../src/domain/standing/outcome.ts";
import { goesAgainst } from "../../../src/domain/standing/decision.ts";
import { ANA, decided, MARTA, standing, start } from "../../support/records.ts";

const boxOf = (outcome: DecisionOutcome, more: Parameters<typeof decided>[2]) =>
  decisionBox(standing({ log: [start(), decided("2026-12-04", outcome, { by: MARTA, ...more })] }, "2026-12-04"));

const FINAL = DECISION_OUTCOMES.filter((outcome) => outcome !== "extend");
const PAIRS = FINAL.flatMap((outcome) => RECOMMENDATION_OUTCOMES.map((recommended) => [outcome, recommended] as const));

test.each(PAIRS)("%s where %s was recommended", (outcome, recommended) => {
  const { text } = boxOf(outcome, { recommended });
  expect(text.includes(", as recommended")).toBe(outcome === recommended);
  expect(text.includes("against the recommendation")).toBe(goesAgainst(outcome, recommended));
  expect(text.includes("was recommended.")).toBe(outcome !== recommended && !goesAgainst(outcome, recommended));
});

test.each([
  ["no-go", "keep-going", undefined, "as agreed"],
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
  expect(boxOf("go", { by: ANA }).text).toContain("Decided by Ana Ruiz, who is not the sponsor, on 4 Dec");
  expect(boxOf("go", {}).text).toContain("Decided by Marta Weiss on 4 Dec");
});

test("nobody asks for anything once it is decided, unless the decision says for what", () => {
  const rows = (more: Parameters<typeof decided>[2]) =>
    factRows(standing({ log: [start(), decided("2026-12-04", "go", more)] }, "2026-12-04"), [], 30);
  const labels = (more: Parameters<typeof decided>[2]) => rows(more).map(({ label }) => label);
  expect(labels({})).not.toContain("Requested");
  expect(labels({ ask: "40,000 EUR" })).toContain("Requested");
});
