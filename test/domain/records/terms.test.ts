import { describe, expect, test } from "vitest";
import { pathText } from "../../../src/diagnostics/place.ts";
import { NO_COSTS } from "../../../src/domain/records/costs.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { termNames } from "../../../src/domain/records/term-names.ts";
import {
  agreedDefinitions,
  amendedTerms,
  driftBetween,
  termPlace,
  termSubject,
  termsOf,
} from "../../../src/domain/records/terms.ts";
import {
  ANA,
  CHARTER,
  MARTA,
  SOUND,
  date,
  evalOf,
  killOf,
  lacking,
  money,
  number,
  withCharter,
} from "../../support/records.ts";

/** Every kind of term there is. */
const FULL: Definitions = {
  ...withCharter({
    hoursCap: number("120"),
    confidence: 0.99,
    timebox: { ...CHARTER.timebox!, weekend: [5, 6], holidays: [date("2026-11-26"), date("2026-12-01")] },
  }),
  evals: [
    evalOf({ metric: "Wrong answers", baseline: "60/200", target: "reduction >= 40%", minN: 200, extendedN: 400 }),
    evalOf({ id: "solved", measure: "pass@k", k: 5, better: "higher", primary: false, target: "value >= 60%" }),
    evalOf({ id: "latency", measure: "percentile", percentile: 99.9, primary: false, target: "value <= 2 s" }),
    evalOf({
      id: "clicks",
      measure: "mean",
      better: "higher",
      primary: false,
      baseline: "3.5",
      target: "difference > 0.5",
      guard: "hard",
      why: "Half the cost: it pays",
      range: { least: number("1"), most: number("5") },
    }),
    evalOf({
      id: "cost",
      measure: "mean",
      primary: false,
      baseline: "0.09 EUR sd 0.02 n 50",
      itemsSource: "Tickets of March",
      judge: { who: "Two agents: A, B", model: "gpt-4.1", blinded: false },
      maxErrors: number("5"),
      tunedOnTheseItems: false,
      arms: [
        { name: "today", baseline: true },
        { name: "cached", baseline: false },
      ],
      dataset: { file: "a.jsonl", sha256: "f".repeat(64) },
    }),
  ],
  killCriteria: [
    killOf({ when: "wrong-rate > 28%", by: "2026-12-02", statement: "No better: than search" }),
    killOf({ id: "asked", ask: "Is it?", by: "2026-12-01" }),
  ],
  value: { ...SOUND.value, impactThreshold: money("100000 EUR"), paybackThreshold: number("12.5") },
};

