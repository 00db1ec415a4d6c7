import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDecimals, decimal } from "../../../src/domain/scalars/decimal.ts";
import { parseDuration } from "../../../src/domain/scalars/duration.ts";
import { parseCount } from "../../../src/domain/scalars/count.ts";
import type { Entry, TaskLine } from "../../../src/domain/records/entry.ts";
import { moneyText, sumMoney } from "../../../src/domain/scalars/money.ts";
import { ratioLabel, ratioTimes } from "../../../src/domain/scalars/money-ratio.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { projectedCosts, type UnitEconomics } from "../../../src/domain/spend/unit-economics.ts";
import { apartShareLabel, meanTimeLabel, tasksLabel, unitCostLabel } from "../../../src/wording/unit-cost.ts";
import {
  SOUND,
  entry,
  evalOf,
  known,
  money,
  must,
  number,
  result,
  spent,
  standing,
  start,
} from "../../support/records.ts";
import { runs } from "../../support/properties.ts";

function tasks(
  count: string,
  more: Partial<TaskLine> & { latency?: never; review?: never; wait?: string; look?: string } = {},
): TaskLine {
  const { wait, look, ...rest } = more;
  return {
    count: must(parseCount(count)),
    arm: "",
    ...(wait === undefined ? {} : { latency: must(parseDuration(wait)) }),
    ...(look === undefined ? {} : { review: must(parseDuration(look)) }),
    ...rest,
  };
}

function unitOf(log: readonly Entry[], definitions: Definitions = SOUND): UnitEconomics {
  return standing({ definitions, log: [start(definitions), ...log] }, "2026-12-04").unit;
}

const day = (k: number, facts: Parameters<typeof entry>[1]) => entry(`2026-11-2${k}`, facts);

describe("the cost of a task", () => {
  test.each<[what: string, log: readonly Entry[], cost: string | undefined, why: string | undefined]>([
    ["nothing logged", [], undefined, "no-tasks"],
    ["tasks without money", [day(4, { tasks: [tasks("262/300")] })], undefined, "no-spend-beside-tasks"],
    ["money without tasks", [day(4, { spend: [spent("5 EUR")] })], undefined, "no-tasks"],
    [
      "money of another kind",
      [day(4, { tasks: [tasks("1/2")], spend: [spent("5 EUR", "infrastructure")] })],
      undefined,
      "no-spend-beside-tasks",
    ],
    [
      "both in one entry",
      [day(4, { tasks: [tasks("262/300")], spend: [spent("13.60 EUR")] })],
      "4.5 cents a task, 5.2 cents a successful one",
      undefined,
    ],
    [
      "two lines of each",
      [day(4, { tasks: [tasks("1/2"), tasks("3/6")], spend: [spent("2 EUR"), spent("4 EUR")] })],
      "0.75 EUR a task, 1.50 EUR a successful one",
      undefined,
    ],
    [
      "converted at the rate of the line",
      [day(4, { tasks: [tasks("10/10")], spend: [spent("10 USD", "tokens", "0.9")] })],
      "90 cents a task, 90 cents a successful one",
      undefined,
    ],
    [
      "no rate, no amount",
      [day(4, { tasks: [tasks("10/10")], spend: [spent("10 GBP")] })],
      undefined,
      "no-spend-beside-tasks",
    ],
    [
      "no task went well",
      [day(4, { tasks: [tasks("0/40")], spend: [spent("2 EUR")] })],
      "5 cents a task, no successful task",
      undefined,
    ],
    [
      "nothing was paid, and that is known",
      [day(4, { tasks: [tasks("3/4")], spend: [spent("0 EUR")] })],
      "0.00 EUR a task, 0.00 EUR a successful one",
      undefined,
    ],
    [
      "more came back than was paid",
      [day(4, { tasks: [tasks("3/4")], spend: [spent("-1 EUR")] })],
      undefined,
      "paid-back",
    ],
    [
      "withdrawn tasks",
      [
        day(4, { id: "wrong00", tasks: [tasks("3/4")], spend: [spent("1 EUR")] }),
        day(5, { undo: { entry: "wrong00" } }),
      ],
      undefined,
      "no-tasks",
    ],
  ])("%s", (_, log, cost, why) => {
    const unit = unitOf(log);
    expect(unit.cost && unitCostLabel(unit.cost)).toBe(cost);
    expect(unit.why?.code).toBe(why);
  });

  test("what stands beside no task is named with its share, and counts in the whole", () => {
    const unit = unitOf([
      day(3, { id: "index00", spend: [spent("4.40 EUR")] }),
      day(4, { id: "tasks00", tasks: [tasks("80/100")], spend: [spent("13.60 EUR")] }),
    ]);
    expect(moneyText(unit.apart)).toBe("4.40 EUR");
    expect(unit.apartEntries).toEqual(["index00"]);
    expect(apartShareLabel(unit)).toBe("24%");
    expect(unit.cost?.entries).toEqual(["tasks00"]);
    expect(unitCostLabel(unit.all!)).toBe("18 cents a task, 22 cents a successful one");
    expect(unit.all?.entries).toEqual(["index00", "tasks00"]);
  });

  test("tasks without their money do not make the others cheaper", () => {
    const unit = unitOf([
      day(3, { tasks: [tasks("900/900")] }),
      day(4, { tasks: [tasks("80/100")], spend: [spent("10 EUR")] }),
    ]);
    expect(unit.cost).toMatchObject({ attempted: 100, succeeded: 80 });
    expect(unit.all).toMatchObject({ attempted: 1000, succeeded: 980 });
  });
});

