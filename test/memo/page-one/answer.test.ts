import { expect, test } from "vitest";
import { answerOf } from "../../../src/memo/page-one/answer.ts";
import { entry, result, SOUND, standing, start } from "../../support/records.ts";

const asking = (question: string) => ({ ...SOUND, charter: { ...SOUND.charter!, question } });
const word = (question: string, count: string) => {
  const definitions = asking(question);
  const log = [start(definitions), entry("2026-11-30", { results: [result("wrong-rate", count)] })];
  return answerOf(standing({ definitions, log }, "2026-12-04")).word;
};

test.each([
  ["Does retrieval cut wrong answers?", "Yes", "No"],
  ["Senkt die Suche falsche Antworten?", "Yes", "No"],
  ["Should we buy LexRead or build our own?", "Target met", "Target missed"],
  ["Buy versus build?", "Target met", "Target missed"],
  ["Which reader reads the clauses best?", "Target met", "Target missed"],
  ["How many tickets can it route?", "Target met", "Target missed"],
])("%s is answered in words that fit it", (question, met, missed) => {
  expect([word(question, "1/200"), word(question, "90/200")]).toEqual([met, missed]);
});

test("of a draft no result counts, and the work has not begun without one", () => {
  const rest = (...log: readonly ReturnType<typeof entry>[]) => answerOf(standing({ log }, "2026-12-04")).rest;
  expect(rest()).toContain("not started");
  expect(rest(entry("2026-11-30", { results: [result("wrong-rate", "1/200")] }))).toContain("not frozen");
});
