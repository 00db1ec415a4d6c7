import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctedRate, labelledRate } from "../../../src/statistics/judges/judged-rate.ts";
import type { JudgeLabels } from "../../../src/statistics/judges/judge-labels.ts";
import { judgeQuality } from "../../../src/statistics/judges/judge-quality.ts";
import { clopperPearson } from "../../../src/statistics/rates/clopper-pearson.ts";
import { seededRandom, type Random } from "../../../src/statistics/simulation/xoshiro.ts";
import { deviation } from "../deviation.ts";
import reference from "../reference/judged.json" with { type: "json" };

const count = ([x = 0, n = 0]: readonly number[]) => ({ x, n });

describe("against mpmath", () => {
  test.each(reference.judges)("$judged, labels $yes and $no at $confidence", (row) => {
    const labels: JudgeLabels = { judged: count(row.judged), yes: count(row.yes), no: count(row.no) };
    const { confidence } = row;
    const rate = ({ x, n }: { x: number; n: number }) => clopperPearson(x, n, confidence);
    const quality = judgeQuality(labels, confidence);
    const found = {
      ...quality,
      labelled: labelledRate(rate(labels.judged), labels, confidence),
      corrected: correctedRate(rate(count(row.other)), labels, confidence),
    };
    for (const name of ["sensitivity", "specificity", "informedness", "kappa", "labelled", "corrected"] as const) {
      const { estimate, low, high } = found[name];
      const worst = [estimate, low, high].map((value, k) => deviation(value, row[name][k]!));
      expect(Math.max(...worst), name).toBeLessThan(1e-9);
    }
  });
});

test("on the cases of the labels both corrections are the same estimate", () => {
  const cell = fc.integer({ min: 1, max: 19 }).map((x) => ({ x, n: 20 }));
  fc.assert(
    fc.property(cell, cell, fc.integer({ min: 20, max: 80 }), (yes, no, x) => {
      fc.pre(yes.x > no.x);
      const labels = { judged: { x, n: 100 }, yes, no };
      const judged = clopperPearson(x, 100, 0.95);
      expect(correctedRate(judged, labels, 0.95).estimate).toBeCloseTo(labelledRate(judged, labels, 0.95).estimate, 9);
    }),
  );
});

describe("at the edges", () => {
  const judged = clopperPearson(300, 300, 0.95);
  test("all cases yes: the labels among them are all there is", () => {
    const rate = labelledRate(judged, { judged: { x: 300, n: 300 }, yes: { x: 60, n: 60 }, no: { x: 0, n: 0 } }, 0.95);
    expect(rate.estimate).toBe(1);
    expect(rate.low).toBeGreaterThan(0.94);
  });

  test("a judge that tells nothing corrects nothing", () => {
    const coin = { judged: { x: 150, n: 300 }, yes: { x: 15, n: 30 }, no: { x: 15, n: 30 } };
    expect(judgeQuality(coin, 0.95).informedness.low).toBeLessThan(0);
    expect(correctedRate(clopperPearson(200, 300, 0.95), coin, 0.95)).toEqual({ estimate: NaN, low: 0, high: 1 });
  });

  test.each<[string, JudgeLabels]>([
    ["more labels than cases", { judged: { x: 10, n: 20 }, yes: { x: 5, n: 11 }, no: { x: 1, n: 5 } }],
    ["more yes than labels", { judged: { x: 10, n: 20 }, yes: { x: 6, n: 5 }, no: { x: 1, n: 5 } }],
    ["no case", { judged: { x: 0, n: 0 }, yes: { x: 0, n: 0 }, no: { x: 0, n: 0 } }],
  ])("%s is refused", (_, labels) => {
    expect(() => judgeQuality(labels, 0.95)).toThrow(RangeError);
  });
});

/** Cases with their truth and the judge's word, and a sample of labels drawn from each of its two words. */
function trial(random: Random, truth: number, sensitivity: number, specificity: number, n: number, labels: number) {
  const cells: [truly: boolean, said: boolean][] = Array.from({ length: n }, () => {
    const truly = random() < truth;
    return [truly, random() < (truly ? sensitivity : 1 - specificity)];
  });
  const sampled = (said: boolean, wanted: number) => {
    const of = cells.filter(([, word]) => word === said);
    const taken = of.slice(0, wanted);
    return { all: of.length, count: { x: taken.filter(([truly]) => truly).length, n: taken.length } };
  };
  const no = sampled(false, Math.floor(labels / 2));
  const yes = sampled(true, labels - no.count.n);
  return { judged: { x: yes.all, n }, yes: yes.count, no: no.count };
}

test("a judge of sensitivity .98 and specificity .3 passes a true 85% as 90% three times in four; corrected, hardly", () => {
  const random = seededRandom(12);
  const runs = 600;
  let [raw, corrected] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const labels = trial(random, 0.85, 0.98, 0.3, 300, 60);
    const judged = clopperPearson(labels.judged.x, 300, 0.95);
    if (judged.low >= 0.9) raw++;
    if (labelledRate(judged, labels, 0.95).low >= 0.9) corrected++;
  }
  expect(raw / runs).toBeGreaterThan(0.7);
  expect(corrected / runs).toBeLessThanOrEqual(0.02);
});

test("with the truth on the target, a corrected rate meets it about 1 time in 20 at most", () => {
  const random = seededRandom(7);
  const runs = 400;
  for (const [sensitivity, specificity] of [
    [0.98, 0.3],
    [0.9, 0.9],
  ] as const) {
    let met = 0;
    for (let run = 0; run < runs; run++) {
      const labels = trial(random, 0.85, sensitivity, specificity, 300, 100);
      const judged = clopperPearson(labels.judged.x, 300, 0.95);
      if (labelledRate(judged, labels, 0.95).low >= 0.85) met++;
    }
    expect(met / runs, `${sensitivity}, ${specificity}`).toBeLessThanOrEqual(0.07);
  }
});