describe("terms as text", () => {
  test("what is frozen, by name", () => {
    expect(Object.fromEntries(termsOf(FULL))).toEqual({
      "timebox.start": "2026-11-23",
      "timebox.working_days": "10",
      "timebox.timezone": "Europe/Berlin",
      "timebox.weekend": "friday, saturday",
      "timebox.holidays": "2026-11-26, 2026-12-01",
      unknowns: "Does retrieval lower the wrong-answer rate? [wrong-rate]",
      question: "Does retrieval cut wrong answers?",
      owner: "Ana Ruiz <ana@example.com>",
      sponsor: "Marta Weiss <marta@example.com>",
      spend_cap: "2000.00 EUR",
      hours_cap: "120 h",
      confidence: "99%",
      "evals.wrong-rate.metric": "Wrong answers",
      "evals.wrong-rate.measure": "proportion",
      "evals.wrong-rate.better": "lower",
      "evals.wrong-rate.primary": "true",
      "evals.wrong-rate.baseline": "60/200",
      "evals.wrong-rate.target": "reduction >= 40%",
      "evals.wrong-rate.min_n": "200",
      "evals.wrong-rate.extended_n": "400",
      "evals.solved.measure": "pass@k",
      "evals.solved.better": "higher",
      "evals.solved.primary": "false",
      "evals.solved.k": "5",
      "evals.solved.target": "value >= 60%",
      "evals.latency.measure": "percentile",
      "evals.latency.better": "lower",
      "evals.latency.primary": "false",
      "evals.latency.percentile": "99.9",
      "evals.latency.target": "value <= 2 s",
      "evals.clicks.measure": "mean",
      "evals.clicks.better": "higher",
      "evals.clicks.primary": "false",
      "evals.clicks.guard": "hard",
      "evals.clicks.baseline": "3.5",
      "evals.clicks.range": "1 to 5",
      "evals.clicks.target": "difference > 0.5",
      "evals.clicks.why": "Half the cost: it pays",
      "evals.cost.measure": "mean",
      "evals.cost.better": "lower",
      "evals.cost.primary": "false",
      "evals.cost.baseline": "0.09 EUR sd 0.02 n 50",
      "evals.cost.dataset": "f".repeat(64),
      "evals.cost.items_source": "Tickets of March",
      "evals.cost.max_errors": "5%",
      "evals.cost.judge": "Two agents: A, B (model gpt-4.1, not blinded)",
      "evals.cost.tuned_on_these_items": "no",
      "evals.cost.arms": "today (baseline), cached",
      "kill-criteria.no-better.statement": "No better: than search",
      "kill-criteria.no-better.when": "wrong-rate > 28%",
      "kill-criteria.no-better.by": "2026-12-02",
      "kill-criteria.asked.ask": "Is it?",
      "kill-criteria.asked.by": "2026-12-01",
      "value.thresholds.payback": "12.5 months",
      "value.thresholds.impact": "100000.00 EUR",
      "costs.exchange.USD": "0.92",
      "costs.hourly_rates": "as listed",
      "costs.hourly_rates.default": "85.00 EUR",
    });
  });

  test("how a question is broken into lines is no change of it", () => {
    const broken = withCharter({ question: "Does retrieval\n  cut wrong answers?" });
    expect(driftBetween(termsOf(SOUND), termsOf(broken))).toEqual([]);
    expect(agreedDefinitions(broken, termsOf(SOUND)).charter?.question).toBe(broken.charter?.question);
  });

  test("a start of before a term was frozen holds whatever the file says", () => {
    const old = new Map([...termsOf(SOUND)].filter(([term]) => !["question", "owner", "sponsor"].includes(term)));
    const edited = withCharter({ question: "Another?", owner: MARTA, sponsor: ANA });
    expect(driftBetween(old, termsOf(edited))).toEqual([]);
    const { question, owner, sponsor } = agreedDefinitions(edited, old).charter ?? {};
    expect({ question, owner, sponsor }).toEqual({ question: "Another?", owner: MARTA, sponsor: ANA });
  });

  test("a question, an owner and a sponsor are those that were agreed", () => {
    const edited = withCharter({ question: "Any answers at all?", owner: MARTA, sponsor: ANA });
    expect(driftBetween(termsOf(SOUND), termsOf(edited)).map(({ term }) => term)).toEqual([
      "question",
      "owner",
      "sponsor",
    ]);
    expect(agreedDefinitions(edited, termsOf(SOUND)).charter).toMatchObject({
      question: CHARTER.question,
      owner: ANA,
      sponsor: MARTA,
    });
  });

  test("no term is missing from the example", () => {
    const own = [...termsOf(FULL).keys()].filter((name) => !name.startsWith("costs."));
    const names = own.map((name) => name.replace(/^(evals|kill-criteria)\.[^.]+/, "$1.ID"));
    expect([...new Set(names)].sort()).toEqual([...termNames()].sort());
  });

  test("a data set that was exchanged is judged by the hash that was agreed", () => {
    const cost = FULL.evals.at(-1)!;
    const agreed = (dataset: { file: string; sha256?: string } | undefined) => {
      const { dataset: _, ...rest } = cost;
      return agreedDefinitions(
        { ...FULL, evals: [dataset === undefined ? rest : { ...rest, dataset }] },
        termsOf(FULL),
      ).evals.find(({ id }) => id === "cost")?.dataset;
    };
    expect(agreed({ file: "b.jsonl", sha256: "0".repeat(64) })).toEqual({ file: "b.jsonl", sha256: "f".repeat(64) });
    expect(agreed({ file: "b.jsonl" })).toEqual({ file: "b.jsonl", sha256: "f".repeat(64) });
    expect(agreed(undefined)).toEqual({ file: "", sha256: "f".repeat(64) });
  });

  test("without a hash the path is what was agreed; a start of before froze hashes alone", () => {
    const withData = (file: string): Definitions => ({ ...SOUND, evals: [{ ...SOUND.evals[0]!, dataset: { file } }] });
    const frozen = termsOf(withData("a.jsonl"));
    expect(frozen.get("evals.wrong-rate.dataset")).toBe("a.jsonl");
    expect(driftBetween(frozen, termsOf(withData("b.jsonl"))).map(({ term }) => term)).toEqual([
      "evals.wrong-rate.dataset",
    ]);
    expect(agreedDefinitions(withData("b.jsonl"), frozen).evals[0]?.dataset).toEqual({ file: "a.jsonl" });
    const old = new Map([...frozen].filter(([term]) => term !== "question" && !term.endsWith(".dataset")));
    expect(driftBetween(old, termsOf(withData("b.jsonl")))).toEqual([]);
    expect(driftBetween(termsOf(SOUND), termsOf(withData("b.jsonl")))).toHaveLength(1);
  });

  test("frozen and read back they are the same definitions", () => {
    expect(agreedDefinitions(FULL, termsOf(FULL))).toEqual(FULL);
    expect(agreedDefinitions(SOUND, termsOf(SOUND))).toEqual(SOUND);
  });

  test("nobody is off at weekends: that is a term too, and not the usual weekend", () => {
    const always = withCharter({ timebox: { ...CHARTER.timebox!, weekend: [] } });
    expect(termsOf(always).get("timebox.weekend")).toBe("none");
    expect(agreedDefinitions(always, termsOf(always))).toEqual(always);
  });

  test("what is not there is no term", () => {
    const terms = termsOf({
      ...SOUND,
      charter: undefined as never,
      evals: [],
      killCriteria: [],
      value: {},
      costs: NO_COSTS,
    });
    expect([...terms]).toEqual([]);
    expect(termsOf(lacking("spendCap")).has("spend_cap")).toBe(false);
  });

  test.each([
    ["spend_cap", "poc.yaml", "spend_cap"],
    ["timebox.working_days", "poc.yaml", "timebox.working_days"],
    ["evals.wrong-rate.min_n", "evals.yaml", "wrong-rate.min_n"],
    ["kill-criteria.asked.by", "kill-criteria.yaml", "asked.by"],
    ["value.thresholds.payback", "value.yaml", "thresholds.payback"],
    ["evals.wrong-rate.dataset", "evals.yaml", "wrong-rate.dataset.sha256"],
    ["evals.wrong-rate.unheard_of", "evals.yaml", "wrong-rate.unheard_of"],
    ["unheard_of", "poc.yaml", "unheard_of"],
  ])("%s stands in %s at %s", (term, file, path) => {
    const place = termPlace(term);
    expect([place.file, pathText(place.path)]).toEqual([file, path]);
  });

  test.each([
    ["evals.wrong-rate.target", { family: "evals", id: "wrong-rate" }],
    ["kill-criteria.asked.by", { family: "kill-criteria", id: "asked" }],
    ["spend_cap", undefined],
    ["timebox.start", undefined],
  ])("%s belongs to %o", (term, subject) => {
    expect(termSubject(term)).toEqual(subject);
  });
});

