import { parseCondition } from "../../../src/domain/scalars/condition.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { parseBaseline } from "../../../src/domain/records/eval.ts";
import { parseInstant, UTC } from "../../../src/domain/scalars/instant.ts";
import { parseQuantity } from "../../../src/domain/scalars/quantity.ts";
import type { Definitions, Records } from "../../../src/domain/records/records.ts";
import { CAUSES_OF_DEATH, type CauseOfDeath } from "../../../src/domain/records/risk.ts";
import { standingOf, type Standing } from "../../../src/domain/standing/standing.ts";
import { parseTarget } from "../../../src/domain/scalars/target.ts";
import { termsOf } from "../../../src/domain/records/terms.ts";
import type { Estimate, Grade } from "../../../src/domain/records/value.ts";
import { ANA, MARTA, date, hours, money, must, number, person } from "../../support/records.ts";
import { NO_COSTS } from "../../../src/domain/records/costs.ts";
import { NO_FACTS } from "../../../src/domain/records/facts.ts";

/** A PoC of ten working days that ends in a decision, built by hand from domain values. */

const jonas = person("Jonas Weber <jonas@example.com>");

function figure<T>(likely: T, grade: Grade, source?: string): Estimate<T> {
  return { low: likely, likely, high: likely, grade, ...(source === undefined ? {} : { source }) };
}

export const sampleDefinitions: Definitions = {
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
    motivations: ["executive-pressure"],
    owner: ANA,
    sponsor: MARTA,
    timebox: { start: date("2026-11-23"), workingDays: 10, timezone: "UTC", weekend: [6, 7], holidays: [] },
    spendCap: money("2000 EUR"),
    hoursCap: number("160"),
    mvpBudget: money("120000 EUR"),
    productionStack: ["python 3.12", "kubernetes", "azure-openai"],
    pocStack: ["python 3.12", "kubernetes", "azure-openai"],
    confidence: 0.95,
    showHoursBy: "team",
    triage: { advice: "poc", because: [] },
  },
  assumptions: [
    { id: "retrieval-helps", statement: "Better passages make better answers", testedBy: ["wrong-rate"] },
    { id: "corpus-is-clean", statement: "The corpus holds one current version of each policy", testedBy: [] },
    { id: "users-will-wait", testedBy: ["latency"] },
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
      metric: "Time to answer",
      measure: "percentile",
      percentile: 95,
      better: "lower",
      primary: false,
      target: must(parseTarget("value <= 2 s")),
    },
    {
      id: "cost",
      metric: "Cost of an answer",
      measure: "mean",
      better: "lower",
      primary: false,
      baseline: { kind: "fixed", quantity: must(parseQuantity("0.09 EUR")), source: "the invoice of May" },
      target: must(parseTarget("reduction >= 20%")),
    },
  ],
  killCriteria: [
    {
      id: "no-better-than-search",
      statement: "Retrieval is no better than the search box we have",
      when: must(parseCondition("wrong-rate > 18%")),
      by: date("2026-12-02"),
    },
    {
      id: "no-residency",
      statement: "The vendor cannot keep data in the EU",
      ask: "Has the vendor refused EU residency?",
      by: date("2026-11-27"),
    },
  ],
  costs: {
    currency: "EUR",
    exchange: [{ currency: "USD", rate: number("0.92"), date: date("2026-11-20"), source: "ECB" }],
    hourlyRates: new Map([["default", money("95 EUR")]]),
    models: [],
    planned: [
      { category: "tokens", amount: money("600 EUR") },
      { category: "infrastructure", amount: money("400 EUR") },
    ],
  },
  value: {
    users: figure(number("120"), "measured", "head count of March"),
    tasksPerDay: figure(number("6"), "estimated", "ten interviews"),
    minutesSaved: { low: number("2"), likely: number("4"), high: number("7"), grade: "asserted" },
    hourlyRate: figure(money("60 EUR"), "measured"),
    workdaysPerYear: figure(number("220"), "estimated"),
    platformCost: figure(money("24000 EUR"), "estimated"),
    modelCost: figure(money("9000 EUR"), "estimated"),
    supportCost: figure(money("30000 EUR"), "asserted"),
    buildCost: figure(money("120000 EUR"), "estimated"),
    changeCost: figure(money("15000 EUR"), "asserted"),
    paybackThreshold: number("12"),
  },
  risks: (Object.keys(CAUSES_OF_DEATH) as CauseOfDeath[]).map((cause) => ({
    id: cause,
    cause,
    question: CAUSES_OF_DEATH[cause].question,
    level: "low" as const,
    owner: ANA,
    mitigation: "Watched by the team",
  })),
};

