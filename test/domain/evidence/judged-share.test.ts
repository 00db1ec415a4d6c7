import { describe, expect, test } from "vitest";
import { isUnvalidated } from "../../../src/domain/evidence/judges/unvalidated.ts";
import { judgeText, parseJudge } from "../../../src/domain/records/evals/judge.ts";
import type { CaseFile, Labelling } from "../../../src/domain/records/evals/result.ts";
import { evalSentence, evalWording } from "../../../src/wording/evals.ts";
import { entry, evalOf, killOf, result, SOUND, standing, start } from "../../support/records.ts";
import { read } from "../scalars/outcome.ts";

const CASES = "a".repeat(64);
const cases: CaseFile = { file: "cases/1.csv", sha256: CASES, n: 300, digest: "b".repeat(64) };

/** 30 labels where the judge said right, 19 where it said wrong, which is all that there were. */
const labelling = (more: Partial<Labelling> = {}): Labelling => ({
  eval: "right-rate",
  arm: "",
  judged: { x: 281, n: 300 },
  said: { both: 27, judge: 3, person: 5, neither: 14 },
  file: "labels.csv",
  sha256: "c".repeat(64),
  of: CASES,
  ...more,
});

function judged(
  figure: string,
  labels: Labelling | undefined,
  more: Parameters<typeof evalOf>[0] = {},
  when = "2026-12-07",
  since: readonly ReturnType<typeof entry>[] = [],
) {
  const item = evalOf({
    id: "right-rate",
    better: "higher",
    target: "value >= 90%",
    judge: { who: "LLM judge", model: "gpt-4.1-2025-04-14" },
    ...more,
  });
  const definitions = {
    ...SOUND,
    evals: [item],
    assumptions: [],
    killCriteria: [killOf({ when: "right-rate < 60%", by: "2026-12-02" })],
  };
  const log = [
    start(definitions),
    entry("2026-11-25 10:00", { results: [result("right-rate", figure, { cases })] }),
    ...(labels === undefined ? [] : [entry("2026-11-26 10:00", { labels: [labels] })]),
    ...since,
  ];
  return standing({ definitions, log }, when).evals[0]!;
}

