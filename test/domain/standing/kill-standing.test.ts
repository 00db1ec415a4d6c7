import { describe, expect, test } from "vitest";
import { conditionLabel, type KillVerdict } from "../../../src/domain/standing/kill-standing.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import type { Eval } from "../../../src/domain/records/eval.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import {
  SOUND,
  amount,
  answers,
  decided,
  entry,
  evalOf,
  hours,
  killOf,
  known,
  money,
  must,
  number,
  result,
  spent,
  standing,
  start,
} from "../../support/records.ts";
import { parseCondition } from "../../../src/domain/scalars/condition.ts";
import { killClause } from "../../../src/wording/kill-reasons.ts";

/** The one kill criterion of a sound PoC with `criterion` in its place, at the end of a day. */
function killed(
  criterion: Parameters<typeof killOf>[0],
  log: readonly Entry[],
  day: string,
  more: Partial<Definitions> = {},
) {
  const definitions: Definitions = { ...SOUND, ...more, killCriteria: [killOf(criterion)] };
  return standing({ definitions, log: [start(definitions), ...log] }, day).kill[0]!;
}

const measured = (figure: string) => [entry("2026-11-25", { id: "measure", results: [result("wrong-rate", figure)] })];

describe("a state of an eval, by the bounds and not by the estimate", () => {
  const criterion = { when: "wrong-rate > 28%", by: "2026-12-02" };

  test.each<[string, string, string, KillVerdict]>([
    ["shown at once", "120/200", "2026-11-25", "tripped"],
    ["ruled out at once", "19/200", "2026-11-25", "cleared"],
    ["not settled yet", "56/200", "2026-11-25", "pending"],
    ["not settled by its day", "56/200", "2026-12-02", "overdue"],
    ["an unlucky first run ends nothing", "10/20", "2026-11-25", "pending"],
  ])("%s", (_, figure, day, verdict) => {
    expect(killed(criterion, measured(figure), day)).toMatchObject({ verdict, entries: ["measure"] });
  });

  test("the day before it is pending, on its day overdue", () => {
    expect(killed(criterion, [], "2026-12-01").verdict).toBe("pending");
    expect(killed(criterion, [], "2026-12-02").verdict).toBe("overdue");
  });

  const FIVE = { maxErrors: number("5") };

  test.each<[string, Partial<Eval>, string, number, KillVerdict, string]>([
    ["are within what was agreed", FIVE, "19/200", 4, "cleared", "measured"],
    ["are more than was agreed", FIVE, "19/200", 40, "pending", "errors"],
    ["are more, and bad news is bad news", FIVE, "120/200", 40, "tripped", "measured"],
    ["are a fifth, and no share was agreed", {}, "19/200", 50, "cleared", "measured"],
    ["are more than a fifth, and no share was agreed", {}, "19/200", 51, "pending", "errors"],
  ])("a criterion is not ruled out where cases that broke %s", (_, share, figure, errors, verdict, code) => {
    const evals = [{ ...evalOf({ baseline: "60/200", target: "reduction >= 40%", minN: 200 }), ...share }];
    const log = [entry("2026-11-25", { id: "measure", results: [result("wrong-rate", figure, { errors })] })];
    expect(killed(criterion, log, "2026-11-25", { evals })).toMatchObject({ verdict, because: { code } });
  });

  test("when the work is decided or over, nothing is pending", () => {
    expect(
      killed({ when: "wrong-rate > 28%", by: "2027-01-01" }, [decided("2026-11-25", "go")], "2026-11-26").verdict,
    ).toBe("overdue");
    expect(killed({ when: "wrong-rate > 28%", by: "2027-01-01" }, [], "2026-12-05").verdict).toBe("overdue");
  });

  test("a figure in another unit never settles it", () => {
    expect(killed({ when: "wrong-rate > 3 s", by: "2026-12-02" }, measured("120/200"), "2026-11-25").verdict).toBe(
      "pending",
    );
  });

  test.each<[string, string, string, KillVerdict]>([
    ["a mean, in its own unit", "latency > 3 s", "4 s", "tripped"],
    ["a mean, in another unit of time", "latency > 500 ms", "4 s", "tripped"],
    ["a mean that is logged in another unit of time", "latency > 3 s", "900 ms", "cleared"],
    ["a mean, in a unit that does not compare", "latency > 3 EUR", "4 s", "pending"],
    ["a mean, in no unit", "latency > 3", "4 s", "pending"],
    ["a mean, in percent", "latency > 3%", "4 s", "pending"],
  ])("%s", (_, when, figure, verdict) => {
    const evals = [evalOf({ id: "latency", measure: "mean", target: "value <= 2 s" })];
    const logged = [entry("2026-11-25", { results: [result("latency", figure, { n: 100, sd: number("0.5") })] })];
    expect(killed({ when, by: "2026-12-02" }, logged, "2026-12-01", { evals }).verdict).toBe(verdict);
  });
});

