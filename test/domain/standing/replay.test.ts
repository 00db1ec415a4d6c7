import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { replay, type Replay } from "../../../src/domain/standing/replay.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { shortDecimalText } from "../../../src/domain/scalars/decimal.ts";
import { moneyText } from "../../../src/domain/scalars/money.ts";
import {
  MARTA,
  SOUND,
  amended,
  amount,
  answers,
  asOf,
  decided,
  entry,
  hours,
  killOf,
  meeting,
  records,
  result,
  spent,
  standing,
  start,
} from "../../support/records.ts";
import { sinceClause, sinceSentence, targetSinceSentence } from "../../../src/wording/since.ts";
import type { Since } from "../../../src/domain/standing/since.ts";
import { killTrippedSince } from "../../../src/domain/standing/verdict-since.ts";

const BY_RESULT = killOf({ when: "wrong-rate > 28%", by: "2026-12-02" });
const judgedBy = (...killCriteria: Definitions["killCriteria"]): Definitions => ({ ...SOUND, killCriteria });

const bad = (when: string, id: string) => entry(when, { id, results: [result("wrong-rate", "120/200")] });
const good = (when: string, id: string) => entry(when, { id, results: [result("wrong-rate", "19/200")] });
const work = (when: string, id: string, amount = "100 EUR", time = "4") =>
  entry(when, { id, spend: [spent(amount)], time: [hours(time)] });
const clear = (when: string, id: string) =>
  entry(when, { id, clear: { criterion: "no-better", reason: "the first run used an old index", approver: MARTA } });
const undo = (when: string, id: string, of: string) => entry(when, { id, undo: { entry: of } });

function replayed(definitions: Definitions, log: readonly Entry[], day: string): Replay {
  return replay(records({ definitions, log: [start(definitions), ...log] }), asOf(day));
}

/** The one criterion of `definitions`, and a check that the standing says the same of it. */
function sinceOf(definitions: Definitions, log: readonly Entry[], day: string): Since | undefined {
  const { since } = replayed(definitions, log, day).kill[0]!;
  const { kill, history } = standing({ definitions, log: [start(definitions), ...log] }, day);
  expect(killTrippedSince(history, kill[0]!.criterion.id)).toEqual(since);
  return since;
}

const brief = (since: Since | undefined) =>
  since && [
    since.entry?.id ?? since.date,
    since.workingDay,
    moneyText(since.spentAfter),
    `${shortDecimalText(since.hoursAfter)} h`,
    since.entriesAfter.join(" "),
    since.turns.map((turn) => turn.entry?.id ?? turn.date).join(" "),
  ];

