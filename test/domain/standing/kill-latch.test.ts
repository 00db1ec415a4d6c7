import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { LabelTable } from "../../../src/domain/records/evals/result.ts";
import type { KillCriterion } from "../../../src/domain/records/kill-criterion.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { changedAnswers } from "../../../src/domain/history/changed-answers.ts";
import type { KillStanding } from "../../../src/domain/standing/kill-standing.ts";
import { todayClause } from "../../../src/wording/evals.ts";
import { killClause } from "../../../src/wording/kill-reasons.ts";
import { SOUND, amended, amount, datedBack, entry, result, spent, standing, start } from "../../support/records.ts";
import { ASKED, MEASURED, PAID, bad, billOf, clear, good, pay, say, undo } from "./kill-log.ts";

const note = (when: string) => entry(when, { id: "note", note: "n" });
function killed(criterion: KillCriterion, log: readonly Entry[], day: string): KillStanding {
  const definitions: Definitions = { ...SOUND, killCriteria: [criterion] };
  return standing({ definitions, log: [start(definitions), ...log] }, day).kill[0]!;
}

describe("10.6: what was tripped stays tripped", () => {
  test.each<[string, KillCriterion, readonly Entry[], string, string]>([
    ["a better run the day after", MEASURED, [bad("2026-11-24"), good("2026-11-25")], "2026-11-25", "tripped bad"],
    ["and days later", MEASURED, [bad("2026-11-24"), good("2026-11-25")], "2026-12-03", "tripped bad"],
    [
      "a better run on the same day",
      MEASURED,
      [bad("2026-11-24 10:00"), good("2026-11-24 11:00")],
      "2026-11-25",
      "tripped bad",
    ],
    [
      "a better run of another arm on the same day",
      MEASURED,
      [
        entry("2026-11-24 10:00", { id: "a", results: [result("wrong-rate", "120/200", { arm: "a" })] }),
        entry("2026-11-24 11:00", { id: "b", results: [result("wrong-rate", "19/200", { arm: "b" })] }),
      ],
      "2026-11-25",
      "cleared b",
    ],
    [
      "a better run that was dated back behind it",
      MEASURED,
      [
        bad("2026-11-24 10:00"),
        entry("2026-11-24 17:00", { id: "good", after: "note", results: [result("wrong-rate", "19/200")] }),
        note("2026-11-25"),
      ],
      "2026-11-26",
      "tripped bad",
    ],
    [
      "an earlier look that was made up later",
      MEASURED,
      [
        entry("2026-11-23 17:00", { id: "look", after: "note", results: [result("wrong-rate", "40/200")] }),
        bad("2026-11-24"),
        note("2026-11-25"),
      ],
      "2026-11-26",
      "tripped bad",
    ],
    [
      "a result that was withdrawn on its day",
      MEASURED,
      [bad("2026-11-24 10:00"), undo("2026-11-24 10:05", "bad", "u"), good("2026-11-25")],
      "2026-11-27",
      "cleared good",
    ],
    [
      "a result that was withdrawn later",
      MEASURED,
      [bad("2026-11-24"), undo("2026-11-26", "bad", "u"), good("2026-11-25")],
      "2026-11-27",
      "tripped bad",
    ],
    [
      "a result that was withdrawn later, and nothing else",
      MEASURED,
      [bad("2026-11-24"), undo("2026-11-26", "bad", "u")],
      "2026-11-27",
      "tripped bad",
    ],
    [
      "a result whose withdrawal was withdrawn",
      MEASURED,
      [bad("2026-11-24"), good("2026-11-25"), undo("2026-11-25 13:00", "bad", "u"), undo("2026-11-26", "u", "v")],
      "2026-11-27",
      "tripped bad",
    ],
    [
      "a better run that was withdrawn",
      MEASURED,
      [bad("2026-11-24"), good("2026-11-25"), undo("2026-11-26", "good", "u")],
      "2026-11-27",
      "tripped bad",
    ],
    ["results before the start", MEASURED, [bad("2026-11-20"), good("2026-11-23 08:00")], "2026-11-25", "cleared good"],
    [
      "what was tripped when it was started",
      MEASURED,
      [bad("2026-11-20"), good("2026-11-24")],
      "2026-11-25",
      "tripped bad",
    ],
    [
      "cleared by a person",
      MEASURED,
      [bad("2026-11-24"), good("2026-11-25"), clear("2026-11-26")],
      "2026-11-26",
      "cleared good",
    ],
    [
      "tripped again after it was cleared",
      MEASURED,
      [
        bad("2026-11-24"),
        good("2026-11-25"),
        clear("2026-11-26"),
        bad("2026-11-27", "again"),
        good("2026-11-30", "best"),
      ],
      "2026-12-01",
      "tripped again",
    ],
    ["a word against the evidence", MEASURED, [bad("2026-11-24"), clear("2026-11-26")], "2026-11-26", "tripped bad"],
    [
      "yes, and no on the next day",
      ASKED,
      [say("2026-11-24", "yes"), say("2026-11-25", "no")],
      "2026-11-25",
      "tripped yes",
    ],
    [
      "yes, and no on the same day",
      ASKED,
      [say("2026-11-24 10:00", "yes"), say("2026-11-24 11:00", "no")],
      "2026-11-25",
      "cleared no",
    ],
    [
      "money that came back",
      PAID,
      [pay("2026-11-24", "300 EUR", "w"), pay("2026-11-25", "-100 EUR", "r")],
      "2026-11-26",
      "tripped w",
    ],
    [
      "an amount that was withdrawn on its day",
      PAID,
      [pay("2026-11-24", "300 EUR", "w"), undo("2026-11-24 13:00", "w", "u")],
      "2026-11-26",
      "pending ",
    ],
    [
      "an amount that was withdrawn later",
      PAID,
      [pay("2026-11-24", "300 EUR", "w"), undo("2026-11-25", "w", "u")],
      "2026-11-26",
      "tripped w",
    ],
    [
      "a bill below its estimate",
      PAID,
      [
        entry("2026-11-24", { id: "w", spend: [amount("estimated 300 EUR tokens")] }),
        entry("2026-11-25", { id: "r", spend: [amount("200 EUR tokens", "w")] }),
      ],
      "2026-11-26",
      "tripped w",
    ],
    [
      "a refund that was dated back, and written a day later",
      PAID,
      [
        pay("2026-11-24 09:00", "200 EUR", "v"),
        pay("2026-11-25", "100 EUR", "w"),
        datedBack("2026-11-24 18:00", "2026-11-26", { id: "r", spend: [spent("-100 EUR")] }),
      ],
      "2026-11-26",
      "tripped v w",
    ],
    [
      "a refund that was dated back, and written on the day of the amount",
      PAID,
      [
        pay("2026-11-24 09:00", "200 EUR", "v"),
        pay("2026-11-25", "100 EUR", "w"),
        datedBack("2026-11-24 18:00", "2026-11-25 13:00", { id: "r", spend: [spent("-100 EUR")] }),
      ],
      "2026-11-26",
      "pending v r w",
    ],
    [
      "money of last week that was entered today",
      PAID,
      [datedBack("2026-11-23 18:00", "2026-11-26", { id: "w", spend: [spent("300 EUR")] })],
      "2026-11-26",
      "tripped w",
    ],
    [
      "money of last week that was entered and withdrawn on one day",
      PAID,
      [
        datedBack("2026-11-23 18:00", "2026-11-26 10:00", { id: "w", spend: [spent("300 EUR")] }),
        undo("2026-11-26 11:00", "w", "u"),
      ],
      "2026-11-27",
      "pending ",
    ],
    [
      "a bill that was dated back to its estimate",
      PAID,
      [
        entry("2026-11-24", { id: "w", spend: [amount("estimated 300 EUR tokens")] }),
        datedBack("2026-11-24 13:00", "2026-11-26", { id: "r", spend: [amount("200 EUR tokens", "w")] }),
      ],
      "2026-11-26",
      "tripped w",
    ],
    [
      "a bill that was imported again, smaller",
      PAID,
      [
        entry("2026-11-24 23:59", { id: "w", spend: [spent("300 EUR")], source: billOf("a") }),
        datedBack("2026-11-24 23:59", "2026-11-26", { id: "x", spend: [spent("10 EUR")], source: billOf("b", "w") }),
      ],
      "2026-11-26",
      "tripped w",
    ],
    [
      "a no that was dated back to the day of the yes",
      ASKED,
      [
        { ...say("2026-11-24", "yes"), id: "yes" },
        { ...say("2026-11-24 17:00", "no"), after: "yes", logged: note("2026-11-26").at },
      ],
      "2026-11-26",
      "tripped yes",
    ],
    [
      "a run that was dated back behind the one that tripped it, and written a day later",
      MEASURED,
      [
        datedBack("2026-11-23 17:00", "2026-11-25", {
          id: "good",
          after: "bad",
          results: [result("wrong-rate", "19/200")],
        }),
        bad("2026-11-24"),
      ],
      "2026-11-25",
      "tripped bad",
    ],
    [
      "the same, where it only says what it followed",
      MEASURED,
      [
        entry("2026-11-23 17:00", { id: "good", after: "bad", results: [result("wrong-rate", "19/200")] }),
        bad("2026-11-24"),
      ],
      "2026-11-25",
      "tripped bad",
    ],
    [
      "a first run that was entered late",
      MEASURED,
      [datedBack("2026-11-23 17:00", "2026-11-25", { id: "good", results: [result("wrong-rate", "19/200")] })],
      "2026-11-25",
      "cleared good",
    ],
    [
      "another state agreed",
      MEASURED,
      [
        bad("2026-11-24"),
        amended("2026-11-26", "kill-criteria.no-better.when", "wrong-rate > 28%", "wrong-rate > 80%", 1),
      ],
      "2026-11-26",
      "cleared bad",
    ],
    [
      "a state that was moved by a hair",
      MEASURED,
      [
        bad("2026-11-24"),
        good("2026-11-25"),
        amended("2026-11-26", "kill-criteria.no-better.when", "wrong-rate > 28%", "wrong-rate > 29%", 1),
      ],
      "2026-11-26",
      "tripped bad",
    ],
    [
      "another day agreed",
      MEASURED,
      [
        bad("2026-11-24"),
        good("2026-11-25"),
        amended("2026-11-26", "kill-criteria.no-better.by", "2026-12-02", "2026-12-03", 1),
      ],
      "2026-11-26",
      "tripped bad",
    ],
  ])("%s", (_, criterion, log, day, expected) => {
    const { verdict, entries } = killed(criterion, log, day);
    expect(`${verdict} ${entries.join(" ")}`).toBe(expected);
  });

  test("an answer that was dated back was not given on that day", () => {
    const no = { ...say("2026-11-24 17:00", "no"), logged: note("2026-11-26").at };
    expect(changedAnswers([say("2026-11-24", "yes"), no])).toEqual([]);
  });

  test("says when, by what, and what a later run shows", () => {
    const { because } = killed(MEASURED, [bad("2026-11-24"), good("2026-11-25")], "2026-11-27");
    expect(because).toMatchObject({ code: "stays-tripped", on: "2026-11-24", workingDay: 2, now: "cleared" });
    expect(killClause(because)).toMatch(/^measured 60.*, on day 2; a later run would clear it \(measured 9/);
  });

  test("today's system, measured on an arm that was declared, trips nothing and meets nothing", () => {
    const arms = [{ name: "today", baseline: true }];
    const definitions = { ...SOUND, evals: SOUND.evals.map((item) => ({ ...item, arms })), killCriteria: [MEASURED] };
    const today = entry("2026-11-24", { id: "t", results: [result("wrong-rate", "120/200", { arm: "today" })] });
    const judged = (log: readonly Entry[], day: string) => {
      const { evals, kill } = standing({ definitions, log: [start(definitions), ...log] }, day);
      const [item] = evals;
      return [kill[0]!.verdict, item!.verdict, item!.judged?.entry.id, item!.arms.length, todayClause(item!)];
    };
    const measured = "today's system measured at 120 of 200";
    expect(judged([today], "2026-12-04")).toEqual(["overdue", "unmeasured", undefined, 0, measured]);
    expect(judged([today, good("2026-11-25")], "2026-12-04")).toEqual(["cleared", "met", "good", 0, measured]);
  });

  /** The judge finds few wrong, people find many of those that it lets pass, and a later run has other labels. */
  test.each<[string, string, string]>([
    ["the day after", "2026-11-25 09:00", "2026-11-25 10:00"],
    ["on the same day", "2026-11-24 12:00", "2026-11-24 13:00"],
  ])("what labels made of a judge's count trips it, whatever is run %s", (_, run, labelled) => {
    const CASES = [..."abc"].map((digit) => ({
      file: `cases/${digit}.csv`,
      sha256: digit.repeat(64),
      n: 200,
      digest: digit.repeat(64),
    }));
    const labels = (k: number, x: number, said: LabelTable): Pick<Entry, "labels"> => {
      const sha256 = CASES[k]!.sha256;
      const judged = { x, n: 200 };
      return { labels: [{ eval: "wrong-rate", arm: "", judged, said, file: "labels.csv", sha256, of: sha256 }] };
    };
    const ran = (when: string, k: number, count: string) =>
      entry(when, { id: `run${k}`, results: [result("wrong-rate", count, { cases: CASES[k]! })] });
    const many = entry("2026-11-24 11:00", {
      id: "many",
      ...labels(0, 40, { both: 28, judge: 2, person: 10, neither: 20 }),
    });
    const none = entry(labelled, { id: "none", ...labels(1, 2, { both: 2, judge: 0, person: 0, neither: 58 }) });
    const log = [ran("2026-11-24 10:00", 0, "40/200"), many, ran(run, 1, "2/200"), none];
    const { verdict, entries } = killed(MEASURED, log, "2026-11-27");
    expect([verdict, ...entries]).toEqual(["tripped", "run0"]);
    expect(killed(MEASURED, [log[0]!, ...log.slice(2)], "2026-11-27").verdict).toBe("cleared");
  });

  test("yes and no on one day leave a trace", () => {
    const log = [say("2026-11-24 10:00", "yes"), say("2026-11-24 11:00", "no"), say("2026-11-25", "no", "again")];
    expect(
      changedAnswers(log).map(({ criterion, answers: all }) => [criterion, ...all.map(({ answer }) => answer)]),
    ).toEqual([["no-better", "yes", "no"]]);
  });
});