describe("a bill that takes the place of estimates", () => {
  const estimated = (amount: string) => ({ ...spent(amount), basis: "estimated" as const });
  const index = day(3, { id: "index00", spend: [estimated("5 EUR")] });
  const work = day(4, { id: "tasks00", tasks: [tasks("80/100")], spend: [estimated("15 EUR")] });
  const bill = (amount: string, basis: "billed" | "metered", ...replaces: string[]) => ({
    ...spent(amount),
    basis,
    replaces,
  });

  test("is shared out over what they were for", () => {
    const unit = unitOf([
      index,
      work,
      day(5, { id: "bill000", spend: [bill("24.01 EUR", "billed", "index00", "tasks00")] }),
    ]);
    expect([moneyText(unit.cost!.spend), moneyText(unit.apart)]).toEqual(["18.01 EUR", "6.00 EUR"]);
    expect(unit.cost?.entries).toEqual(["tasks00", "bill000"]);
    expect(unit.apartEntries).toEqual(["index00", "bill000"]);
  });

  test("also where it took the place of a meter that had taken theirs", () => {
    const metered = day(5, { id: "meter00", spend: [bill("10 EUR", "metered", "index00", "tasks00")] });
    const unit = unitOf([index, work, metered, day(6, { id: "bill000", spend: [bill("8 EUR", "billed", "meter00")] })]);
    expect([moneyText(unit.cost!.spend), moneyText(unit.apart)]).toEqual(["6.00 EUR", "2.00 EUR"]);
  });

  test("stands apart where it took the place of nothing", () => {
    expect(moneyText(unitOf([work, day(5, { spend: [bill("8 EUR", "billed")] })]).apart)).toBe("8.00 EUR");
  });

  test("keeps every cent, whatever it is shared out over", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 6 }),
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        (sizes, paid) => {
          const parts = sizes.map((minor, k) =>
            day(k, {
              id: `part00${k}`,
              ...(k % 2 === 0 ? { tasks: [tasks("1/1")] } : {}),
              spend: [{ ...estimated("0 EUR"), amount: { minor, currency: "EUR" } }],
            }),
          );
          const billed = entry("2026-12-01", {
            spend: [
              { ...bill("0 EUR", "billed", ...parts.map(({ id }) => id)), amount: { minor: paid, currency: "EUR" } },
            ],
          });
          const unit = unitOf([...parts, billed]);
          expect((unit.cost?.spend.minor ?? 0n) + unit.apart.minor).toBe(paid);
        },
      ),
      { numRuns: runs(40) },
    );
  });
});

describe("whose tasks count", () => {
  const judged = day(5, { results: [result("wrong-rate", "10/200", { arm: "reranker" })] });
  const plain = day(3, { tasks: [tasks("5/10", { arm: "plain" })], spend: [spent("1 EUR")] });
  const reranker = day(4, { tasks: [tasks("18/20", { arm: "reranker" })], spend: [spent("4 EUR")] });

  test("those of the judged arm, and the rest stands apart", () => {
    const unit = unitOf([plain, reranker, judged]);
    expect(unit).toMatchObject({ arm: "reranker", cost: { attempted: 20 }, all: { attempted: 30 } });
    expect(moneyText(unit.apart)).toBe("1.00 EUR");
    expect(tasksLabel(unit.cost!, unit)).toBe("18 of 20 tasks went well, arm reranker");
  });

  test("none, where only another arm did any", () => {
    expect(unitOf([plain, judged])).toMatchObject({
      cost: undefined,
      why: { code: "no-tasks-on-arm", arm: "reranker" },
    });
  });

  test("all, where nothing says which arm", () => {
    expect(unitOf([day(3, { tasks: [tasks("5/10")], spend: [spent("1 EUR")] }), judged])).toMatchObject({
      arm: "",
      cost: { attempted: 10 },
    });
    expect(unitOf([plain, reranker])).toMatchObject({ arm: "", cost: { attempted: 30 } });
  });

  test("no entry with tasks of two arms, for nobody knows which took the money", () => {
    const both = day(4, {
      tasks: [tasks("5/10", { arm: "plain" }), tasks("18/20", { arm: "reranker" })],
      spend: [spent("4 EUR")],
    });
    const unit = unitOf([both, judged]);
    expect(unit).toMatchObject({ cost: undefined, all: { attempted: 30 } });
    expect(moneyText(unit.apart)).toBe("4.00 EUR");
  });
});