describe("amendments and drift", () => {
  const amendment = (term: string, to: string | undefined) => ({
    changes: [{ term, resultsSeen: 0, ...(to === undefined ? {} : { to }) }],
    reason: "agreed",
    approver: MARTA,
  });
  const start = new Map([
    ["a", "1"],
    ["b", "2"],
  ]);

  test("the oldest first, the last word counts", () => {
    expect([
      ...amendedTerms(start, [
        amendment("a", "3"),
        amendment("c", "4"),
        amendment("a", "5"),
        amendment("b", undefined),
      ]),
    ]).toEqual([
      ["a", "5"],
      ["c", "4"],
    ]);
  });

  test("changed, removed, added", () => {
    const current = new Map([
      ["a", "9"],
      ["c", "4"],
    ]);
    expect(driftBetween(start, current).map(({ term, frozen, current: now }) => [term, frozen, now])).toEqual([
      ["a", "1", "9"],
      ["b", "2", undefined],
      ["c", undefined, "4"],
    ]);
    expect(driftBetween(start, start)).toEqual([]);
  });
});

describe("verdicts go by what was agreed", () => {
  test("an edit in the files moves nothing", () => {
    const eased: Definitions = {
      ...FULL,
      evals: [],
      killCriteria: [],
      value: {},
      charter: {
        ...FULL.charter!,
        spendCap: money("9000 EUR"),
        confidence: 0.9,
        timebox: { ...CHARTER.timebox!, workingDays: 60 },
      },
    };
    const agreed = agreedDefinitions(eased, termsOf(FULL));
    const { source: _, ...bare } = { source: undefined, ...FULL.evals[0]! };
    expect(agreed.evals[0]).toEqual(bare);
    expect(agreed.killCriteria).toEqual(FULL.killCriteria);
    expect(agreed.charter).toEqual(FULL.charter);
    expect(agreed.value).toEqual({
      paybackThreshold: FULL.value.paybackThreshold,
      impactThreshold: FULL.value.impactThreshold,
    });
  });

  test("what is no term stands as it is written", () => {
    const sourced: Definitions = {
      ...SOUND,
      evals: [
        {
          ...evalOf({ baseline: "20%", target: "value <= 12%", expected: "8%" }),
          baseline: { kind: "fixed", quantity: evalOf({ target: "value <= 20%" }).target!.quantity, source: "Audit" },
          dataset: { file: "a.jsonl" },
        },
      ],
    };
    expect(agreedDefinitions(sourced, termsOf(sourced)).evals).toEqual(sourced.evals);
  });

  test("terms made by hand that cannot be read are as good as absent", () => {
    const terms = new Map([
      ["spend_cap", "a lot"],
      ["timebox.start", "soon"],
      ["timebox.working_days", "ten"],
      ["confidence", "200%"],
      ["evals.odd.target", "very good"],
      ["kill-criteria.odd.by", "later"],
    ]);
    const agreed = agreedDefinitions(SOUND, terms);
    expect(agreed.charter).toMatchObject({ timebox: CHARTER.timebox, confidence: 0.95 });
    expect(agreed.charter?.spendCap).toBeUndefined();
    expect(agreed.evals).toEqual([{ id: "odd", measure: "proportion", better: "lower", primary: false }]);
    expect(agreed.killCriteria).toEqual([{ id: "odd" }]);
  });
});
