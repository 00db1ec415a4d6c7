import { parseCondition } from "../../src/domain/scalars/condition.ts";
import { parseCount } from "../../src/domain/scalars/count.ts";
import type { Entry, SpendLine, TimeLine } from "../../src/domain/records/entry.ts";
import type { Result } from "../../src/domain/records/evals/result.ts";
import { parseBaseline } from "../../src/domain/records/eval.ts";
import { parseInstant } from "../../src/domain/scalars/instant.ts";
import { parseQuantity } from "../../src/domain/scalars/quantity.ts";
import type { Definitions, Records } from "../../src/domain/records/records.ts";
import { standingOf, type Standing } from "../../src/domain/standing/standing.ts";
import { parseTarget } from "../../src/domain/scalars/target.ts";
import { SATURDAY_SUNDAY } from "../../src/domain/records/timebox.ts";
import { NO_COSTS } from "../../src/domain/records/costs.ts";
import { termsOf } from "../../src/domain/records/terms.ts";
import { CAUSES_OF_DEATH, type CauseOfDeath, type Risk } from "../../src/domain/records/risk.ts";
import { ANA, MARTA, ZONE, date, hours, money, must, number, person } from "../support/records.ts";
import { NO_FACTS } from "../../src/domain/records/facts.ts";

const TOM = person("Tom Okafor <tom@example.com>");

/** The definitions of a PoC on retrieval, complete. */
export const RETRIEVAL: Definitions = {
  charter: {
    title: "Retrieval for the policy assistant",
    question: "Does retrieval cut wrong answers on the policy corpus?",
    unknowns: [
      {
        question: "Does retrieval lower the wrong-answer rate on safety-critical intents?",
        answeredBy: ["wrong-rate"],
      },
    ],
    kind: "feasibility",
    motivations: ["business-problem"],
    owner: ANA,
    sponsor: MARTA,
    timebox: {
      start: date("2026-11-23"),
      workingDays: 10,
      timezone: "Europe/Berlin",
      weekend: SATURDAY_SUNDAY,
      holidays: [],
    },
    spendCap: money("2000 EUR"),
    mvpBudget: money("120000 EUR"),
    productionStack: ["python 3.12", "kubernetes"],
    pocStack: ["python 3.12", "kubernetes"],
    confidence: 0.95,
    showHoursBy: "team",
  },
  assumptions: [
    { id: "corpus-is-clean", statement: "The corpus is clean", testedBy: [] },
    { id: "retrieval-helps", statement: "Retrieval helps", testedBy: ["wrong-rate"] },
    { id: "users-will-wait", statement: "Users wait two seconds", testedBy: ["latency"] },
  ],
  evals: [
    {
      id: "wrong-rate",
      metric: "Wrong answers on safety-critical intents",
      measure: "proportion",
      better: "lower",
      primary: true,
      baseline: must(parseBaseline("41/200")),
      target: must(parseTarget("reduction >= 40%")),
      minN: 175,
    },
    {
      id: "latency",
      metric: "Answers within two seconds",
      measure: "percentile",
      percentile: 95,
      better: "lower",
      primary: false,
      target: must(parseTarget("value <= 2 s")),
    },
    {
      id: "cost-per-answer",
      metric: "Model cost of an answer",
      measure: "mean",
      better: "lower",
      primary: false,
      baseline: must(parseBaseline("0.09 EUR")),
      target: must(parseTarget("value <= 0.05 EUR")),
      minN: 30,
    },
  ],
  killCriteria: [
    {
      id: "no-better-than-search",
      statement: "No better than search",
      when: must(parseCondition("wrong-rate > 18%")),
      by: date("2026-12-02"),
    },
    {
      id: "no-residency",
      statement: "No EU residency",
      ask: "Has the vendor refused EU residency?",
      by: date("2026-11-27"),
    },
    { id: "out-of-money", when: must(parseCondition("spend.total > 1900 EUR")), by: date("2026-12-04") },
  ],
  costs: {
    ...NO_COSTS,
    exchange: [{ currency: "USD", rate: number("0.92"), date: date("2026-11-20"), source: "ECB" }],
    hourlyRates: new Map([["default", money("85 EUR")]]),
    planned: [
      { category: "tokens", amount: money("1200 EUR") },
      { category: "infrastructure", amount: money("400 EUR") },
    ],
  },
  value: {},
  risks: (Object.keys(CAUSES_OF_DEATH) as CauseOfDeath[]).map((cause, k): Risk => ({
    id: cause,
    cause,
    level: k === 0 ? "low" : k === 1 ? "closed" : k === 2 ? "medium" : "unknown",
  })),
};

