import { describe, expect, test } from "vitest";
import { namesBeforeEquals, strayFacts } from "../../../src/app/log/facts/stray-facts.ts";
import { evalOf, SOUND } from "../../support/records.ts";

const KNOWN = {
  definitions: {
    ...SOUND,
    evals: [evalOf({ id: "wrong-rate" }), evalOf({ id: "cost", measure: "mean" })],
    assumptions: [{ id: "corpus-is-clean", statement: "It is clean" }],
    killCriteria: [
      { id: "no-residency", statement: "No", ask: "Refused?" },
      { id: "too-bad", statement: "No", when: { metric: "wrong-rate" } },
    ],
    costs: { ...SOUND.costs, models: [{ model: "gpt-4.1" }] },
  },
  risks: ["pii-in-traces"],
  items: ["mvp.guardrails", "exit.committed"],
  flagged: new Set<string>(),
} as unknown as Parameters<typeof strayFacts>[1];

const told = (text: string) =>
  strayFacts(text, KNOWN).map(
    ({ typed, facts, unsure }) =>
      `${typed}: ${facts.map(({ flag, value }) => `--${flag} ${value}`).join(" or ")}${unsure === undefined ? "" : ` (${unsure})`}`,
  );

describe("issue 10, item 21: a fact in the words whose flag was forgotten", () => {
  test.each([
    ["wrong-rate=12/100", ["wrong-rate=12/100: --eval wrong-rate=12/100"]],
    ["wrong-rat=12/100", ["wrong-rat=12/100: --eval wrong-rate=12/100"]],
    ["Wrong_Rate=12%", ["Wrong_Rate=12%: --eval wrong-rate=12%"]],
    ["wrong-rate = 22/200", ["wrong-rate = 22/200: --eval wrong-rate=22/200"]],
    ["Better (wrong-rate=22/200), at last", ["wrong-rate=22/200: --eval wrong-rate=22/200"]],
    ["wrong-rate=22/200.", ["wrong-rate=22/200: --eval wrong-rate=22/200"]],
    ["wrong-rate=bad", ["wrong-rate=bad: --eval wrong-rate=bad"]],
    ["cost=0.04 EUR sd 0.02 n 50 today", ["cost=0.04 EUR sd 0.02 n 50: --eval cost=0.04 EUR sd 0.02 n 50"]],
    ["wrong-rate: 22/200", ["wrong-rate: 22/200: --eval wrong-rate=22/200"]],
    ["wrong-rate 22/200", ["wrong-rate 22/200: --eval wrong-rate=22/200"]],
    ["no-residency=no", ["no-residency=no: --answer no-residency=no"]],
    ["no-residncy=no", ["no-residncy=no: --answer no-residency=no"]],
    ["too-bad=20%", ["too-bad=20%: --eval wrong-rate=20%"]],
    ["corpus-is-clean=holds", ["corpus-is-clean=holds: --assume corpus-is-clean=holds"]],
    ["pii-in-traces=high: names", ["pii-in-traces=high: --risk pii-in-traces=high"]],
    ["mvp.guardrails=https://x.y/z", ["mvp.guardrails=https://x.y/z: --attest mvp.guardrails=https://x.y/z"]],
    ["gpt-4.1=1.2M/310k", ["gpt-4.1=1.2M/310k: --tokens gpt-4.1=1.2M/310k"]],
    ["spend=12.40", ["spend=12.40: --spend 12.40"]],
    [
      "wrong-rate=1/9 and no-residency=no",
      ["wrong-rate=1/9: --eval wrong-rate=1/9", "no-residency=no: --answer no-residency=no"],
    ],
    ["12.40 EUR", ["12.40 EUR: --spend 12.40 EUR"]],
    ["14 usd:tokens", ["14 usd:tokens: --spend 14 USD:tokens"]],
    ["€12", ["€12: --spend 12 EUR"]],
    ["2h", ["2h: --hours 2h"]],
    ["1:30", ["1:30: --hours 1:30"]],
    ["15x4", ["15x4: --meeting 15x4"]],
    ["15x4 meeting", ["15x4 meeting: --meeting 15x4: meeting"]],
    ["12 euro", ["12 euro: --spend 12 EUR"]],
    ["2h on the harness", ["2h on the harness: --hours 2h: harness"]],
    ["22/200", ["22/200: --eval wrong-rate=22/200 or --eval cost=22/200"]],
    ["2h debugging", ["2h debugging: --hours 2h: debugging"]],
    ["2h with security", ["2h with security: --hours 2h: with security"]],
    ["14:30 call with vendor", ["14:30 call with vendor: --hours 14:30: call with vendor (asked)"]],
    ["measured wrong-rate 30/400 today", ["wrong-rate 30/400: --eval wrong-rate=30/400 (readable)"]],
    ["after the fix wrong-rate: 12%, at last", ["wrong-rate: 12%: --eval wrong-rate=12% (readable)"]],
    [
      "wrong-rate 1/9, cost 2 EUR",
      ["wrong-rate 1/9: --eval wrong-rate=1/9 (readable)", "cost 2 EUR: --eval cost=2 EUR (readable)"],
    ],
    ["wrong-rate=1/9 2h", ["wrong-rate=1/9: --eval wrong-rate=1/9", "2h: --hours 2h"]],
    ["spent 40 EUR on tokens", ["40 EUR: --spend 40 EUR"]],
    ["Spent about 40€ on tokens.", ["40€: --spend 40 EUR"]],
    ["We paid the vendor €12.50 today", ["€12.50: --spend 12.50 EUR"]],
    ["we were billed 1,200 EUR", ["1,200 EUR: --spend 1200 EUR or --spend 1.20 EUR"]],
    ["40 EUR on tokens", ["40 EUR: --spend 40 EUR"]],
    ["40 EUR for tokens", ["40 EUR: --spend 40 EUR"]],
    ["tokens were charged at 1.2k usd", ["1.2k usd: --spend 1200 USD"]],
    ["worked 3h on the harness", ["3h: --hours 3h"]],
    ["Spent 90 minutes with security", ["90 minutes: --hours 90 minutes"]],
    ["spent 40 EUR and worked 2 hours", ["40 EUR: --spend 40 EUR", "2 hours: --hours 2 hours"]],
    ["3 h on tokenizer", ["3 h on tokenizer: --hours 3 h: tokenizer"]],
    ["2h prompts", ["2h prompts: --hours 2h: prompts"]],
    ["1.5 hours prompts.", ["1.5 hours prompts: --hours 1.5 hours: prompts"]],
    ["90m of review", ["90m of review: --hours 90m: review"]],
    ["1:30 prompts", ["1:30 prompts: --hours 1:30: prompts"]],
    ["prompts, 1.5 h", ["1.5 h: --hours 1.5 h"]],
    ["prompts: 2h", ["2h: --hours 2h"]],
    ["prompts - 2h", ["2h: --hours 2h"]],
    ["prompts (2h)", ["2h: --hours 2h"]],
    ["2h prompts, 3h review", ["2h prompts: --hours 2h: prompts", "3h review: --hours 3h: review"]],
    ["prompts 2h and 12 EUR", ["12 EUR: --spend 12 EUR"]],
    ["prompts, 2h, 12 EUR", ["2h: --hours 2h", "12 EUR: --spend 12 EUR"]],
    ["12.40 EUR tokens", ["12.40 EUR: --spend 12.40 EUR"]],
    ["tokens, 12 euros", ["12 euros: --spend 12 EUR"]],
    ["tokens: €12.50", ["€12.50: --spend 12.50 EUR"]],
    ["tokens (1,200 EUR)", ["1,200 EUR: --spend 1200 EUR or --spend 1.20 EUR"]],
    ["2h timeout in the queue", ["2h timeout in the queue: --hours 2h: timeout in the queue (asked)"]],
    ["2h later it crashed", ["2h later it crashed: --hours 2h: later it crashed (asked)"]],
    ["The nightly job is slow (3 h)", ["3 h: --hours 3 h (asked)"]],
    ["The vendor quoted us, 40 EUR", ["40 EUR: --spend 40 EUR (asked)"]],
    ["12", ["12: --spend 12 or --hours 12 or --eval wrong-rate=12 or --eval cost=12"]],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each([
    "Reranker on, k=8",
    "Dense retrieval, k=8, all 300 questions",
    "Both of 12 try again with 2,000 more",
    "Top 10 of 300",
    "chunks=500 overlap=20",
    "temperature=0.2",
    "wrong-rate<=12% is agreed",
    "a==b",
    "see https://example.com/?wrong-rate=3&cost=4",
    "wrong-rate is better",
    "cost of one answer: high",
    "12 EUR for lunch",
    "billed at 0.04 EUR per answer",
    "paid 12 EUR a month",
    "we would be billed 4000 EUR",
    "we have not spent 40 EUR yet",
    "we would have been billed 4000 EUR",
    "the run took 3 h",
    "5 EUR a task",
    "12 EUR for lunch, as always",
    "Top 10, all 300",
    "Latency 1.8 s, at 12 API calls",
    "100 API calls failed",
    "spent 2 days on it",
    "spent 300 tokens",
    "spent 2000 EUR cap",
    "the old-wrong-rate 30/400",
    "wrong-rate 3 times lower",
    "wrong-rates 30/400 as before",
    "no-residency was asked",
    "=",
    "wrong-rate=",
  ])("%s: words", (text) => {
    expect(told(text)).toEqual([]);
  });

  test("where the same name has its flag, nothing was forgotten", () => {
    expect(strayFacts("wrong-rate=22/200 again", { ...KNOWN, flagged: new Set(["wrong-rate"]) })).toEqual([]);
  });

  test("names are found before anything is known of them", () => {
    expect(namesBeforeEquals("a=1, mvp.x=https://y b==2 c<=3")).toEqual(["a", "mvp.x"]);
  });
});