describe("a verdict on a judge's word", () => {
  test("stands as judged while nobody labelled anything, and says so", () => {
    const raw = judged("281/300", undefined);
    expect([raw.verdict, raw.raw, isUnvalidated(raw)]).toEqual(["met", undefined, true]);
  });

  test("is promised about as often as said once labels correct it, and exactly as long as none do", () => {
    expect([judged("281/300", undefined).account.exact, judged("281/300", labelling()).account.exact]).toEqual([
      true,
      false,
    ]);
  });

  test("is corrected by labels of its own cases, beside the raw figure", () => {
    const corrected = judged("281/300", labelling());
    expect([corrected.verdict, isUnvalidated(corrected)]).toEqual(["unsettled", false]);
    // 281/300 × 27/30 + 19/300 × 5/19
    expect(corrected.figure?.estimate).toBeCloseTo((281 / 300) * 0.9 + (19 / 300) * (5 / 19), 12);
    expect(corrected.raw?.estimate).toBeCloseTo(281 / 300, 12);
    expect(evalWording(corrected)).toMatchObject({
      counts: "281 of 300 by its judge",
      result: "86.0%, corrected for its judge",
    });
    expect(evalSentence(corrected)).toContain("by its judge: 86.0%, corrected for its judge");
  });

  test("on other cases by the judge's sensitivity and specificity, which is less sure", () => {
    const own = judged("281/300", labelling());
    const other = judged("281/300", labelling({ of: "d".repeat(64) }));
    expect(other.figure?.estimate).toBeCloseTo(own.figure!.estimate, 9);
    expect(other.figure!.high - other.figure!.low).toBeGreaterThan(own.figure!.high - own.figure!.low);
  });

  test("settles nothing where the judge may be a coin", () => {
    const coin = judged("281/300", labelling({ said: { both: 15, judge: 15, person: 9, neither: 10 } }));
    expect([coin.verdict, coin.why?.code]).toEqual(["unsettled", "judge-uninformative"]);
  });

  test("is met where the labels agree", () => {
    const sure = labelling({ judged: { x: 290, n: 300 }, said: { both: 80, judge: 0, person: 0, neither: 10 } });
    expect(judged("290/300", sure).verdict).toBe("met");
  });

  describe("labels that were seen", () => {
    const SURE = labelling({ judged: { x: 290, n: 300 }, said: { both: 80, judge: 0, person: 0, neither: 10 } });
    const sheet = (name: string, more: Partial<Labelling> = {}) => ({ ...SURE, sha256: name.repeat(64), ...more });
    const POOR = sheet("p", { said: { both: 66, judge: 14, person: 0, neither: 10 } });
    const labels = (day: number, one: Labelling) => entry(`2026-11-${day} 10:00`, { id: `l${day}`, labels: [one] });
    const undo = (day: number, id: string) => entry(`2026-11-${day} 11:00`, { id: `u${day}`, undo: { entry: id } });
    const ruled = (...more: readonly ReturnType<typeof entry>[]) => judged("290/300", undefined, {}, undefined, more);

    test("are not taken back: without others in their place the judge's own count meets nothing", () => {
      expect(ruled().verdict).toBe("met");
      expect(ruled(labels(26, POOR)).verdict).toBe("not met");
      const back = ruled(labels(26, POOR), undo(27, "l26"));
      expect([back.verdict, back.why]).toEqual(["unsettled", { code: "labels-withdrawn", entry: "l26" }]);
    });

    test("share the chance of an error: who labels until the figure looks good pays for each sheet", () => {
      const first = ruled(labels(26, sheet("s")));
      const second = ruled(labels(26, POOR), undo(27, "l26"), labels(28, sheet("s")));
      const third = ruled(labels(26, POOR), labels(27, sheet("q")), labels(28, sheet("s")));
      expect([first, second, third].map((one) => one.judged?.result.labels?.tries)).toEqual([1, 2, 3]);
      expect(second.figure!.low).toBeLessThan(first.figure!.low);
      expect(third.figure!.low).toBeLessThan(second.figure!.low);
    });

    test("are one sheet where they were logged again, and another where they are of other cases", () => {
      const again = ruled(labels(26, sheet("s")), undo(27, "l26"), labels(28, sheet("s")));
      const elsewhere = ruled(labels(26, sheet("q", { of: "d".repeat(64) })), labels(28, sheet("s")));
      expect([again, elsewhere].map((one) => one.judged?.result.labels?.tries)).toEqual([1, 1]);
    });
  });

  test("a judge that passed every case needs labels of those alone", () => {
    const all = labelling({ judged: { x: 300, n: 300 }, said: { both: 60, judge: 0, person: 0, neither: 0 } });
    expect(judged("300/300", all).verdict).toBe("met");
    expect(judged("300/300", { ...all, of: "d".repeat(64) }).why?.code).toBe("judge-uninformative");
  });

  test("changes are corrected on both sides, and an exact baseline on one", () => {
    const sharp = labelling({ judged: { x: 281, n: 300 }, said: { both: 60, judge: 0, person: 0, neither: 19 } });
    expect(judged("281/300", sharp, { target: "difference >= 5pp", baseline: "210/300" }).verdict).toBe("met");
    expect(judged("281/300", sharp, { target: "gain >= 10%", baseline: "70%" }).verdict).toBe("met");
    expect(
      judged("281/300", sharp, { target: "not worse than 3pp", baseline: "281/300" }).change?.estimate,
    ).toBeCloseTo(0, 9);
  });
});

