import { describe, expect, test } from "vitest";
import type { PocState } from "../../../src/domain/portfolio/list-words.ts";
import type { RowSummary, PortfolioRow } from "../../../src/domain/portfolio/poc-summary.ts";
import type { Portfolio } from "../../../src/domain/portfolio/portfolio.ts";
import { moneyTotals, portfolioFigures } from "../../../src/domain/portfolio/portfolio-figures.ts";
import { isAskedFor, sortedRows } from "../../../src/domain/portfolio/row-order.ts";
import { addDays, type CivilDate } from "../../../src/domain/scalars/calendar.ts";
import { moneyText, parseMoney, type Money } from "../../../src/domain/scalars/money.ts";

const money = (text: string): Money => {
  const read = parseMoney(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};
const END = "2026-11-20" as CivilDate;
const NO_RATES: Portfolio = { exchange: [] };
const RATED: Portfolio = {
  currency: "EUR",
  exchange: [{ currency: "USD", rate: { digits: 92n, scale: 2 } }],
  wipCap: 2,
};

interface Told {
  readonly state: PocState;
  readonly spent?: string;
  readonly overdue?: number;
  /** Days from the last day to the decision. */
  readonly decided?: number;
  /** Days by which the timebox was extended. */
  readonly extended?: number;
  readonly memo?: boolean;
  readonly more?: Partial<RowSummary>;
}

function row(
  path: string,
  { state, spent = "0 EUR", overdue, decided, extended = 0, memo = true, more }: Told,
): PortfolioRow {
  const summary: RowSummary = {
    asOf: "2026-12-04" as CivilDate,
    title: path,
    question: undefined,
    owner: undefined,
    sponsor: undefined,
    team: undefined,
    state,
    started: undefined,
    timebox: { start: "2026-11-09" as CivilDate, end: END, firstEnd: addDays(END, -extended), day: 10, of: 10 },
    overdue,
    spend: { total: money(spent), cap: undefined, share: undefined, loaded: undefined, unconverted: [] },
    recommendation: { outcome: "no-go", rule: "kill-criterion-tripped", reason: "" },
    decision:
      decided === undefined
        ? undefined
        : {
            outcome: "go",
            by: { name: "Marta" },
            date: addDays(END, decided),
            why: "",
            recommended: undefined,
            rule: undefined,
            firstDate: addDays(END, decided),
            learned: undefined,
            retryIf: undefined,
            latency: decided,
            notInUse: undefined,
            unsupported: undefined,
            entry: "aaaaaaa",
          },
    followUp: undefined,
    causes: [],
    memos: memo ? ["decision-2026-11-20.md"] : [],
    next: undefined,
    exitCodes: { error: 0, warning: 0, note: 0 },
    entries: 1,
    lastEntry: undefined,
    unreadable: undefined,
    ...more,
  };
  return { path, summary };
}

const figures = (...told: readonly Told[]) =>
  portfolioFigures(
    told.map((one, index) => row(`/${index}`, one)),
    RATED,
  );

describe("figures of a portfolio", () => {
  test("of nothing are nothing", () => {
    expect(portfolioFigures([], NO_RATES)).toMatchObject({ pocs: 0, spent: [], zombies: 0, latency: undefined });
  });

  test.each([
    ["odd", [3, -2, 10], 3],
    ["even", [1, 4], 2.5],
    ["one", [0], 0],
  ])("latency is the median of the decisions: %s", (_, days, median) => {
    expect(figures(...days.map((decided) => ({ state: "go" as const, decided }))).latency).toEqual({
      median,
      of: days.length,
    });
  });

  test("on time is by the day that was agreed at the start, and who never decided was not", () => {
    const { onTime } = figures(
      { state: "go", decided: 0 },
      { state: "no-go", decided: 0, extended: 7 },
      { state: "decision-due", overdue: 3 },
      { state: "decision-due", overdue: 0 },
      { state: "running" },
    );
    expect(onTime).toEqual({ count: 1, of: 3 });
  });

  test("a decision that was replaced later was taken when it was first taken", () => {
    const replaced = row("/0", { state: "no-go", decided: 40 });
    if (!("summary" in replaced)) throw new Error("a row has a summary");
    const { decision } = replaced.summary;
    const more = { decision: { ...decision!, firstDate: END, latency: 0 } };
    const { onTime, latency } = figures({ state: "no-go", more });
    expect({ onTime, latency }).toEqual({ onTime: { count: 1, of: 1 }, latency: { median: 0, of: 1 } });
  });

  test.each<[string, string | undefined, readonly object[]]>([
    ["the rule of the decision", "no-go", [{ rule: "primary-target-not-met", count: 1 }]],
    ["no rule where a person stopped it against the recommendation", "keep-going", []],
  ])("stopped by %s", (_, recommended, expected) => {
    const stopped = row("/0", { state: "no-go", decided: 0 });
    if (!("summary" in stopped)) throw new Error("a row has a summary");
    const decision = { ...stopped.summary.decision!, recommended, rule: "primary-target-not-met" as const };
    expect(figures({ state: "no-go", more: { decision } }).endedBy).toEqual(expected);
  });

  test("zombies are past their day, dead or not; in progress is neither draft, decided nor dead", () => {
    const found = figures(
      { state: "decision-due", overdue: 1 },
      { state: "decision-due", overdue: 0 },
      { state: "dead", overdue: 40 },
      { state: "extended" },
      { state: "draft" },
      { state: "go", decided: 1 },
    );
    expect(found).toMatchObject({ zombies: 2, inProgress: 3, wipCap: 2 });
  });

  test("money without a memo is of those that should have one by now", () => {
    const { withoutMemo } = figures(
      { state: "running", memo: false, spent: "5 EUR" },
      { state: "go", decided: 1, memo: false, spent: "7 EUR" },
      { state: "dead", overdue: 40, memo: false, spent: "100 USD" },
      { state: "no-go", decided: 1, spent: "11 EUR" },
    );
    expect([withoutMemo.count, withoutMemo.spent.map(moneyText)]).toEqual([2, ["99.00 EUR"]]);
  });

  test("the split of the money adds up to all of it", () => {
    const { byOutcome, spent } = figures(
      { state: "go", decided: 1, spent: "30 EUR" },
      { state: "dead", overdue: 40, spent: "50 EUR" },
      { state: "draft", spent: "20 EUR" },
    );
    expect(spent.map(moneyText)).toEqual(["100.00 EUR"]);
    expect(byOutcome.map(({ outcome, share }) => [outcome, share])).toEqual([
      ["go", 0.3],
      ["dead", 0.5],
      ["undecided", 0.2],
    ]);
  });

  test("causes are those of the dead and the stopped", () => {
    const causes = (...all: RowSummary["causes"]) => ({ more: { causes: all } });
    const found = figures(
      { state: "dead", overdue: 40, ...causes("no-owner", "cost-surprise") },
      { state: "no-go", decided: 1, ...causes("cost-surprise") },
      { state: "running", ...causes("wrong-stack") },
    );
    expect(found.causes).toEqual([
      { cause: "cost-surprise", count: 2 },
      { cause: "no-owner", count: 1 },
    ]);
  });
});

describe("amounts in several currencies", () => {
  const amounts = ["10 EUR", "100 USD", "5 EUR", "1000 JPY"].map(money);
  test.each([
    ["are not added without a rate", NO_RATES, ["15.00 EUR", "1000 JPY", "100.00 USD"]],
    ["are converted by one", RATED, ["107.00 EUR", "1000 JPY"]],
    ["need a currency to convert into", { exchange: RATED.exchange }, ["15.00 EUR", "1000 JPY", "100.00 USD"]],
  ])("%s", (_, portfolio, expected) => {
    expect(moneyTotals(amounts, portfolio).map(moneyText)).toEqual(expected);
  });

  test("and without a rate are compared within their currency only", () => {
    const rows = ["20 USD", "10 EUR", "30 EUR", "300 USD"].map((spent) => row(`/${spent}`, { state: "go", spent }));
    const paths = (portfolio: Portfolio) => sortedRows(rows, ["spend"], portfolio).map(({ path }) => path.slice(1));
    expect(paths(NO_RATES)).toEqual(["30 EUR", "10 EUR", "300 USD", "20 USD"]);
    expect(paths(RATED)).toEqual(["300 USD", "30 EUR", "20 USD", "10 EUR"]);
  });
});

describe("what is asked for", () => {
  const zoe = { name: "Zoë Núñez", email: "zn@example.com" };
  const rows: readonly PortfolioRow[] = [
    row("/due", { state: "decision-due", overdue: 3, more: { owner: zoe } }),
    row("/run", { state: "running", more: { team: "Schäden Digital" } }),
    row("/go", { state: "go", decided: 1, more: { owner: { name: "Ana" } } }),
    { path: "/closed", fault: "permission denied" },
  ];
  test.each([
    [{ states: ["open"] }, ["/due", "/run"]],
    [{ states: ["overdue", "decided"] }, ["/due", "/go"]],
    [{ states: ["unreadable"] }, ["/closed"]],
    [{ owners: ["nunez"] }, ["/due"]],
    [{ owners: ["ZN@", "ana"] }, ["/due", "/go"]],
    [{ owners: ["nobody"] }, []],
    [{ teams: ["schaden"] }, ["/run"]],
    [{ teams: ["search", "DIGITAL"] }, ["/run"]],
    [{ teams: ["digital"], owners: ["ana"] }, []],
  ] as const)("%j", (asked, expected) => {
    const filter = { states: [], owners: [], teams: [], ...asked };
    expect(rows.filter((one) => isAskedFor(one, filter)).map(({ path }) => path)).toEqual(expected);
  });

  test("comes by what is waiting, and what cannot be opened last", () => {
    expect(sortedRows(rows, [], NO_RATES).map(({ path }) => path)).toEqual(["/due", "/run", "/go", "/closed"]);
    expect(sortedRows(rows, ["title"], NO_RATES).map(({ path }) => path)).toEqual(["/due", "/go", "/run", "/closed"]);
  });
});

test("PoCs with amounts that have no rate are counted, beside amounts of that currency that a portfolio converts", () => {
  const stray = (currency: readonly string[]) => ({
    spend: { total: money("5 USD"), cap: undefined, share: undefined, loaded: undefined, unconverted: currency },
  });
  const rows = [
    row("a", { state: "running", more: stray(["USD"]) }),
    row("b", { state: "running", more: stray(["CHF", "USD"]) }),
    row("c", { state: "running", spent: "100 USD" }),
  ];
  const { unconverted, unconvertedPocs, spent } = portfolioFigures(rows, RATED);
  expect([unconverted, unconvertedPocs, spent.map(moneyText)]).toEqual([["CHF", "USD"], 2, ["101.20 EUR"]]);
});