describe("when a kill criterion was tripped, and what was spent after it", () => {
  const byResult = judgedBy(BY_RESULT);
  const asked = judgedBy(killOf({ ask: "Is it?", by: "2026-11-27" }));
  const byMoney = judgedBy(killOf({ when: "spend.total > 250 EUR", by: "2026-12-04" }));
  const byPayback = judgedBy(killOf({ when: "payback.months > 2 months", by: "2026-11-26" }));

  test.each<[string, Definitions, readonly Entry[], string, ReturnType<typeof brief>]>([
    ["never", byResult, [good("2026-11-24", "g"), work("2026-11-25", "w")], "2026-11-26", undefined],
    [
      "by a result, with nothing after it",
      byResult,
      [work("2026-11-24", "w"), bad("2026-11-25", "b")],
      "2026-11-26",
      ["b", 3, "0.00 EUR", "0 h", "", ""],
    ],
    [
      "work of the same day counts from the entry on",
      byResult,
      [work("2026-11-25 09:00", "before"), bad("2026-11-25 12:00", "b"), work("2026-11-25 17:00", "after")],
      "2026-11-26",
      ["b", 3, "100.00 EUR", "4 h", "after", ""],
    ],
    [
      "what the entry itself cost came before",
      byResult,
      [entry("2026-11-25", { ...bad("2026-11-25", "b"), spend: [spent("70 EUR")] }), work("2026-11-26", "w")],
      "2026-11-26",
      ["b", 3, "100.00 EUR", "4 h", "w", ""],
    ],
    [
      "a worse run later changes nothing",
      byResult,
      [bad("2026-11-24", "b"), work("2026-11-25", "w"), bad("2026-11-26", "again")],
      "2026-11-27",
      ["b", 2, "100.00 EUR", "4 h", "w", ""],
    ],
    [
      "meetings count by heads",
      byResult,
      [bad("2026-11-24", "b"), entry("2026-11-25", { id: "m", time: [meeting("1.5", 4)] })],
      "2026-11-27",
      ["b", 2, "0.00 EUR", "6 h", "m", ""],
    ],
    [
      "what was withdrawn was not spent",
      byResult,
      [bad("2026-11-24", "b"), work("2026-11-25", "w"), undo("2026-11-26", "u", "w")],
      "2026-11-27",
      ["b", 2, "0.00 EUR", "0 h", "", ""],
    ],
    [
      "what comes later than the day it is told for does not count",
      byResult,
      [bad("2026-11-24", "b"), work("2026-11-25", "w"), work("2026-11-27", "later")],
      "2026-11-26",
      ["b", 2, "100.00 EUR", "4 h", "w", ""],
    ],
    [
      "another currency at its rate",
      byResult,
      [bad("2026-11-24", "b"), work("2026-11-25", "w", "100 USD")],
      "2026-11-26",
      ["b", 2, "92.00 EUR", "4 h", "w", ""],
    ],
    [
      "a bill of what was estimated before it, less the estimate",
      byResult,
      [
        entry("2026-11-23 12:00", { id: "guess", spend: [amount("estimated 60 EUR data")] }),
        bad("2026-11-24", "b"),
        entry("2026-11-25", { id: "bill", spend: [amount("75 EUR data", "guess")] }),
      ],
      "2026-11-26",
      ["b", 2, "15.00 EUR", "0 h", "bill", ""],
    ],
    [
      "a bill of what was estimated after it, once",
      byResult,
      [
        bad("2026-11-24", "b"),
        entry("2026-11-25", { id: "guess", spend: [amount("estimated 60 EUR data")] }),
        entry("2026-11-26", { id: "bill", spend: [amount("75 EUR data", "guess")] }),
      ],
      "2026-11-27",
      ["b", 2, "75.00 EUR", "0 h", "guess bill", ""],
    ],
    [
      "on a weekend",
      byResult,
      [bad("2026-11-28", "b"), work("2026-11-30", "w")],
      "2026-11-30",
      ["b", undefined, "100.00 EUR", "4 h", "w", ""],
    ],
    [
      "by an answer",
      asked,
      [entry("2026-11-25", { id: "a", ...answers("no-better", "yes") }), work("2026-11-26", "w")],
      "2026-11-26",
      ["a", 3, "100.00 EUR", "4 h", "w", ""],
    ],
    [
      "by money, with the entry that went over",
      byMoney,
      [
        work("2026-11-24 09:00", "1"),
        work("2026-11-24 10:00", "2"),
        work("2026-11-24 11:00", "3"),
        work("2026-11-24 12:00", "4"),
      ],
      "2026-11-25",
      ["3", 2, "100.00 EUR", "4 h", "4", ""],
    ],
    [
      "by its day, and by no entry",
      byPayback,
      [work("2026-11-25", "before"), work("2026-11-26 08:00", "after")],
      "2026-11-27",
      ["2026-11-26", 4, "100.00 EUR", "4 h", "after", ""],
    ],
    [
      "by a decision before its day",
      judgedBy(killOf({ when: "payback.months > 2 months", by: "2026-12-04" })),
      [entry("2026-11-25 10:00", { ...decided("2026-11-25", "go"), id: "d" }), work("2026-11-26", "w")],
      "2026-11-27",
      ["d", 3, "100.00 EUR", "4 h", "w", ""],
    ],
  ])("%s", (_, definitions, log, day, expected) => {
    expect(brief(sinceOf(definitions, log, day))).toEqual(expected);
  });

  test("results of before the start hold from the start on", () => {
    const early = [bad("2026-11-22", "b"), work("2026-11-22 13:00", "early"), work("2026-11-23 10:00", "w")];
    expect(brief(sinceOf(byResult, early, "2026-11-23"))).toEqual(["start00", 1, "100.00 EUR", "4 h", "w", ""]);
  });

  test("in a draft it is judged by the files", () => {
    const { kill } = replay(
      records({ definitions: byResult, log: [bad("2026-11-22", "b"), work("2026-11-23", "w")] }),
      asOf("2026-11-24"),
    );
    expect(brief(kill[0]!.since)).toEqual(["b", undefined, "100.00 EUR", "4 h", "w", ""]);
  });

  test("money without a rate is named, and not lost", () => {
    const since = sinceOf(
      byResult,
      [bad("2026-11-24", "b"), work("2026-11-25", "x", "90 GBP"), work("2026-11-26", "y", "10 GBP")],
      "2026-11-27",
    )!;
    expect(since.unconvertedAfter.map(moneyText)).toEqual(["100.00 GBP"]);
    expect(sinceClause(since)).toBe("tripped on day 2; 100.00 GBP and 8 h were spent after that");
  });
});