describe("where nobody logged tasks", () => {
  const measured = day(4, { results: [result("wrong-rate", "20/200")], spend: [spent("9 EUR")] });

  test("the cases of the primary eval are tasks, and those that went well are not those counted as wrong", () => {
    const unit = unitOf([measured]);
    expect(unit.source).toEqual({ kind: "eval", id: "wrong-rate" });
    expect(unitCostLabel(unit.cost!)).toBe("4.5 cents a task, 5 cents a successful one");
    expect(tasksLabel(unit.cost!, unit)).toBe("180 of 200 cases of wrong-rate went well");
  });

  test("of an eval where more is better, those that were counted went well", () => {
    const definitions = { ...SOUND, evals: [evalOf({ id: "right-rate", better: "higher", target: "value >= 80%" })] };
    expect(
      unitOf([day(4, { results: [result("right-rate", "20/200")], spend: [spent("9 EUR")] })], definitions).cost,
    ).toMatchObject({ attempted: 200, succeeded: 20 });
  });

  test("of paired cases, the candidate's", () => {
    const paired = day(4, {
      results: [result("wrong-rate", { both: 5, baseline: 20, candidate: 5, neither: 70 })],
      spend: [spent("9 EUR")],
    });
    expect(unitOf([paired]).cost).toMatchObject({ attempted: 100, succeeded: 90 });
  });

  test("they do not count beside tasks", () => {
    expect(unitOf([measured, day(5, { tasks: [tasks("1/1")], spend: [spent("3 EUR")] })]).cost).toMatchObject({
      attempted: 1,
    });
  });

  test.each([
    ["a bare percentage", evalOf({ target: "value <= 12%" }), result("wrong-rate", "10%")],
    ["an eval that is not primary", evalOf({ primary: false, target: "value <= 12%" }), result("wrong-rate", "1/10")],
    ["runs within a limit", evalOf({ measure: "percentile", target: "value <= 2 s" }), result("wrong-rate", "9/10")],
  ])("%s counts no tasks", (_, item, one) => {
    expect(
      unitOf([day(4, { results: [one], spend: [spent("9 EUR")] })], { ...SOUND, evals: [item] }).source,
    ).toBeUndefined();
  });
});

describe("a year in production", () => {
  const log = [day(4, { tasks: [tasks("262/300", { wait: "1.8 s", look: "0.5 min" })], spend: [spent("13.60 EUR")] })];

  // 100 × 6 × 220 = 132,000 tasks; × 13.60 ÷ 300 = 5,984 EUR; × half a minute ÷ 60 × 50 = 55,000 EUR.
  test("models and review, exactly", () => {
    const { projection } = unitOf(log);
    expect([moneyText(projection!.modelCost), moneyText(projection!.reviewCost!)]).toEqual([
      "5984.00 EUR",
      "55000.00 EUR",
    ]);
    expect(projectedCosts(unitOf(log))).toMatchObject({
      modelCost: { cost: money("5984 EUR") },
      reviewCost: { cost: money("55000 EUR") },
    });
  });

  test("issue 10, 14: review times project their cost without any token spend", () => {
    const unpriced = unitOf([day(4, { tasks: [tasks("2/2", { look: "0.5 min" })] })]);
    expect(unpriced.projection).toBeUndefined();
    expect(unpriced.yearOfReview).toMatchObject({ currency: "EUR" });
    expect(projectedCosts(unpriced)).toMatchObject({
      modelCost: undefined,
      reviewCost: { cost: unpriced.yearOfReview },
    });
  });

  test("no volume, no projection", () => {
    const { users: _, ...value } = SOUND.value;
    expect(unitOf(log, { ...SOUND, value }).projection).toBeUndefined();
  });

  test("no review logged, none projected", () => {
    expect(unitOf([day(4, { tasks: [tasks("1/2")], spend: [spent("1 EUR")] })]).projection).toMatchObject({
      reviewCost: undefined,
    });
  });

  test("an hourly rate that does not convert prices no review", () => {
    expect(
      unitOf(log, { ...SOUND, value: { ...SOUND.value, hourlyRate: known(money("50 GBP")) } }).projection,
    ).toMatchObject({ reviewCost: undefined });
  });
});