type Facts = Partial<Omit<Entry, "id" | "file" | "at" | "date" | "by">>;

/** An entry at `moment`, such as `2026-11-25T16:20`. */
export function entry(id: string, moment: string, facts: Facts, by = ANA): Entry {
  return {
    id,
    file: `log/${moment.replace("T", "-").replace(":", "")}-${id}.yaml`,
    at: must(parseInstant(`${moment}:00+00:00`)),
    date: date(moment.slice(0, 10)),
    by,
    ...NO_FACTS,
    ...facts,
  };
}

export const sampleLog: readonly Entry[] = [
  entry("aaaaaa1", "2026-11-23T09:00", { start: { terms: termsOf(sampleDefinitions) } }),
  entry("aaaaaa2", "2026-11-23T17:30", {
    note: "Corpus indexed, baseline counted again.",
    time: [hours("6")],
    spend: [{ amount: money("35.00 EUR"), category: "infrastructure", basis: "estimated", note: "two weeks of it" }],
  }),
  entry(
    "aaaaaa3",
    "2026-11-24T17:30",
    {
      note: "First run without the reranker.",
      time: [hours("7.5")],
      spend: [
        { amount: money("31.20 USD"), category: "tokens", note: "eval run" },
        { amount: money("40.00 EUR"), category: "infrastructure", replaces: ["aaaaaa2"] },
      ],
    },
    jonas,
  ),
  entry(
    "aaaaaa4",
    "2026-11-24T18:00",
    {
      results: [
        {
          eval: "wrong-rate",
          count: { x: 28, n: 200 },
          arm: "plain",
          model: "gpt-4.1-2025-04-14",
          evidence: "runs/3.json",
        },
      ],
    },
    jonas,
  ),
  entry("aaaaaa5", "2026-11-25T16:20", {
    note: "Reranker on, k=8. Clear gain on multi-hop questions.",
    results: [
      {
        eval: "wrong-rate",
        count: { x: 14, n: 200 },
        arm: "reranker-k8",
        model: "gpt-4.1-2025-04-14",
        evidence: "https://example.com/runs/17",
      },
    ],
    time: [hours("5")],
    spend: [
      {
        amount: money("12.40 EUR"),
        category: "tokens",
        basis: "metered",
        tokens: { model: "gpt-4.1", input: 1_200_000, cached: 0, output: 1_250_000 },
      },
    ],
  }),
  entry("aaaaaa6", "2026-11-26T10:00", {
    time: [{ hours: number("0.5"), people: 4, what: "Review with security", meeting: true }],
    risks: [{ id: "risk-ignored", level: "high", note: "Traces hold customer names" }],
  }),
  entry("aaaaaa7", "2026-11-26T15:00", {
    answers: new Map([["no-residency", "no"]]),
    note: "Residency confirmed by contract.",
  }),
  entry("aaaaaa8", "2026-11-27T12:00", { spend: [{ amount: money("900.00 EUR"), category: "licences" }] }),
  entry("aaaaaa9", "2026-11-27T12:20", { undo: { entry: "aaaaaa8", reason: "typed a zero too many" } }),
  entry("aaaaab1", "2026-11-27T12:25", {
    spend: [{ amount: money("90.00 EUR"), category: "licences" }],
    time: [hours("4")],
  }),
  entry("aaaaab2", "2026-11-30T09:30", {
    amend: {
      changes: [{ term: "evals.latency.target", from: "value <= 2 s", to: "value <= 2.5 s", resultsSeen: 0 }],
      reason: "The network of the pilot site is slower",
      approver: MARTA,
    },
  }),
  entry(
    "aaaaab3",
    "2026-12-01T15:00",
    {
      results: [
        { eval: "latency", count: { x: 296, n: 300 }, arm: "" },
        { eval: "cost", value: must(parseQuantity("0.05 EUR")), n: 120, sd: number("0.02"), arm: "" },
      ],
      time: [hours("6")],
    },
    jonas,
  ),
  entry("aaaaab4", "2026-12-02T16:00", {
    note: "Fresh run on the arm that was picked.",
    results: [
      { eval: "wrong-rate", count: { x: 13, n: 200 }, arm: "reranker-k8", evidence: "https://example.com/runs/31" },
    ],
    time: [hours("6")],
    spend: [{ amount: money("18.75 EUR"), category: "tokens" }],
  }),
  entry("aaaaab5", "2026-12-03T11:00", {
    assumptions: new Map([["corpus-is-clean", "holds"]]),
    risks: [{ id: "risk-ignored", level: "medium", note: "Traces are scrubbed now" }],
  }),
  entry(
    "aaaaab6",
    "2026-12-03T14:00",
    {
      attest: [
        { item: "exit.committed", evidence: "https://example.com/minutes/12", note: "budget signed" },
        { item: "exit.value-signal", evidence: "https://example.com/value/3" },
      ],
      time: [hours("3")],
    },
    MARTA,
  ),
  entry(
    "aaaaab7",
    "2026-12-04T15:00",
    {
      decision: {
        outcome: "conditional",
        by: MARTA,
        why: "The evidence is there.\nThe traces must be clean first.",
        conditions: [
          { what: "Scrub the traces", owner: jonas, by: date("2026-12-11") },
          { what: "Name an on-call team" },
        ],
        recommended: "go",
        rule: "everything-met",
      },
    },
    MARTA,
  ),
];