describe("what turned back", () => {
  const byResult = judgedBy(BY_RESULT);

  test.each<[string, readonly Entry[], string, string]>([
    [
      "a correction on a later day, which clears nothing",
      [bad("2026-11-24", "b"), work("2026-11-25", "w"), undo("2026-11-26", "u", "b"), work("2026-11-27", "more")],
      "b||w more",
      "tripped on day 2; 200.00 EUR and 8 h were spent after that",
    ],
    [
      "a better run",
      [bad("2026-11-24", "b"), work("2026-11-25", "w"), good("2026-11-26", "g")],
      "b||w",
      "tripped on day 2; 100.00 EUR and 4 h were spent after that",
    ],
    [
      "a person",
      [
        bad("2026-11-24", "b"),
        work("2026-11-25", "w"),
        good("2026-11-26", "g"),
        clear("2026-11-27", "p"),
        work("2026-11-30", "free"),
      ],
      "b|p|w",
      "tripped from day 2 to day 5, until Marta Weiss cleared it; 100.00 EUR and 4 h were spent in that time",
    ],
    [
      "a worse one after it",
      [
        bad("2026-11-24", "b"),
        good("2026-11-25 10:00", "g"),
        clear("2026-11-25 11:00", "p"),
        work("2026-11-26", "free"),
        bad("2026-11-27", "again"),
        work("2026-11-30", "w"),
      ],
      "b|p again|w",
      "tripped from day 2 until day 3, and again since day 5; 100.00 EUR and 4 h were spent in that time",
    ],
    [
      "several times",
      [
        bad("2026-11-24", "b"),
        good("2026-11-25 10:00", "g"),
        clear("2026-11-25 11:00", "p"),
        bad("2026-11-26", "c"),
        good("2026-11-27 10:00", "h"),
        clear("2026-11-27 11:00", "q"),
      ],
      "b|p c q|",
      "tripped from day 2, with breaks, to day 5, until Marta Weiss cleared it; nothing was spent in that time",
    ],
    [
      "a correction of the correction",
      [bad("2026-11-24", "b"), undo("2026-11-25", "u", "b"), undo("2026-11-26", "v", "u")],
      "b||",
      "tripped on day 2; nothing was spent after that",
    ],
    [
      "looser terms",
      [
        bad("2026-11-24", "b"),
        entry("2026-11-26", {
          ...amended("2026-11-26", "kill-criteria.no-better.when", "wrong-rate > 28%", "wrong-rate > 80%", 1),
          id: "m",
        }),
      ],
      "b|m|",
      "tripped from day 2 to day 4, until an amendment; nothing was spent in that time",
    ],
  ])("%s", (_, log, expected, clause) => {
    const since = sinceOf(byResult, log, "2026-12-01")!;
    expect(
      [since.entry?.id, since.turns.map((turn) => turn.entry?.id).join(" "), since.entriesAfter.join(" ")].join("|"),
    ).toBe(expected);
    expect(sinceClause(since)).toBe(clause);
    expect(since.still).toBe(since.turns.length % 2 === 0);
  });

  test("what is taken back on the same day never held", () => {
    const typo = [bad("2026-11-24 10:00", "typo"), undo("2026-11-24 11:00", "u", "typo")];
    expect(sinceOf(byResult, typo, "2026-11-25")).toBeUndefined();
    expect(sinceOf(byResult, [...typo, bad("2026-11-24 16:00", "true")], "2026-11-25")?.entry?.id).toBe("true");
  });

  test("but as of an hour at which it stood, it held", () => {
    expect(
      sinceOf(byResult, [bad("2026-11-24 10:00", "typo"), undo("2026-11-24 11:00", "u", "typo")], "2026-11-24 10:30")
        ?.entry?.id,
    ).toBe("typo");
  });

  test("an answer", () => {
    const asked = judgedBy(killOf({ ask: "Is it?", by: "2026-12-02" }));
    const since = sinceOf(
      asked,
      [entry("2026-11-24", answers("no-better", "yes")), entry("2026-11-25", answers("no-better", "no"))],
      "2026-11-26",
    )!;
    expect(sinceSentence("no-better", since)).toBe(
      "Kill criterion no-better was tripped on day 2; nothing was spent after that.",
    );
  });

  test("a refund, and it is no cost", () => {
    const byMoney = judgedBy(killOf({ when: "spend.total > 250 EUR", by: "2026-12-04" }));
    const log = [work("2026-11-24", "w", "300 EUR"), entry("2026-11-25", { id: "r", spend: [spent("-100 EUR")] })];
    expect(sinceClause(sinceOf(byMoney, log, "2026-11-26")!)).toBe("tripped on day 2; nothing was spent after that");
  });
});

