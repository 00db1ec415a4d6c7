import { describe, expect, test } from "vitest";
import { filledLabels, isManyEmpty } from "../../../src/domain/evidence/judges/empty-labels.ts";
import { judgedShare } from "../../../src/domain/evidence/judges/judged-share.ts";
import type { Labelling } from "../../../src/domain/records/evals/result.ts";

type Said = readonly [both: number, judge: number, person: number, neither: number];

/** A sheet of 100 cases: 80 of the 180 that the judge counted, and all 20 of the others. */
const sheet = ([both, judge, person, neither]: Said, unlabelled?: number): Labelling => ({
  eval: "right-rate",
  arm: "",
  judged: { x: 180, n: 200 },
  said: { both, judge, person, neither },
  file: "labels.csv",
  sha256: "c".repeat(64),
  of: "a".repeat(64),
  ...(unlabelled === undefined ? {} : { unlabelled }),
});
const corners = (labelling: Labelling) =>
  filledLabels(labelling).map(({ said: { both, judge, person, neither } }) => [both, judge, person, neither]);

test.each<readonly [string, Labelling, readonly Said[]]>([
  ["nothing is empty", sheet([40, 40, 0, 20]), [[40, 40, 0, 20]]],
  [
    "empty where the judge counted",
    sheet([40, 0, 0, 20], 40),
    [
      [40, 40, 0, 20],
      [80, 0, 0, 20],
    ],
  ],
  [
    "empty among the others",
    sheet([40, 40, 0, 15], 5),
    [
      [40, 40, 0, 20],
      [40, 40, 5, 15],
    ],
  ],
  [
    "empty on both sides",
    sheet([70, 0, 0, 15], 15),
    [
      [70, 10, 0, 20],
      [70, 10, 5, 15],
      [80, 0, 0, 20],
      [80, 0, 5, 15],
    ],
  ],
  [
    "more of the counted than were drawn, in an entry made by hand",
    sheet([96, 0, 0, 10], 5),
    [
      [96, 0, 0, 15],
      [96, 0, 5, 10],
    ],
  ],
])("what empty cells could say: %s", (_, labelling, expected) => expect(corners(labelling)).toEqual(expected));

describe("the corrected share", () => {
  const bounds = (labelling: Labelling) => {
    const interval = { estimate: 0.9, low: 0.86, high: 0.93 };
    const counted = { kind: "interval", interval, scale: { kind: "share" }, n: 200 } as const;
    const evidence = judgedShare(counted, { labelling, entry: "l", sameCases: true, tries: 1 }, 0.95);
    if (evidence.kind !== "interval") throw new Error(evidence.kind);
    return evidence.interval;
  };

  test("leaving out every disagreement shows no more than to label them", () => {
    const [honest, picked] = [bounds(sheet([40, 40, 0, 20])), bounds(sheet([40, 0, 0, 20], 40))];
    expect(picked.low).toBeCloseTo(honest.low, 12);
    expect(picked.high).toBeGreaterThan(honest.high);
  });

  test("is that of the labels where none is left empty", () => {
    expect(bounds(sheet([40, 40, 0, 20])).estimate).toBeCloseTo(0.45, 12);
  });
});

test.each([
  [undefined, false],
  [10, false],
  [12, true],
])("%s empty cells beside 90 labels are many: %s", (unlabelled, many) => {
  expect(isManyEmpty(sheet([70, 0, 0, 20], unlabelled))).toBe(many);
});
