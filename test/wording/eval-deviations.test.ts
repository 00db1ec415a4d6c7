import { expect, test } from "vitest";
import { evalDeviations } from "../../src/domain/evidence/eval-deviations.ts";
import { deviationSentence } from "../../src/wording/eval-deviations.ts";
import type { Entry } from "../../src/domain/records/entry.ts";
import type { Result } from "../../src/domain/records/evals/result.ts";
import type { Definitions } from "../../src/domain/records/records.ts";
import { SOUND, entry, evalOf, number, result, standing, start } from "../support/records.ts";

const [A, B] = ["a".repeat(64), "b".repeat(64)];
type Fields = Parameters<typeof evalOf>[0];
const AGREED: Fields = { baseline: "60/200", target: "reduction >= 40%", minN: 200 };
const on = (figure: Parameters<typeof result>[1], more: Partial<Result> = {}): Result =>
  result("wrong-rate", figure, more);

/** What is said of results that were logged one a day, judged when the timebox is over unless another day is given. */
function said(
  fields: Fields,
  results: readonly Result[],
  more: readonly Entry[] = [],
  day = "2026-12-07",
): readonly string[] {
  const definitions: Definitions = { ...SOUND, evals: [evalOf(fields)] };
  const log = [
    start(definitions),
    ...results.map((one, k) => entry(`2026-11-${24 + k}`, { id: `day${k + 1}`, results: [one] })),
    ...more,
  ];
  const now = standing({ definitions, log }, day);
  return now.evals.flatMap((item) => evalDeviations(item, now.log)).map((one) => deviationSentence(one));
}

const undo = (id: string, reason?: string): Entry =>
  entry("2026-11-30", { id: "undo", undo: { entry: id, ...(reason === undefined ? {} : { reason }) } });

test.each<[string, readonly string[], readonly string[]]>([
  ["as planned", said(AGREED, [on("20/100"), on("40/200")]), []],
  [
    "more than were agreed",
    said(AGREED, [on("20/100", { arm: "large" }), on("40/300", { arm: "large" })]),
    [
      "wrong-rate on large was measured on 300 cases, 100 more than the 200 that were agreed, after a result was known.",
    ],
  ],
  [
    "more than at first",
    said({ target: "value <= 20%" }, [on("20/100"), on("21/101"), on("22/140")]),
    ["wrong-rate was measured on 140 cases, 40 more than the 100 of the first run, after a result was known."],
  ],
  [
    "more than at first, which was more than were agreed",
    said(AGREED, [on("40/300"), on("42/310")]),
    ["wrong-rate was measured on 310 cases, 10 more than the 300 of the first run, after a result was known."],
  ],
  [
    "fewer than were agreed, at the end",
    said(AGREED, [on("20/120")]),
    ["wrong-rate was judged on 120 cases; 200 were agreed."],
  ],
  ["fewer than were agreed, while there is time", said(AGREED, [on("20/120")], [], "2026-11-30"), []],
  [
    "other data than the first",
    said(AGREED, [on("20/200", { dataset: A }), on("20/200", { dataset: B })]),
    ["wrong-rate: 1 result came from a different data set than the first, of 2026-11-24."],
  ],
  [
    "other data than was agreed",
    said({ ...AGREED, dataset: { file: "d", sha256: A } }, [
      on("20/200", { dataset: B }),
      on("20/200", { dataset: B }),
    ]),
    ["wrong-rate: 2 results came from a different data set than was agreed."],
  ],
  [
    "worse, and withdrawn",
    said(AGREED, [on("60/200"), on("20/200")], [undo("day1", "An unlucky draw")]),
    [
      'wrong-rate: a result, 60 of 200, was withdrawn because "An unlucky draw"; it was worse than the one that is judged.',
    ],
  ],
  [
    "better, and withdrawn",
    said(AGREED, [on("2/200", { arm: "a" }), on("20/200")], [undo("day1")]),
    ["wrong-rate on a: a result, 2 of 200, was withdrawn without a reason; it was better than the one that is judged."],
  ],
  [
    "nothing else to compare it with",
    said(AGREED, [on("2/200")], [undo("day1")]),
    ["wrong-rate: a result, 2 of 200, was withdrawn without a reason."],
  ],
  [
    "a mean that was withdrawn",
    said(
      { measure: "mean", target: "value <= 2 s" },
      [on("1 s", { n: 30, sd: number("0.1") }), on("1500 ms", { n: 30, sd: number("100") })],
      [undo("day1")],
    ),
    ["wrong-rate: a result, 1 s, was withdrawn without a reason; it was better than the one that is judged."],
  ],
  [
    "a baseline that came out otherwise on the same cases",
    said({ ...AGREED, minN: 100 }, [on({ both: 10, baseline: 50, candidate: 2, neither: 38 })]),
    ["wrong-rate: on the same cases the baseline was 60 of 100, and 60/200 was agreed; the pairs are judged."],
  ],
  [
    "a baseline that came out much the same",
    said({ ...AGREED, minN: 100 }, [on({ both: 10, baseline: 22, candidate: 2, neither: 66 })]),
    [],
  ],
  [
    "an exact baseline that did not",
    said({ ...AGREED, baseline: "20%", minN: 100 }, [on({ both: 10, baseline: 50, candidate: 2, neither: 38 })]),
    ["wrong-rate: on the same cases the baseline was 60 of 100, and 20% was agreed; the pairs are judged."],
  ],
])("%s", (_, found, expected) => {
  expect(found).toEqual(expected);
});