describe("day by day", () => {
  const marks = ({ days }: Replay) =>
    days.flatMap((day) => {
      const changed = [
        ...day.changedKill.map((item) => `${item.criterion.id} ${item.verdict}`),
        ...day.changedEvals.map((item) => `${item.eval.id} ${item.verdict}${item.interim ? " so far" : ""}`),
      ];
      return changed.length === 0 ? [] : [`${day.date.slice(5)} ${changed.join(", ")}`];
    });

  test("every working day that has begun, and other days with an entry", () => {
    const log = [work("2026-11-22", "early"), work("2026-11-28", "saturday"), work("2026-12-07", "late")];
    const { days } = replayed(SOUND, log, "2026-12-08");
    expect(
      days.map(
        (day) => `${day.date.slice(5)} ${day.workingDay ?? "-"} ${moneyText(day.spent)} ${shortDecimalText(day.hours)}`,
      ),
    ).toEqual([
      "11-22 - 100.00 EUR 4",
      "11-23 1 100.00 EUR 4",
      "11-24 2 100.00 EUR 4",
      "11-25 3 100.00 EUR 4",
      "11-26 4 100.00 EUR 4",
      "11-27 5 100.00 EUR 4",
      "11-28 - 200.00 EUR 8",
      "11-30 6 200.00 EUR 8",
      "12-01 7 200.00 EUR 8",
      "12-02 8 200.00 EUR 8",
      "12-03 9 200.00 EUR 8",
      "12-04 10 200.00 EUR 8",
      "12-07 - 300.00 EUR 12",
    ]);
  });

  test("only days that have begun", () => {
    expect(replayed(SOUND, [], "2026-11-25").days.map((day) => day.date)).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-25",
    ]);
    expect(replay(records({}), asOf("2026-11-20")).days).toEqual([]);
  });

  test("what was withdrawn later was there on the day", () => {
    const { days } = replayed(
      SOUND,
      [work("2026-11-24", "typo", "1240 EUR"), undo("2026-11-25", "u", "typo")],
      "2026-11-25",
    );
    expect(days.map((day) => moneyText(day.spent))).toEqual(["0.00 EUR", "1240.00 EUR", "0.00 EUR"]);
  });

  test("verdicts where they change, by the calendar too", () => {
    expect(
      marks(replayed(SOUND, [entry("2026-11-25", { results: [result("wrong-rate", "46/200")] })], "2026-12-07")),
    ).toEqual(["11-25 wrong-rate unsettled", "12-02 no-better overdue"]);
  });

  test("nothing changes before the terms are frozen", () => {
    const log = [bad("2026-11-22", "b")];
    expect(marks(replayed(SOUND, log, "2026-11-23"))).toEqual(["11-23 no-better tripped, wrong-rate not met so far"]);
  });

  test("a day after the end is shown where it changes a verdict", () => {
    const definitions = judgedBy(killOf({ when: "payback.months > 2 months" }));
    expect(marks(replayed(definitions, [], "2026-12-08"))).toEqual(["12-05 no-better tripped"]);
  });

  test("the last day judges what a look left open", () => {
    const definitions = { ...SOUND, evals: SOUND.evals.map((item) => ({ ...item, minN: 300 })) };
    const log = [entry("2026-11-25", { results: [result("wrong-rate", "33/250")] })];
    expect(marks(replayed(definitions, log, "2026-12-04"))).toEqual([
      "11-25 no-better cleared, wrong-rate unsettled so far",
      "12-04 wrong-rate unsettled",
    ]);
  });
});

