import { describe, expect, it } from "vitest";
import { readWith, told, toldOf } from "./reading.ts";

const CASES: readonly (readonly [what: string, file: string, content: string, told: readonly string[]])[] = [
  ["a missing title", "poc.yaml", "version: 1\n", ["1:1 missing-field"]],
  ["a missing version", "poc.yaml", "title: A\n", ["1:1 missing-field"]],
  ["another version", "poc.yaml", "version: 2\ntitle: A\n", ["1:10 version-unsupported"]],
  ["a mistyped key", "poc.yaml", "version: 1\ntitle: A\nspend_kap: 1 EUR\n", ["3:1 unknown-key"]],
  [
    "a word that is none of the kinds",
    "poc.yaml",
    "version: 1\ntitle: A\nkind: feasability\n",
    ["3:7 value-not-allowed"],
  ],
  ["a number for an amount", "poc.yaml", "version: 1\ntitle: A\nspend_cap: 2000\n", ["3:12 invalid-amount"]],
  [
    "a comma that may be either, at the number",
    "poc.yaml",
    "version: 1\ntitle: A\nspend_cap: 2,000 EUR\n",
    ["3:12 invalid-amount"],
  ],
  [
    "an unknown currency, at the code",
    "poc.yaml",
    "version: 1\ntitle: A\nspend_cap: 12.40 EUX\n",
    ["3:18 unknown-currency"],
  ],
  ["the same in quotes", "poc.yaml", 'version: 1\ntitle: A\nspend_cap: "12.40 EUX"\n', ["3:19 unknown-currency"]],
  [
    "the same with an escape, as a whole",
    "poc.yaml",
    'version: 1\ntitle: A\nspend_cap: "12.40\\x20EUX"\n',
    ["3:12 unknown-currency"],
  ],
  ["a negative cap", "poc.yaml", "version: 1\ntitle: A\nspend_cap: -1 EUR\n", ["3:12 invalid-value"]],
  [
    "a day that does not exist",
    "poc.yaml",
    "version: 1\ntitle: A\ntimebox:\n  start: 2026-02-30\n",
    ["4:10 invalid-date"],
  ],
  ["too many working days", "poc.yaml", "version: 1\ntitle: A\ntimebox: {working_days: 201}\n", ["3:25 invalid-value"]],
  [
    "an unknown zone",
    "poc.yaml",
    "version: 1\ntitle: A\ntimebox: {timezone: Europe/Berln}\n",
    ["3:21 unknown-timezone"],
  ],
  [
    "a week of seven days off",
    "poc.yaml",
    "version: 1\ntitle: A\ntimebox:\n  weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]\n",
    ["4:12 invalid-value"],
  ],
  [
    "an abbreviated day",
    "poc.yaml",
    "version: 1\ntitle: A\ntimebox: {weekend: [saturday, sun]}\n",
    ["3:31 value-not-allowed"],
  ],
  ["a person without a name", "poc.yaml", "version: 1\ntitle: A\nowner: <ana@example.com>\n", ["3:8 invalid-person"]],
  ["a list for a map", "poc.yaml", "- version: 1\n", ["1:1 wrong-type"]],
  ["a number for text", "poc.yaml", "version: 1\ntitle: 42\n", ["2:8 wrong-type"]],
  ["a text for a list", "poc.yaml", "version: 1\ntitle: A\nunknowns: does it work\n", ["3:11 wrong-type"]],
  [
    "an unknown that nothing is called like",
    "poc.yaml",
    "version: 1\ntitle: A\nunknowns: [{question: Does it?, answered_by: [wrong-rte]}]\n",
    ["3:47 unknown-reference"],
  ],
  ["a bad hours cap", "poc.yaml", "version: 1\ntitle: A\nhours_cap: 3 weeks\n", ["3:12 invalid-number"]],
  ["hours of nothing", "poc.yaml", "version: 1\ntitle: A\nhours_cap: 0 h\n", ["3:12 invalid-value"]],
  [
    "a confidence that nobody offers",
    "poc.yaml",
    "version: 1\ntitle: A\nconfidence: 80%\n",
    ["3:13 value-not-allowed"],
  ],

  ["a map for a list", "evals.yaml", "id: wrong-rate\n", ["1:1 wrong-type"]],
  ["an eval without an id", "evals.yaml", "- better: lower\n", ["1:3 missing-field"]],
  ["an eval without a direction", "evals.yaml", "- id: wrong-rate\n", ["1:7 missing-field"]],
  ["an id in capitals", "evals.yaml", "- id: Wrong Rate\n  better: lower\n", ["1:7 invalid-id"]],
  ["an id twice", "evals.yaml", "- id: a\n  better: lower\n- id: a\n  better: lower\n", ["3:7 duplicate-id"]],
  ["a number that is not plain", "evals.yaml", "- id: a\n  better: lower\n  min_n: 0x1F\n", ["3:10 invalid-number"]],
  ["an exponent", "evals.yaml", "- id: a\n  better: lower\n  min_n: 1e3\n", ["3:10 invalid-number"]],
  [
    "more digits than are exact",
    "evals.yaml",
    "- id: a\n  better: lower\n  min_n: 9007199254740993\n",
    ["3:10 invalid-number"],
  ],
  ["a fraction for a whole number", "evals.yaml", "- id: a\n  better: lower\n  min_n: 1.5\n", ["3:10 invalid-value"]],
  ["yes for true", "evals.yaml", "- id: a\n  better: lower\n  primary: yes\n", ["3:12 wrong-type"]],
  [
    "a target that cannot be read",
    "evals.yaml",
    "- id: a\n  better: lower\n  target: at most 12%\n",
    ["3:11 invalid-target"],
  ],
  [
    "a target the wrong way round",
    "evals.yaml",
    "- id: a\n  better: lower\n  target: value >= 12%\n",
    ["3:11 target-contradicts"],
  ],
  [
    "a gain where lower is better",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: 20%\n  target: gain >= 12%\n",
    ["4:11 target-contradicts"],
  ],
  [
    "a reduction where higher is better",
    "evals.yaml",
    "- id: a\n  better: higher\n  baseline: 20%\n  target: reduction >= 12%\n",
    ["4:11 target-contradicts"],
  ],
  [
    "a reduction of nothing",
    "evals.yaml",
    "- id: a\n  better: lower\n  target: reduction >= 12%\n",
    ["3:11 baseline-missing"],
  ],
  [
    "an expectation without a baseline",
    "evals.yaml",
    "- id: a\n  better: lower\n  expected: difference 12pp\n",
    ["3:13 baseline-missing"],
  ],
  [
    "a proportion in seconds",
    "evals.yaml",
    "- id: a\n  better: lower\n  target: value <= 12 s\n",
    ["3:11 target-unit-mismatch"],
  ],
  [
    "a difference of percentages in percent",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: 20%\n  target: difference >= 5%\n",
    ["4:11 target-unit-mismatch"],
  ],
  [
    "units that do not compare",
    "evals.yaml",
    "- id: a\n  better: lower\n  measure: mean\n  baseline: 3 EUR\n  target: value <= 12 s\n",
    ["5:11 target-unit-mismatch"],
  ],
  [
    "more than all",
    "evals.yaml",
    "- id: a\n  better: higher\n  target: value >= 120%\n",
    ["3:11 percentage-out-of-range"],
  ],
  [
    "a reduction by more than all",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: 20%\n  target: reduction >= 140%\n",
    ["4:11 percentage-out-of-range"],
  ],
  [
    "a count for a mean",
    "evals.yaml",
    "- id: a\n  better: lower\n  measure: mean\n  baseline: 3/4\n",
    ["4:13 baseline-contradicts"],
  ],
  [
    "a baseline without a unit",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: 0.2\n",
    ["3:13 baseline-contradicts"],
  ],
  [
    "a baseline above all",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: 120%\n",
    ["3:13 percentage-out-of-range"],
  ],
  [
    "a baseline that is no figure",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: a fifth\n",
    ["3:13 invalid-baseline"],
  ],
  ["more than there were", "evals.yaml", "- id: a\n  better: lower\n  baseline: 41/40\n", ["3:13 count-exceeds-total"]],
  [
    "a baseline in two ways",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: {count: 1/2, value: 50%}\n",
    ["3:13 fields-conflict"],
  ],
  [
    "a baseline in no way",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: {source: Audit}\n",
    ["3:13 missing-field"],
  ],
  [
    "a figure that cannot be read",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: {value: about 5}\n",
    ["3:21 invalid-quantity"],
  ],
  [
    "a mean with its spread",
    "evals.yaml",
    "- id: a\n  better: lower\n  measure: mean\n  baseline: 3 EUR sd 0.5 n 40\n",
    [],
  ],
  [
    "the same in the long form",
    "evals.yaml",
    "- id: a\n  better: lower\n  measure: mean\n  baseline: {value: 3 EUR, sd: 0.5, n: 40}\n",
    [],
  ],
  [
    "a spread of a proportion",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: 20% sd 3 n 40\n",
    ["3:13 baseline-contradicts"],
  ],
  [
    "a spread of one value",
    "evals.yaml",
    "- id: a\n  better: lower\n  measure: mean\n  baseline: 3 EUR sd 0.5 n 1\n",
    ["4:13 invalid-baseline"],
  ],
  [
    "a negative spread",
    "evals.yaml",
    "- id: a\n  better: lower\n  measure: mean\n  baseline: 3 EUR sd -0.5 n 40\n",
    ["4:13 invalid-baseline"],
  ],
  [
    "half a spread",
    "evals.yaml",
    "- id: a\n  better: lower\n  measure: mean\n  baseline: {value: 3 EUR, sd: 0.5}\n",
    ["4:13 missing-field"],
  ],
  [
    "a spread of a count",
    "evals.yaml",
    "- id: a\n  better: lower\n  baseline: {count: 1/2, sd: 0.5, n: 2}\n",
    ["3:13 fields-conflict"],
  ],
  [
    "where the cases come from, and who judges them",
    "evals.yaml",
    "- id: a\n  better: lower\n  items_source: Tickets of March\n  judge: Two agents\n  tuned_on_these_items: no\n",
    [],
  ],
  [
    "neither yes nor no",
    "evals.yaml",
    "- id: a\n  better: lower\n  tuned_on_these_items: partly\n",
    ["3:25 value-not-allowed"],
  ],
  [
    "a truth value for yes or no",
    "evals.yaml",
    "- id: a\n  better: lower\n  tuned_on_these_items: true\n",
    ["3:25 wrong-type"],
  ],
  [
    "a percentile of a proportion",
    "evals.yaml",
    "- id: a\n  better: lower\n  percentile: 95\n",
    ["3:15 fields-conflict"],
  ],
  [
    "a percentile of all",
    "evals.yaml",
    "- id: a\n  better: lower\n  measure: percentile\n  percentile: 100\n",
    ["4:15 invalid-value"],
  ],
  [
    "a hash that is none",
    "evals.yaml",
    "- id: a\n  better: lower\n  dataset: {file: d, sha256: abc}\n",
    ["3:30 invalid-value"],
  ],

  [
    "a condition that cannot be read",
    "kill-criteria.yaml",
    "- id: k\n  when: too many wrong answers\n",
    ["2:9 invalid-condition"],
  ],
  [
    "a condition on nothing, at the metric",
    "kill-criteria.yaml",
    "- id: k\n  when: wrong-rat > 18%\n",
    ["2:9 unknown-reference"],
  ],
  [
    "two who decide",
    "kill-criteria.yaml",
    "- id: k\n  when: wrong-rate > 18%\n  ask: Is it?\n",
    ["3:3 fields-conflict"],
  ],
  ["nobody who decides", "kill-criteria.yaml", "- id: k\n  statement: A\n", ["1:7 missing-field"]],

  [
    "an assumption tested by nothing",
    "assumptions.yaml",
    "- id: a\n  tested_by: wrong-rat\n",
    ["2:14 unknown-reference"],
  ],
  [
    "the same in a list",
    "assumptions.yaml",
    "- id: a\n  tested_by: [wrong-rate, wrong-rat]\n",
    ["2:27 unknown-reference"],
  ],

  [
    "an unknown currency as a key",
    "costs.yaml",
    "currency: EUR\nexchange:\n  EUX: {rate: 0.9}\n",
    ["3:3 unknown-currency"],
  ],
  ["a rate of nothing", "costs.yaml", "exchange:\n  USD: {rate: 0}\n", ["2:15 invalid-value"]],
  ["a currency without a rate", "costs.yaml", "exchange:\n  USD: {source: ECB}\n", ["2:3 missing-field"]],
  ["a price that is a number", "costs.yaml", "hourly_rates:\n  default: 95\n", ["2:12 invalid-amount"]],
  [
    "a price of more digits than the currency has",
    "costs.yaml",
    "models:\n  m: {input: 0.0195 USD, cached_input: 0.5 JPY, output: 0 USD}\n",
    [],
  ],
  ["a price below zero", "costs.yaml", "models:\n  m: {input: -1 USD}\n", ["2:14 invalid-value"]],
  ["a price without a currency", "costs.yaml", "models:\n  m: {output: 8.00}\n", ["2:15 invalid-amount"]],
  ["a price in a currency that is none", "costs.yaml", "models:\n  m: {output: 8.00 USX}\n", ["2:20 unknown-currency"]],
  ["a price of something else", "costs.yaml", "models:\n  m: {reasoning: 8.00 USD}\n", ["2:7 unknown-key"]],
  ["a cost line without an amount", "costs.yaml", "planned:\n  - category: tokens\n", ["2:5 missing-field"]],

  ["negative users", "value.yaml", "users: -3\n", ["1:8 invalid-value"]],
  [
    "a year of 400 working days",
    "value.yaml",
    "workdays_per_year: {value: 400, grade: estimated}\n",
    ["1:28 invalid-value"],
  ],
  [
    "a range out of order",
    "value.yaml",
    "users: {low: 3, likely: 2, high: 5, grade: estimated}\n",
    ["1:8 range-out-of-order"],
  ],
  [
    "a range in two currencies",
    "value.yaml",
    "hourly_rate: {low: 3 EUR, likely: 4 EUR, high: 5 USD, grade: estimated}\n",
    ["1:14 invalid-value"],
  ],
  ["a figure and a range", "value.yaml", "users: {value: 3, low: 2, grade: estimated}\n", ["1:8 fields-conflict"]],
  ["half a range", "value.yaml", "users: {low: 2, grade: estimated}\n", ["1:8 missing-field"]],
  ["a payback that is no number of months", "value.yaml", "thresholds: {payback: soon}\n", ["1:23 invalid-number"]],

  ["a cause that is none of the seven", "risks.yaml", "- id: a\n  cause: no-owners\n", ["2:10 value-not-allowed"]],
  ["a level that is none", "risks.yaml", "- id: a\n  level: huge\n", ["2:10 value-not-allowed"]],
];