describe("times", () => {
  test("the mean is weighted by tasks, whatever the unit", () => {
    const unit = unitOf([
      day(3, { tasks: [tasks("1/1", { wait: "1 s" })] }),
      day(4, { tasks: [tasks("2/3", { wait: "2000 ms", look: "1 min" }), tasks("9/9")] }),
    ]);
    expect(meanTimeLabel(unit.latency!)).toBe("1.75 s");
    expect(unit.latency?.outputs).toBe(4);
    expect(meanTimeLabel(unit.review!)).toBe("1 min");
  });

  test.each([
    ["0 s", "0 ms"],
    ["450 ms", "450 ms"],
    ["1000 ms", "1 s"],
    ["0.0005 ms", "0.0005 ms"],
    ["90 s", "1.5 min"],
    ["24 h", "24 h"],
    ["1234.5 ms", "1.23 s"],
  ])("%s is shown as %s", (time, shown) => {
    expect(meanTimeLabel(unitOf([day(3, { tasks: [tasks("1/1", { wait: time })] })]).latency!)).toBe(shown);
  });

  test.each([
    ["1.8", "invalid-quantity"],
    ["1.8 m", "invalid-quantity"],
    ["3 EUR", "invalid-quantity"],
    ["constructor", "invalid-quantity"],
    ["3 constructor", "invalid-quantity"],
    ["-1 s", "invalid-value"],
    ["25 h", "invalid-value"],
    ["1,000 s", "invalid-number"],
    ["", "invalid-quantity"],
  ])("%j is no time", (text, code) => {
    expect(parseDuration(text)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe("exact ratios", () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const counts = fc.integer({ min: 1, max: 10_000_000 });

  test("the cost of a task times the tasks is what was spent on them", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amounts, counts), { minLength: 1, maxLength: 5 }), (parts) => {
        const log = parts.map(([minor, n], k) =>
          day(k + 1, {
            tasks: [tasks(`${n}/${n}`)],
            spend: [{ amount: { minor, currency: "EUR" }, category: "tokens" }],
          }),
        );
        const { cost, apart, all } = unitOf(log);
        expect(ratioTimes(cost!.perTask, decimal(cost!.attempted))).toEqual(cost!.spend);
        expect(cost!.spend).toEqual(
          sumMoney(
            log.map(({ spend }) => spend[0]!.amount),
            "EUR",
          ),
        );
        expect(apart.minor).toBe(0n);
        expect(all).toEqual(cost);
      }),
      { numRuns: runs(40) },
    );
  });

  test("twice the money is twice the year, and twice the tasks half of it, to the cent", () => {
    fc.assert(
      fc.property(amounts, counts, fc.integer({ min: 1, max: 1_000_000 }), (minor, n, volume) => {
        const one = ratioTimes({ amount: { minor, currency: "EUR" }, per: BigInt(n) }, decimal(volume)).minor;
        const twice = ratioTimes(
          { amount: { minor: 2n * minor, currency: "EUR" }, per: BigInt(n) },
          decimal(volume),
        ).minor;
        const halved = ratioTimes(
          { amount: { minor: 2n * minor, currency: "EUR" }, per: 2n * BigInt(n) },
          decimal(volume),
        ).minor;
        expect(twice - 2n * one >= -1n && twice - 2n * one <= 1n).toBe(true);
        expect(halved).toBe(one);
      }),
    );
  });

  test("a fraction of a volume is no trouble", () => {
    expect(ratioTimes({ amount: money("13.60 EUR"), per: 300n }, addDecimals(number("0.5"), number("1.25")))).toEqual(
      money("0.08 EUR"),
    );
  });

  test.each([
    ["13.60 EUR", 300n, "0.0453 EUR"],
    ["1.00 EUR", 3n, "0.333 EUR"],
    ["10.00 EUR", 3n, "3.33 EUR"],
    ["100000.00 EUR", 3n, "33,333.33 EUR"],
    ["0.01 EUR", 10_000_000n, "0.000000001 EUR"],
    ["5 JPY", 2n, "2.5 JPY"],
    ["1000 JPY", 3n, "333 JPY"],
    ["1.000 KWD", 8n, "0.125 KWD"],
    ["0.00 EUR", 7n, "0.00 EUR"],
    ["-1.00 EUR", 3n, "-0.333 EUR"],
  ])("%s for %s is %s", (amount, per, shown) => {
    expect(ratioLabel({ amount: money(amount), per })).toBe(shown);
  });
});