type Facts = Partial<Omit<Entry, "id" | "file" | "at" | "date" | "by">>;

/** An entry at `16:20` of a day, or at the time given. */
export function entry(id: string, at: string, facts: Facts, by = ANA): Entry {
  const instant = must(parseInstant(at.includes("T") ? `${at}:00+01:00` : `${at}T16:20:00+01:00`));
  const day = date(at.slice(0, 10));
  return {
    id,
    file: `log/${at.slice(0, 10)}-1620-entry-${id}.yaml`,
    at: instant,
    date: day,
    by,
    ...NO_FACTS,
    ...facts,
  };
}

export const count = (id: string, text: string, arm = ""): Result => ({ eval: id, count: must(parseCount(text)), arm });
export const mean = (id: string, value: string, n: number, sd: string): Result => ({
  eval: id,
  value: must(parseQuantity(value)),
  n,
  sd: number(sd),
  arm: "",
});
export const spend = (text: string, category: SpendLine["category"] = "tokens"): SpendLine => ({
  amount: money(text),
  category,
});
export const meeting = (text: string, people: number, what: string): TimeLine => ({
  hours: number(text),
  people,
  meeting: true,
  what,
});

export const START = entry("s7art00", "2026-11-23T09:05", { start: { terms: termsOf(RETRIEVAL) } });

/** Six days of work: a look at the primary eval, a criterion cleared, money in two currencies. */
export const SIX_DAYS: readonly Entry[] = [
  START,
  entry("a1b2c3d", "2026-11-23", {
    note: "Sandbox up, corpus loaded.",
    spend: [{ ...spend("225.00 EUR", "infrastructure"), basis: "estimated" }],
    time: [hours("6"), hours("4.5")],
  }),
  entry(
    "b2c3d4e",
    "2026-11-24",
    {
      note: "Baseline run again: the same.",
      spend: [spend("180.50 USD"), { ...spend("240.00 EUR", "infrastructure"), replaces: ["a1b2c3d"] }],
      time: [hours("7")],
      assumptions: new Map([["corpus-is-clean", "holds"]]),
    },
    TOM,
  ),
  entry("c3d4e5f", "2026-11-25", {
    note: "Reranker on, k=8. Clear gain on multi-hop questions.",
    results: [count("wrong-rate", "12/120", "reranker-k8")],
    spend: [
      {
        ...spend("412.40 EUR"),
        basis: "metered",
        tokens: { model: "gpt-4.1", input: 96_000_000, cached: 12_500_000, output: 24_100_000 },
      },
    ],
    time: [hours("6.5"), meeting("0.5", 4, "Review with security")],
    risks: [{ id: "pii-in-traces", level: "high", note: "Traces hold customer names" }],
  }),
  entry("d4e5f6a", "2026-11-26", { note: "Typo: 1240 for 12.40", spend: [spend("1240.00 EUR")] }, TOM),
  entry("e5f6a7b", "2026-11-26T17:05", { undo: { entry: "d4e5f6a", reason: "amount mistyped" } }, TOM),
  entry("f6a7b8c", "2026-11-27", {
    note: "Vendor confirmed Frankfurt.\nContract addendum in the drive.",
    answers: new Map([["no-residency", "no"]]),
    time: [hours("3")],
  }),
  entry(
    "a7b8c9d",
    "2026-11-30",
    {
      note: "First cost figures",
      results: [mean("cost-per-answer", "0.041 EUR", 60, "0.012")],
      spend: [spend("566.61 EUR")],
      time: [hours("8")],
    },
    TOM,
  ),
];

export function records(definitions: Definitions, log: readonly Entry[], more: Partial<Records> = {}): Records {
  return { definitions, log, placeholders: [], unreadable: [], zone: ZONE, memos: [], ...more };
}

/** The standing at the end of a day, asked for on that day. */
export function standing(of: Records, day: string, now = true): Standing {
  return standingOf(of, { epochMs: must(parseInstant(`${day}T23:00:00+01:00`)).epochMs, date: date(day), now });
}