describe("definitions", () => {
  it("are read without a word as they should be", () => {
    expect(told(readWith({}))).toEqual([]);
  });

  it.each(CASES)("%s is told where it stands: %s", (_what, file, content, expected) => {
    expect(toldOf(file, content).filter((line) => !/^(?:log|kill|assumptions).*unknown-reference/.test(line))).toEqual(
      expected,
    );
  });

  it("tells all problems of all files at once", () => {
    const reading = readWith({
      "poc.yaml": "version: 1\ntitel: A\ntitle: A\nowner: <>\nspend_cap: 1\n",
      "evals.yaml": "- id: a\n  better: up\n  min_n: 0x1F\n- id: b\n  beter: lower\n",
      "costs.yaml": "currency: EUX\nplanned: [{category: food, amount: 1}]\n",
    });
    expect(told(reading)).toEqual([
      "costs.yaml:1:11 unknown-currency",
      "costs.yaml:2:22 value-not-allowed",
      "costs.yaml:2:36 invalid-amount",
      "evals.yaml:2:11 value-not-allowed",
      "evals.yaml:3:10 invalid-number",
      "evals.yaml:4:7 missing-field",
      "evals.yaml:5:3 unknown-key",
      "poc.yaml:2:1 unknown-key",
      "poc.yaml:4:8 invalid-person",
      "poc.yaml:5:12 invalid-amount",
    ]);
  });

  it.each([
    ["what a range lacks", "users: {low: 100, high: 200}\n", /range without likely/, /add likely/],
    [
      "the order of a range",
      "users: {low: 100, likely: 50, high: 200}\n",
      /^found low 100, likely 50, high 200, expected/,
      /low 50, likely 100, high 200/,
    ],
    [
      "the currencies of a range",
      "hourly_rate: {low: 3 EUR, likely: 4 EUR, high: 5 USD}\n",
      /^found low 3.00 EUR/,
      /same currency/,
    ],
    ["an entry that is not there", "users: {value: 3, entries: [zzzzzzz]}\n", /"zzzzzzz"/, /poc show/],
    ["a number that is not plain", "users: 1e3\n", /1e3/, /plain digits/],
  ])("names %s, and the edit that mends it", (_, content, message, hint) => {
    const { diagnostics } = readWith({ "value.yaml": content });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.message).toMatch(message);
    expect(diagnostics[0]!.hint).toMatch(hint);
  });

  it("suggests what was probably meant", () => {
    const { diagnostics } = readWith({
      "poc.yaml": "version: 1\ntitle: A\nspend_kap: 1 EUR\n",
      "kill-criteria.yaml": "- id: k\n  when: wrong-rat > 18%\n",
    });
    expect(diagnostics.map(({ hint }) => hint)).toEqual(["did you mean spend_cap?", "did you mean wrong-rate?"]);
  });
});

