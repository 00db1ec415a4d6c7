import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { KillCriterion } from "../../../src/domain/records/kill-criterion.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { takenBackTrips } from "../../../src/domain/standing/taken-back.ts";
import { SOUND, amount, datedBack, entry, hours, killOf, spent, standing, start } from "../../support/records.ts";
import { ASKED, MEASURED, PAID, bad, billOf, clear, good, pay, say, undo } from "./kill-log.ts";

const SHARE = killOf({ when: "spend.share > 80%", by: "2026-12-04" });
const WORKED = killOf({ when: "hours.total > 20 h", by: "2026-12-04" });

const day = (time: string) => `2026-11-24 ${time}`;

function takenBack(criterion: KillCriterion, log: readonly Entry[]): readonly string[] {
  const definitions: Definitions = { ...SOUND, killCriteria: [criterion] };
  const trips = takenBackTrips(standing({ definitions, log: [start(definitions), ...log] }, "2026-11-27"));
  return trips.map(({ was, entries, by }) => `${was.code} by ${entries.join(" ")} until ${by.id}`);
}

test.each<[string, KillCriterion, readonly Entry[], readonly string[]]>([
  ["nothing", ASKED, [], []],
  ["a no alone", ASKED, [say(day("10:00"), "no")], []],
  [
    "a yes that was withdrawn",
    ASKED,
    [say(day("10:00"), "yes"), undo(day("10:05"), "yes")],
    ["answered by yes until undo"],
  ],
  [
    "a yes that was withdrawn, and then a no",
    ASKED,
    [say(day("10:00"), "yes"), undo(day("10:05"), "yes"), say(day("10:10"), "no")],
    ["answered by yes until undo"],
  ],
  ["a yes and then a no", ASKED, [say(day("10:00"), "yes"), say(day("11:00"), "no")], ["answered by yes until no"]],
  ["a no that was withdrawn", ASKED, [say(day("10:00"), "no"), undo(day("10:05"), "no")], []],
  ["a yes that was withdrawn on a later day", ASKED, [say(day("10:00"), "yes"), undo("2026-11-25", "yes")], []],
  [
    "that, and a person cleared it",
    ASKED,
    [say(day("10:00"), "yes"), undo("2026-11-25", "yes"), clear("2026-11-26")],
    [],
  ],
  [
    "a result that was withdrawn",
    MEASURED,
    [bad(day("10:00")), undo(day("10:05"), "bad")],
    ["measured by bad until undo"],
  ],
  ["a good result that was withdrawn", MEASURED, [good(day("10:00")), undo(day("10:05"), "good")], []],
  [
    "money that was withdrawn",
    PAID,
    [pay(day("10:00"), "300 EUR"), undo(day("10:05"), "pay")],
    ["figure by pay until undo"],
  ],
  ["less money that was withdrawn", PAID, [pay(day("10:00"), "200 EUR"), undo(day("10:05"), "pay")], []],
  [
    "a refund",
    PAID,
    [pay(day("10:00"), "300 EUR"), pay(day("11:00"), "-100 EUR", "refund")],
    ["figure by pay until refund"],
  ],
  [
    "a refund in two parts",
    PAID,
    [pay(day("10:00"), "300 EUR"), pay(day("11:00"), "-40 EUR", "part"), pay(day("12:00"), "-60 EUR", "refund")],
    ["figure by pay part until refund"],
  ],
  ["a refund with what it refunds", PAID, [entry(day("10:00"), { spend: [spent("300 EUR"), spent("-100 EUR")] })], []],
  ["a refund that is not enough", PAID, [pay(day("10:00"), "300 EUR"), pay(day("11:00"), "-20 EUR", "refund")], []],
  [
    "a refund that is dated back",
    PAID,
    [
      pay(day("10:00"), "300 EUR"),
      entry("2026-11-24 09:00", { id: "refund", after: "pay", spend: [spent("-100 EUR")] }),
    ],
    ["figure by pay until refund"],
  ],
  [
    "a refund that is dated back, and written on the day of the amount",
    PAID,
    [
      pay("2026-11-23 12:00", "200 EUR", "first"),
      pay(day("10:00"), "100 EUR"),
      datedBack("2026-11-23 13:00", day("11:00"), { id: "refund", spend: [spent("-100 EUR")] }),
    ],
    ["figure by first pay until refund"],
  ],
  [
    "a refund that is dated back, and written on a later day",
    PAID,
    [
      pay("2026-11-23 12:00", "200 EUR", "first"),
      pay(day("10:00"), "100 EUR"),
      datedBack("2026-11-23 13:00", "2026-11-25", { id: "refund", spend: [spent("-100 EUR")] }),
    ],
    [],
  ],
  [
    "a bill that is imported again on its day",
    PAID,
    [
      entry(day("10:00"), { id: "bill", spend: [spent("300 EUR")], source: billOf("a") }),
      entry(day("11:00"), { id: "again", spend: [spent("20 EUR")], source: billOf("b", "bill") }),
    ],
    ["figure by bill until again"],
  ],
  [
    "a bill in the place of metered money",
    PAID,
    [
      entry(day("10:00"), { id: "metered", spend: [amount("metered 300 EUR tokens")] }),
      entry(day("11:00"), { id: "bill", spend: [amount("20 EUR tokens", "metered")] }),
    ],
    ["figure by metered until bill"],
  ],
  [
    "a bill in the place of an estimate",
    PAID,
    [
      entry(day("10:00"), { id: "estimate", spend: [amount("estimated 300 EUR tokens")] }),
      entry(day("11:00"), { id: "bill", spend: [amount("20 EUR tokens", "estimate")] }),
    ],
    [],
  ],
  [
    "a share of the cap",
    SHARE,
    [pay(day("10:00"), "1900 EUR"), undo(day("10:05"), "pay")],
    ["figure by pay until undo"],
  ],
  [
    "hours that were withdrawn",
    WORKED,
    [entry(day("10:00"), { id: "work", time: [hours("30")] }), undo(day("10:05"), "work")],
    ["figure by work until undo"],
  ],
  [
    "what is tripped now",
    PAID,
    [pay(day("10:00"), "300 EUR"), pay(day("11:00"), "-100 EUR", "refund"), pay(day("12:00"), "300 EUR", "more")],
    [],
  ],
])("what tripped a criterion and was taken back on its day: %s", (_, criterion, log, expected) => {
  expect(takenBack(criterion, log)).toEqual(expected);
});