describe("targets", () => {
  const evalsOf = (log: readonly Entry[], day: string, definitions = SOUND) =>
    replayed(definitions, log, day).evals[0]!;

  test("first met, and what was spent after it", () => {
    const { met, missed } = evalsOf([good("2026-11-25", "g"), work("2026-11-26", "w")], "2026-11-27");
    expect(missed).toBeUndefined();
    expect(targetSinceSentence("wrong-rate", "met", met!)).toBe(
      "Eval wrong-rate met its target on day 3; 100.00 EUR and 4 h were spent after that.",
    );
  });

  test("missed, then met by a better arm", () => {
    const arms = ["plain", "reranker"].map((name) => ({ name, baseline: false }));
    const { met, missed } = evalsOf(
      [
        entry("2026-11-24", { id: "b", results: [result("wrong-rate", "120/200", { arm: "plain" })] }),
        entry("2026-11-26", { id: "g", results: [result("wrong-rate", "8/200", { arm: "reranker" })] }),
      ],
      "2026-11-27",
      { ...SOUND, evals: SOUND.evals.map((item) => ({ ...item, arms })) },
    );
    expect(targetSinceSentence("wrong-rate", "not met", missed!)).toBe(
      "Eval wrong-rate missed its target from day 2 to day 4, until a later run; nothing was spent in that time.",
    );
    expect(met?.entry?.id).toBe("g");
  });

  test("met, and turned back by a later run", () => {
    const { met } = evalsOf([good("2026-11-24", "g"), bad("2026-11-26", "b")], "2026-11-27");
    expect(met).toMatchObject({ still: false, turns: [{ entry: { id: "b" } }] });
  });
});

test("a day of many runs is searched, not walked", () => {
  const runs = Array.from({ length: 400 }, (_, k) => {
    const minutes = 9 * 60 + k;
    const when = `2026-11-24 ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    return k < 123 ? good(when, `r${k}`) : bad(when, `r${k}`);
  });
  expect(sinceOf(judgedBy(BY_RESULT), runs, "2026-11-25")?.entry?.id).toBe("r123");
});

test("ten thousand entries take ten times the work of a thousand and a little more, and not a hundred times", () => {
  const dates = ["11-23", "11-24", "11-25", "11-26", "11-27", "11-30", "12-01", "12-02", "12-03", "12-04"];
  /** Counts how often an entry is looked at. */
  const worked = (size: number) => {
    const most = `spend.total > ${0.06 * size} EUR`;
    const definitions = judgedBy(BY_RESULT, killOf({ id: "money", when: most, by: "2026-12-04" }));
    let looks = 0;
    const log = Array.from({ length: size }, (_, k) => {
      const minutes = 10 * 60 + (k % 800);
      const written = entry(
        `2026-${dates[Math.floor((10 * k) / size)]!} ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
        {
          id: k.toString().padStart(7, "0"),
          spend: [spent("0.10 EUR")],
          time: [hours("0.25")],
          results: k % 10 === 0 ? [result("wrong-rate", "120/200")] : [],
        },
      );
      return new Proxy(written, { get: (target, key) => (looks++, Reflect.get(target, key) as unknown) });
    });
    const { kill } = replayed(definitions, log, "2026-12-04");
    return { looks, days: kill.map(({ since }) => since?.workingDay) };
  };
  const [thousand, tenThousand] = [worked(1000), worked(10_000)];
  for (const { days } of [thousand, tenThousand]) expect(days).toEqual([1, 7]);
  // 16 is what sorting and searching come to.
  expect(tenThousand.looks / thousand.looks).toBeLessThan(25);
});

test("what was spent after that is told apart by how well it is known", () => {
  const log = [
    bad("2026-11-24", "b"),
    entry("2026-11-25", { id: "w", spend: [amount("40 EUR data"), amount("metered 60 EUR tokens")] }),
  ];
  const since = sinceOf(judgedBy(BY_RESULT), log, "2026-11-26")!;
  expect(since.spentParts.map(({ basis, spent }) => `${moneyText(spent)} ${basis}`)).toEqual([
    "40.00 EUR billed",
    "60.00 EUR metered",
  ]);
  expect(sinceSentence("no-better", since)).toBe(
    "Kill criterion no-better was tripped on day 2; 100.00 EUR was spent after that.",
  );
});