/** The definitions as the amendment left them in the files. */
export const amendedDefinitions: Definitions = {
  ...sampleDefinitions,
  evals: sampleDefinitions.evals.map((item) =>
    item.id === "latency" ? { ...item, target: must(parseTarget("value <= 2.5 s")) } : item,
  ),
};

export const sampleRecords: Records = {
  definitions: amendedDefinitions,
  log: sampleLog,
  placeholders: [],
  unreadable: [],
  zone: UTC,
  memos: ["decision.md"],
};

export const emptyRecords: Records = {
  definitions: {
    assumptions: [],
    evals: [],
    killCriteria: [],
    costs: NO_COSTS,
    value: {},
    risks: [],
  },
  log: [],
  placeholders: [],
  unreadable: [],
  zone: UTC,
  memos: [],
};

const standings = new WeakMap<Records, Map<string, Standing>>();

/** The standing at the end of a day. Made once: its simulation takes longer than all the documents made from it. */
export function standingAt(records: Records, day: string): Standing {
  const known = standings.get(records) ?? new Map<string, Standing>();
  standings.set(records, known);
  const standing =
    known.get(day) ?? standingOf(records, { epochMs: Date.parse(`${day}T23:59:59.999Z`), date: date(day), now: false });
  known.set(day, standing);
  return standing;
}

/** The sample, decided the other way. */
export const decidedNoGo: Records = {
  ...sampleRecords,
  log: sampleLog.map((item) =>
    item.decision === undefined ? item : { ...item, decision: { ...item.decision, outcome: "no-go", conditions: [] } },
  ),
};