describe("a baseline that a judge may have counted", () => {
  const FEWER = { better: "lower", target: "reduction >= 40%" } as const;
  const CANDIDATE = { cases, arm: "new" };
  /** How many of 400 the judge counts, how many of them are right, and how many it misses of `of` labelled others. */
  const sheet = (counted: number, right: number, missed: number, of: number): Labelling => ({
    eval: "right-rate",
    arm: "new",
    judged: { x: counted, n: 400 },
    said: { both: right, judge: counted - right, person: missed, neither: of - missed },
    file: "labels.csv",
    sha256: "c".repeat(64),
    of: CASES,
  });
  const of = (
    baseline: string,
    figure: string,
    labels: Labelling,
    more: Parameters<typeof evalOf>[0] = {},
    since: readonly ReturnType<typeof entry>[] = [],
  ) => {
    const definitions = {
      ...SOUND,
      assumptions: [],
      killCriteria: [killOf({ when: "right-rate > 90%", by: "2026-12-02" })],
      evals: [
        evalOf({
          id: "right-rate",
          ...FEWER,
          baseline,
          judge: { who: "LLM judge", model: "judge-1" },
          arms: [
            { name: "today", baseline: true },
            { name: "new", baseline: false },
          ],
          ...more,
        }),
      ],
    };
    const log = [
      start(definitions),
      entry("2026-11-25 10:00", { results: [result("right-rate", figure, CANDIDATE)] }),
      entry("2026-11-26 10:00", { labels: [labels] }),
      ...since,
    ];
    return standing({ definitions, log }, "2026-12-07").evals[0]!;
  };
  const GOOD = (counted: number) => sheet(counted, counted, 1, 269);
  /** It finds one in five of what people call wrong, and calls nothing else wrong. */
  const BLIND = sheet(31, 31, 90, 269);
  /** It calls wrong what is right in two cases of three. */
  const STRICT = sheet(120, 40, 0, 180);

  test.each<[string, ReturnType<typeof of>, string, string | undefined, string | undefined]>([
    ["both readings meet it", of("82/400", "31/400", GOOD(31)), "met", undefined, "as-typed"],
    ["a judge that is blind makes today look bad", of("82/400", "31/400", BLIND), "not met", undefined, "as-typed"],
    ["an exact baseline as well", of("20.5%", "31/400", BLIND), "not met", undefined, "as-typed"],
    [
      "of a difference as well",
      of("82/400", "31/400", BLIND, { target: "difference >= 5pp" }),
      "not met",
      undefined,
      "as-typed",
    ],
    [
      "a strict judge makes today look bad as typed, and its own correction does not",
      of("100/400", "120/400", STRICT),
      "unsettled",
      "baseline-unlabelled",
      undefined,
    ],
    [
      "one reading meets it and the other does not",
      of("40/400", "31/400", sheet(31, 31, 30, 269)),
      "unsettled",
      "baseline-unlabelled",
      "as-typed",
    ],
  ])("is read both ways: %s", (_, item, verdict, why, by) => {
    expect([item.verdict, item.why?.code, item.before?.by]).toEqual([verdict, why, by]);
  });

  test("is corrected by labels of its own where today's run is the baseline, count for count", () => {
    const OTHER = "d".repeat(64);
    const run = (figure: string) =>
      entry("2026-11-27 10:00", {
        results: [result("right-rate", figure, { arm: "today", cases: { ...cases, sha256: OTHER } })],
      });
    const labels = entry("2026-11-28 10:00", {
      labels: [
        {
          ...sheet(40, 40, 60, 120),
          arm: "today",
          of: OTHER,
          sha256: "e".repeat(64),
        },
      ],
    });
    const known = of("40/400", "31/400", GOOD(31), {}, [run("40/400"), labels]);
    expect([known.verdict, known.before?.by]).toEqual(["met", "labelled"]);
    // 40/400 + 360/400 × 60/120
    expect(known.before?.share.estimate).toBeCloseTo(0.55, 9);
    expect(of("40/400", "31/400", GOOD(31), {}, [run("41/400"), labels]).before?.by).not.toBe("labelled");
    expect(of("40/400", "31/400", GOOD(31), {}, [run("40/400")]).before?.by).not.toBe("labelled");
  });
});

test.each([
  ["two reviewers", { who: "two reviewers" }],
  [
    "LLM judge (model gpt-4.1, prompt v3, blinded)",
    { who: "LLM judge", model: "gpt-4.1", prompt: "v3", blinded: true },
  ],
  ["LLM judge (not blinded)", { who: "LLM judge", blinded: false }],
  ["reviewers (of the support team)", { who: "reviewers (of the support team)" }],
  ["A (model m, our own)", { who: "A (model m, our own)" }],
])("%s is read, and written back", (text, judge) => {
  expect(read(parseJudge(text))).toEqual(judge);
  expect(judgeText(read(parseJudge(text)))).toBe(text);
});
