import { expect, test } from "vitest";
import { termMoves } from "../../../src/domain/history/term-moves.ts";
import { termsOf } from "../../../src/domain/records/terms.ts";
import type { Entry, TermChange } from "../../../src/domain/records/entry.ts";
import { moveClause, moveSentence } from "../../../src/wording/terms/term-moves.ts";
import { amended, entry, killOf, MARTA, result, SOUND, standing, start } from "../../support/records.ts";

const DEFINITIONS = {
  ...SOUND,
  killCriteria: [
    ...SOUND.killCriteria,
    killOf({ id: "no-dpa", statement: "The vendor will not sign", ask: "Does the vendor refuse?", by: "2026-12-01" }),
  ],
};
const seen = entry("2026-11-26", { results: [result("wrong-rate", "19/200")] });

const movesOf = (...amendments: readonly Entry[]) => {
  const judged = standing({ definitions: DEFINITIONS, log: [start(DEFINITIONS), seen, ...amendments] }, "2026-12-01");
  return termMoves(judged).map((move) => ({ move, judged }));
};

test.each<[string, string | undefined, string | undefined, string]>([
  [
    "evals.wrong-rate.target",
    "reduction >= 40%",
    "reduction >= 30%",
    `the target of "Wrong answers" was relaxed from at least 40% fewer to at least 30% fewer`,
  ],
  [
    "evals.wrong-rate.target",
    "reduction >= 40%",
    undefined,
    `the target of "Wrong answers", at least 40% fewer, was removed`,
  ],
  ["evals.wrong-rate.min_n", "200", "100", `the least number of cases of "Wrong answers" was changed from 200 to 100`],
  ["evals.wrong-rate.primary", "true", "false", `"Wrong answers" was made a secondary metric, which does not decide`],
  ["evals.wrong-rate.primary", "false", "true", `"Wrong answers" was made a primary metric, which decides`],
  ["evals.wrong-rate.guard", undefined, "hard", `"Wrong answers" was made a hard guard`],
  ["evals.wrong-rate.guard", "hard", undefined, `the hard guard on "Wrong answers" was lifted`],
  [
    "evals.wrong-rate.max_errors",
    "5%",
    "10%",
    `the limit on broken cases of "Wrong answers" was raised from 5% to 10%`,
  ],
  ["evals.wrong-rate.dataset", "a".repeat(64), "b".repeat(64), `the set of cases of "Wrong answers" was changed`],
  ["evals.wrong-rate.dataset", undefined, "b".repeat(64), `the set of cases of "Wrong answers" was set`],
  ["evals.wrong-rate.tuned_on_these_items", "no", "yes", `"Wrong answers" was declared tuned on its own cases`],
  ["evals.wrong-rate.arms", "today, new", "new", `the arms of "Wrong answers" were changed from today, new to new`],
  [
    "kill-criteria.no-better.when",
    "wrong-rate > 28%",
    "wrong-rate > 35%",
    `a kill criterion was relaxed from Wrong answers > 28% to Wrong answers > 35%`,
  ],
  [
    "kill-criteria.no-dpa.by",
    "2026-12-01",
    "2026-12-03",
    `the last day of "The vendor will not sign" was moved from Tue 1 Dec to Thu 3 Dec`,
  ],
  [
    "kill-criteria.no-dpa.ask",
    "Does the vendor refuse?",
    "Did it refuse?",
    `the question of "The vendor will not sign" was changed from "Does the vendor refuse?" to "Did it refuse?"`,
  ],
  ["costs.hourly_rates.default", "95.00 EUR", "1.00 EUR", `the hourly rate was lowered from 95 EUR to 1 EUR`],
  ["costs.hourly_rates.by", "95.00 EUR", "99.00 EUR", `the hourly rate of by was raised from 95 EUR to 99 EUR`],
  ["costs.exchange.USD", "0.92", "0.0092", `the exchange rate of USD was changed from 0.92 to 0.0092`],
  ["spend_cap", "2000.00 EUR", "2600.50 EUR", `the spend cap was raised from 2,000 EUR to 2,600.50 EUR`],
  ["hours_cap", undefined, "100 h", `the hours cap was set to 100 h`],
  ["hours_cap", "100 h", undefined, `the hours cap, 100 h, was removed`],
  ["timebox.start", "2026-11-23", "2026-11-24", `the start of the timebox was changed from Mon 23 Nov to Tue 24 Nov`],
  ["timebox.working_days", "10", "12", `the working days of the timebox were relaxed from 10 to 12`],
  [
    "value.thresholds.payback",
    "12 months",
    "18 months",
    `the payback threshold was raised from 12 months to 18 months`,
  ],
  ["unknowns", "A? [wrong-rate]", "B? [wrong-rate]", `the unknowns were changed`],
])("%s from %s to %s", (term, from, to, clause) => {
  expect(movesOf(amended("2026-11-27", term, from, to, 1)).map(({ move, judged }) => moveClause(move, judged))).toEqual(
    [clause],
  );
});

const changesOf = (id: string, way: "added" | "removed"): readonly TermChange[] =>
  [...termsOf(DEFINITIONS)]
    .filter(([term]) => term.startsWith(`kill-criteria.${id}.`))
    .map(([term, text]) => ({ term, resultsSeen: 1, ...(way === "added" ? { to: text } : { from: text }) }));

test("a whole criterion that is removed is one move, and its name is known still", () => {
  const change = amended("2026-11-27", "spend_cap", "2000.00 EUR", "1900.00 EUR");
  const removed = { ...change, amend: { ...change.amend!, approver: MARTA, changes: changesOf("no-dpa", "removed") } };
  const again = { ...change, id: "again", amend: { ...change.amend!, changes: changesOf("no-dpa", "added") } };
  expect(movesOf(removed).map(({ move, judged }) => [move.way, moveSentence(move, judged)])).toEqual([
    ["relaxed", `The kill criterion "The vendor will not sign" was removed after 1 result, approved by Marta Weiss.`],
  ]);
  expect(movesOf(removed, again).map(({ move }) => move.kind)).toEqual(["removed", "added"]);
});
