import { expect, test } from "vitest";
import { FACT_NAMES, type Facts } from "../../src/domain/records/facts.ts";
import type { Actual } from "../../src/domain/records/forecast/forecast.ts";
import { entryFacts, factSentence, factText, type EntryReader } from "../../src/wording/entry-facts.ts";
import { ANA, date, entry, hours, MARTA, meeting, money, number, quantity, result } from "../support/records.ts";

const groups = (count: number) => Array.from({ length: count }, () => ({ sum: number("2"), n: 20 }));

/** Each kind of fact: beside the word for its kind, and as the memo says it. */
const WORDS: readonly (readonly [facts: Facts, beside: string, sentence?: string])[] = [
  [{ results: [result("wrong-rate", "45/400", { clusters: groups(20) })] }, "wrong-rate 45/400 in 20 groups"],
  [
    { results: [result("latency", "591/600", { within: quantity("2 s"), sample: quantity("1.84 s"), arm: "k8" })] },
    "latency 591/600 within 2 s (percentile 1.84 s) on k8",
  ],
  [
    { results: [result("cost", "0.05 EUR", { n: 1200, sd: number("0.02"), model: "m-1", evidence: "runs/3.json" })] },
    "cost 0.05 EUR (n 1,200, sd 0.02)",
    "cost 0.05 EUR (n 1,200, sd 0.02), model m-1, evidence runs/3.json",
  ],
  [
    { results: [result("wrong-rate", { both: 12, baseline: 29, candidate: 10, neither: 149 })] },
    "wrong-rate both 12, only baseline 29, only candidate 10, neither 149",
  ],
  [
    { tasks: [{ count: { x: 71, n: 100 }, arm: "k8", latency: quantity("1.8 s"), note: "tickets of Monday" }] },
    "71 of 100 tasks done right on k8, 1.8 s each: tickets of Monday",
  ],
  [
    {
      spend: [
        { amount: money("14 USD"), category: "tokens", rate: number("0.92"), basis: "estimated", note: "one run" },
      ],
    },
    "14.00 USD tokens at 0.92, estimated: one run",
  ],
  [{ spend: [{ amount: money("9 EUR"), category: "data", replaces: ["abc"] }] }, "9.00 EUR data, to replace abc"],
  [
    { source: { format: "promptfoo", key: "eval-1 wrong-rate", sha256: "0f".repeat(32), file: "out.json" } },
    "out.json, promptfoo",
    "imported from out.json, promptfoo",
  ],
  [
    {
      labels: [
        {
          eval: "right-rate",
          arm: "k8",
          judged: { x: 281, n: 300 },
          said: { both: 27, judge: 3, person: 5, neither: 14 },
          file: "labels.csv",
          sha256: "0f".repeat(32),
          of: "0f".repeat(32),
          unlabelled: 2,
        },
      ],
    },
    "right-rate: 49 cases, 41 as the judge said on k8, 2 left open",
    "labels of right-rate: 49 cases, 41 as the judge said on k8, 2 left open, labels.csv",
  ],
  [{ time: [{ ...hours("2"), what: "harness" }] }, "2 h: harness"],
  [{ time: [meeting("0.5", 4)] }, "0.5 h × 4 people", "meeting, 0.5 h × 4 people"],
  [{ focus: { share: number("60"), what: "on call" } }, "60%: on call", "focus 60%: on call"],
  [{ answers: new Map([["no-residency", "no"]]) }, "no-residency: no", "kill criterion no-residency: no"],
  [{ assumptions: new Map([["clean", "holds"]]) }, "clean holds", "assumption clean holds"],
  [{ assumptions: new Map([["clean", "open"]]) }, "clean is open", "assumption clean is open"],
  [
    { risks: [{ id: "pii", level: "high", note: "In traces", evidence: "https://example.com/1" }] },
    "pii is high: In traces (https://example.com/1)",
    "risk pii is high: In traces (https://example.com/1)",
  ],
  [{ risks: [{ id: "pii", level: "unknown" }] }, "pii is not assessed", "risk pii is not assessed"],
  [
    { attest: [{ item: "exit.committed", evidence: "https://example.com/2", note: "signed" }] },
    "exit.committed: signed, https://example.com/2",
    "attested exit.committed: signed, https://example.com/2",
  ],
  [
    { runs: [{ item: "release.tests", command: "npm test", exit: 0, seconds: number("41.2") }] },
    "release.tests: npm test, exit 0",
    "ran release.tests: npm test, exit 0",
  ],
  [{ start: { terms: new Map([["spend_cap", "1.00 EUR"]]) } }, "1 term frozen, the clock starts"],
  [{ undo: { entry: "abc", reason: "twice" } }, "withdraws abc: twice"],
  [
    {
      decision: {
        outcome: "go",
        by: MARTA,
        why: "It works",
        conditions: [],
        recommended: "no-go",
        rule: "r",
        override: "The pilot customer insists",
      },
    },
    "go, by Marta Weiss: It works, against the recommendation: The pilot customer insists",
    "decided go, by Marta Weiss: It works, against the recommendation: The pilot customer insists",
  ],
  [
    { waivers: [{ item: "gate.risks", reason: "ill", approver: MARTA, until: date("2026-12-31") }] },
    "gate.risks until Thu 31 Dec 2026, by Marta Weiss: ill",
    "waived gate.risks until Thu 31 Dec 2026, by Marta Weiss: ill",
  ],
  [
    {
      followup: {
        decision: "k7f3q2m",
        due: date("2027-03-04"),
        actuals: new Map<string, Actual>([
          ["wrong-rate", quantity("12%")],
          ["payback", "never"],
        ]),
        source: "https://example.com/q1",
      },
    },
    "for Thu 4 Mar 2027: wrong-rate 12% and payback never",
    "follow-up for Thu 4 Mar 2027: wrong-rate 12% and payback never, https://example.com/q1",
  ],
  [
    { followup: { decision: "k7f3q2m", due: date("2027-03-04"), actuals: new Map(), notInUse: "The team moved" } },
    "for Thu 4 Mar 2027: no longer in use: The team moved",
    "follow-up for Thu 4 Mar 2027: no longer in use: The team moved",
  ],
  [
    { gate: { gate: "g", number: 1, title: "Feasibility", approver: MARTA, conditions: [] } },
    "1 passed: Feasibility, approved by Marta Weiss",
    "gate 1 passed: Feasibility, approved by Marta Weiss",
  ],
];