describe("what can be read stays usable", () => {
  it("drops one item of a list, not the list", () => {
    const { records } = readWith({ "evals.yaml": "- id: a\n  better: up\n- id: b\n  better: lower\n" });
    expect(records.definitions.evals.map(({ id }) => id)).toEqual(["b"]);
    expect(records.unreadable).toEqual([{ file: "evals.yaml", path: [0], part: "value" }]);
  });

  it("drops one field of a map, not the map", () => {
    const { records } = readWith({
      "poc.yaml": "version: 1\ntitle: A\nquestion: [1]\nmvp: {budget: 1, production_stack: [node]}\nspend_cap: 5 EUR\n",
    });
    expect(records.definitions.charter).toMatchObject({
      title: "A",
      productionStack: ["node"],
      spendCap: { minor: 500n },
    });
    expect(records.definitions.charter).not.toHaveProperty("question");
    expect(records.unreadable.map(({ path }) => path)).toEqual([["question"], ["mvp", "budget"]]);
  });

  it("keeps a charter without a title or a version", () => {
    const { records } = readWith({ "poc.yaml": "spend_cap: 5 EUR\n" });
    expect(records.definitions.charter?.spendCap).toEqual({ minor: 500n, currency: "EUR" });
    expect(records.unreadable.map(({ path }) => path)).toEqual([["version"], ["title"]]);
  });

  it("drops only the rate that cannot be read", () => {
    const { records } = readWith({
      "costs.yaml": "hourly_rates: {default: 95 EUR, junior: cheap}\nexchange: {USD: {rate: 0.9}, CHF: {}}\n",
    });
    expect([...records.definitions.costs.hourlyRates.keys()]).toEqual(["default"]);
    expect(records.definitions.costs.exchange.map(({ currency }) => currency)).toEqual(["USD"]);
  });

  it("says nothing of what only follows: an eval that cannot be read exists all the same", () => {
    const reading = readWith({
      "evals.yaml": "- id: wrong-rate\n  better: up\n",
      "assumptions.yaml": "- id: a\n  tested_by: wrong-rate\n",
    });
    expect(told(reading)).toEqual(["evals.yaml:2:11 value-not-allowed"]);
  });

  it("judges no references to a file that cannot be read", () => {
    const reading = readWith({ "evals.yaml": "- [", "assumptions.yaml": "- id: a\n  tested_by: anything\n" });
    expect(told(reading)).toEqual(["evals.yaml:1:4 invalid-yaml"]);
  });

  it("takes an absent file for empty, but for those a PoC cannot do without", () => {
    const reading = readWith({ "evals.yaml": undefined, "kill-criteria.yaml": undefined });
    expect(told(reading)).toEqual(["evals.yaml:1:1 file-missing", "kill-criteria.yaml:1:1 file-missing"]);
    expect(reading.records.definitions).toMatchObject({ evals: [], risks: [], assumptions: [] });
  });

  it("uses UTC where the zone is unknown, and says that it could not be read", () => {
    const { records } = readWith({
      "poc.yaml": "version: 1\ntitle: A\ntimebox: {start: 2026-11-23, working_days: 10, timezone: Mars/Base}\n",
    });
    expect(records.zone.name).toBe("UTC");
    expect(records.unreadable.map(({ path }) => path)).toEqual([["timebox", "timezone"]]);
  });
});

