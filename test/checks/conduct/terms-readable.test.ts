import { expect, test } from "vitest";
import { termsReadable } from "../../../src/checks/conduct/terms-readable.ts";
import { termsOf } from "../../../src/domain/records/terms.ts";
import { checked } from "../../support/checked.ts";
import { amended, entry, SOUND, start } from "../../support/records.ts";

const frozen = (term: string, text: string) =>
  entry("2026-11-23 09:00", { id: "start00", start: { terms: new Map([...termsOf(SOUND), [term, text]]) } });

test("what the tool freezes can be read", () => {
  expect(checked(termsReadable, { log: [start()] }, "2026-11-25")).toEqual([]);
});

test.each([
  ["spend_cap", "2000 EUR", true],
  ["spend_cap", "a lot", false],
  ["hours_cap", "120 h", true],
  ["hours_cap", "plenty", false],
  ["confidence", "95%", true],
  ["confidence", "sure", false],
  ["timebox.start", "2026-11-23", true],
  ["timebox.start", "Monday", false],
  ["timebox.working_days", "ten", false],
  ["timebox.weekend", "none", true],
  ["timebox.weekend", "saturday, someday", false],
  ["timebox.holidays", "2026-12-08, soon", false],
  ["evals.wrong-rate.target", "reduction >= 40%", true],
  ["evals.wrong-rate.target", "better", false],
  ["evals.wrong-rate.measure", "propotion", false],
  ["evals.wrong-rate.better", "bigger", false],
  ["evals.wrong-rate.primary", "yes", false],
  ["evals.wrong-rate.min_n", "many", false],
  ["evals.wrong-rate.guard", "soft", false],
  ["evals.wrong-rate.baseline", "bad", false],
  ["kill-criteria.worse.when", "wrong-rate is high", false],
  ["kill-criteria.worse.by", "2026-02-30", false],
  ["kill-criteria.worse.statement", "It is worse than today", true],
  ["value.thresholds.payback", "a year", false],
  ["value.thresholds.impact", "much", false],
  ["evals.wrong-rate.colour", "green", false],
])("%s: %s", (term, text, readable) => {
  const said = checked(termsReadable, { log: [frozen(term, text)] }, "2026-11-25");
  expect(said).toEqual(readable ? [] : [expect.stringContaining("term-unreadable log/start00.yaml start.terms")]);
});

test("an amendment's text is one too", () => {
  const log = [start(), amended("2026-11-24", "spend_cap", "2000.00 EUR", "more")];
  expect(checked(termsReadable, { log }, "2026-11-25")).toHaveLength(1);
});