describe("a question", () => {
  const criterion = { ask: "Has the vendor refused?", by: "2026-11-27" };

  test.each<[string, readonly Entry[], string, KillVerdict]>([
    ["unanswered", [], "2026-11-26", "pending"],
    ["unanswered on its day", [], "2026-11-27", "overdue"],
    ["yes", [entry("2026-11-25", answers("no-better", "yes"))], "2026-11-25", "tripped"],
    ["no", [entry("2026-11-25", answers("no-better", "no"))], "2026-11-27", "cleared"],
    [
      "the latest answer counts",
      [entry("2026-11-25", answers("no-better", "no")), entry("2026-11-26", answers("no-better", "yes"))],
      "2026-11-26",
      "tripped",
    ],
    ["an answer of tomorrow does not", [entry("2026-11-26", answers("no-better", "yes"))], "2026-11-25", "pending"],
  ])("%s", (_, log, day, verdict) => {
    expect(killed(criterion, log, day).verdict).toBe(verdict);
  });
});

describe("figures of the PoC itself", () => {
  const paid = [entry("2026-11-25", { id: "payment", spend: [spent("500 EUR")], time: [hours("8")] })];

  test.each<[string, string, string, KillVerdict]>([
    ["money over the line ends the work before the day", "spend.total > 499.99 EUR", "2026-11-25", "tripped"],
    ["money on the line does not", "spend.total > 500 EUR", "2026-11-25", "pending"],
    ["money on the line is cleared on the day", "spend.total > 500 EUR", "2026-12-02", "cleared"],
    ["too little money is judged on the day only", "spend.total < 600 EUR", "2026-11-25", "pending"],
    ["and then it trips", "spend.total < 600 EUR", "2026-12-02", "tripped"],
    ["money in another currency cannot be told", "spend.total > 1 USD", "2026-12-02", "overdue"],
    ["a share of the cap", "spend.share >= 25%", "2026-11-25", "tripped"],
    ["hours", "hours.total >= 8 h", "2026-11-25", "tripped"],
    ["hours at their rates", "effort.total > 679.99 EUR", "2026-11-25", "tripped"],
    ["payback waits for its day, for inputs may change", "payback.months > 2 months", "2026-11-25", "pending"],
    ["payback on its day", "payback.months > 2 months", "2026-12-02", "tripped"],
    ["a payback that is quick enough", "payback.months > 3", "2026-12-02", "cleared"],
    ["a payback that is longer by less than is shown", "payback.months < 3", "2026-12-02", "cleared"],
    ["too little impact", "impact.annual < 400000.01 EUR", "2026-12-02", "tripped"],
    ["impact enough", "impact.annual < 400000 EUR", "2026-12-02", "cleared"],
  ])("%s", (_, when, day, verdict) => {
    expect(killed({ when, by: "2026-12-02" }, paid, day).verdict).toBe(verdict);
  });

  test("by the exact figure, and not by the one that is shown", () => {
    const value = {
      ...SOUND.value,
      buildCost: known(money("100000.01 EUR")),
      minutesSaved: known(number("3.9999999999")),
    };
    const on = (when: string) => killed({ when, by: "2026-12-02" }, [], "2026-12-02", { value });
    expect([
      on("payback.months > 3").verdict,
      on("payback.months <= 3").verdict,
      on("impact.annual < 400000 EUR").verdict,
    ]).toEqual(["tripped", "cleared", "tripped"]);
    expect(killClause(on("payback.months > 3").because)).toBe("payback 3 months");
  });

  test("figures that cannot be true decide nothing", () => {
    const value = { ...SOUND.value, taskMinutes: known(number("1")) };
    expect(killed({ when: "payback.months > 1", by: "2026-12-02" }, [], "2026-12-02", { value }).verdict).toBe(
      "overdue",
    );
  });

  test("a payback that never comes is longer than any", () => {
    const value = { ...SOUND.value, platformCost: known(money("900000 EUR")) };
    expect(killed({ when: "payback.months > 1000", by: "2026-12-02" }, [], "2026-12-02", { value }).verdict).toBe(
      "tripped",
    );
  });

  test("a payback that cannot be calculated is overdue, not cleared", () => {
    expect(killed({ when: "payback.months > 12", by: "2026-12-02" }, [], "2026-12-02", { value: {} }).verdict).toBe(
      "overdue",
    );
  });

  test("the entries it rests on are named", () => {
    expect(killed({ when: "spend.total > 1 EUR", by: "2026-12-02" }, paid, "2026-11-25").entries).toEqual(["payment"]);
  });
});

test("without a state or a question it stays open", () => {
  expect(killed({ by: "2026-12-02" }, [], "2026-12-02").verdict).toBe("overdue");
});

test("a figure before its day says when it is judged, and shows on which side of the threshold it lies", () => {
  const log = [entry("2026-11-25", { spend: [amount("1604 EUR data")] })];
  const early = killed({ when: "spend.share < 80%", by: "2026-12-02" }, log, "2026-11-25");
  expect([early.verdict, early.because.code, killClause(early.because)]).toEqual([
    "pending",
    "figure",
    "80.2% of the cap spent; judged on Wed 2 Dec",
  ]);
});

test("a condition as a sponsor reads it", () => {
  expect(conditionLabel(must(parseCondition("wrong-rate >= 18%")))).toBe("wrong-rate ≥ 18%");
});

test("a sum of amounts that are not all billed is told apart", () => {
  const log = [entry("2026-11-25", { spend: [amount("40 EUR data"), amount("estimated 60 EUR tokens")] })];
  const found = killed({ when: "spend.total > 90 EUR", by: "2026-12-02" }, log, "2026-11-25");
  expect([found.verdict, killClause(found.because)]).toEqual([
    "tripped",
    "100.00 EUR spent (40.00 billed, 60.00 estimated)",
  ]);
});