const texts = (facts: Facts, reader?: EntryReader) => entryFacts(entry("2026-11-25", facts), reader).map(factText);

test.each(WORDS.map(([facts, beside, sentence = beside]) => ({ facts, beside, sentence })))("$sentence", (words) => {
  const { facts, beside, sentence } = words;
  expect(texts(facts)).toEqual([beside]);
  expect(entryFacts(entry("2026-11-25", facts)).map(factSentence)).toEqual([sentence]);
});

test("every kind of fact but the note and what the files stated is among them, and amendments below", () => {
  const named = new Set(WORDS.flatMap(([facts]) => Object.keys(facts)));
  expect(FACT_NAMES.filter((name) => !named.has(name))).toEqual(["note", "stated", "amend", "clear"]);
});

test("an amendment: each change, and who approved it", () => {
  const changes = [
    { term: "spend_cap", from: "1.00 EUR", to: "2.00 EUR", resultsSeen: 2 },
    { term: "hours_cap", to: "120 h", resultsSeen: 0 },
    { term: "evals.a.target", from: "value <= 2 s", resultsSeen: 0 },
  ];
  expect(texts({ amend: { changes, reason: "The site is slower", approver: ANA } })).toEqual([
    "spend cap changed from 1.00 EUR to 2.00 EUR, after 2 results",
    "hours cap set to 120 h",
    "target of a removed (before: value ≤ 2 s)",
    "approved by Ana Ruiz: The site is slower",
  ]);
});

test("hours of a person are the team's own where the charter does not show them", () => {
  expect(texts({ time: [hours("2"), meeting("1", 3)] }, { hours: "team" })).toEqual(["time logged", "1 h × 3 people"]);
});
