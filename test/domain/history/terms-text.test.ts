import { expect, test } from "vitest";
import { canonicalTerms } from "../../../src/domain/history/terms-text.ts";

test("names are in order, and texts are escaped as JSON does", () => {
  const terms = new Map([
    ["spend_cap", "2000.00 EUR"],
    ["evals.b.metric", 'Answers that are "wrong" – ≥ 1'],
    ["evals.a.target", "reduction >= 40%"],
  ]);
  expect(canonicalTerms(terms)).toBe(
    '{"evals.a.target":"reduction >= 40%","evals.b.metric":"Answers that are \\"wrong\\" – ≥ 1","spend_cap":"2000.00 EUR"}',
  );
  expect(canonicalTerms(new Map([...terms].reverse()))).toBe(canonicalTerms(terms));
  expect(canonicalTerms(new Map())).toBe("{}");
});