describe("defaults", () => {
  it("fill a small charter", () => {
    const { records } = readWith({ "poc.yaml": "version: 1\ntitle: A\n" });
    expect(records.definitions.charter).toEqual({
      title: "A",
      unknowns: [],
      motivations: [],
      productionStack: [],
      pocStack: [],
      confidence: 0.95,
      showHoursBy: "team",
    });
  });

  it("fill a small eval and a small risk", () => {
    const { records } = readWith({ "risks.yaml": "- id: a\n" });
    expect(records.definitions.evals).toEqual([
      { id: "wrong-rate", measure: "proportion", better: "lower", primary: false },
      { id: "latency", measure: "percentile", better: "lower", primary: false, percentile: 95 },
    ]);
    expect(records.definitions.risks).toEqual([{ id: "a", level: "unknown" }]);
  });

  it("take a single motivation, a named holiday, a bare figure", () => {
    const { records } = readWith({
      "poc.yaml":
        "version: 1\ntitle: A\nmotivation: visibility\ntimebox:\n  start: 2026-11-23\n  working_days: 10\n  timezone: Europe/Berlin\n  holidays: [2026-12-01, {date: 2026-12-08, name: Feast}]\n",
      "value.yaml": "users: 120\nthresholds: {payback: 12 months}\n",
    });
    expect(records.definitions.charter).toMatchObject({
      motivations: ["visibility"],
      timebox: { holidays: ["2026-12-01", "2026-12-08"], weekend: [6, 7] },
    });
    expect(records.definitions.value).toMatchObject({
      users: { grade: "asserted", likely: { digits: 120n } },
      paybackThreshold: { digits: 12n },
    });
  });

  it("leave a charter without a length, a start or a zone without a timebox", () => {
    for (const timebox of [
      "{start: 2026-11-23, working_days: 10}",
      "{start: 2026-11-23, timezone: Europe/Berlin}",
      "{working_days: 10, timezone: Europe/Berlin}",
    ]) {
      const { records } = readWith({ "poc.yaml": `version: 1\ntitle: A\ntimebox: ${timebox}\n` });
      expect(records.definitions.charter).not.toHaveProperty("timebox");
    }
  });
});
