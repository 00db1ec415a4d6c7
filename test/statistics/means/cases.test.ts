import { describe, expect, it, test } from "vitest";
import {
  clusteredPairedDifference,
  clusteredPairedRatio,
} from "../../../src/statistics/comparisons/clustered-pairs.ts";
import { tangRatio } from "../../../src/statistics/comparisons/tang-ratio.ts";
import { newcombePaired } from "../../../src/statistics/comparisons/newcombe-paired.ts";
import type { Interval } from "../../../src/statistics/interval.ts";
import { bettingMean, bettingMeanOfSums } from "../../../src/statistics/means/betting-mean.ts";
import { boundedMean } from "../../../src/statistics/means/bounded-mean.ts";
import { boundsRatio, joinedDifference } from "../../../src/statistics/means/joined-bounds.ts";
import {
  clusteredMeanDifference,
  clusteredMeanRatio,
  pairedMeanDifference,
  pairedMomentsRatio,
} from "../../../src/statistics/means/paired-means.ts";
import { pairedMeanRatio } from "../../../src/statistics/means/mean-ratio.ts";
import { sampleMoments } from "../../../src/statistics/means/sample-moments.ts";
import { clustersAreUnits, clusteredRate } from "../../../src/statistics/rates/clustered-rate.ts";
import { kornGraubard } from "../../../src/statistics/rates/korn-graubard.ts";
import { seededRandom } from "../../../src/statistics/simulation/xoshiro.ts";
import { deviation, worst } from "../deviation.ts";
import reference from "../reference/cases.json" with { type: "json" };

type Row = readonly unknown[];
const off = ({ low, high }: Interval, row: Row, at: number): number =>
  Math.max(deviation(low, Number(row.at(at))), deviation(high, Number(row.at(at + 1))));

/** Rows of a reference table within `limit`. */
function expectWithin(rows: readonly Row[], limit: number, of: (row: Row) => number): void {
  expect(rows.length).toBeGreaterThan(4);
  const found = worst(rows, of);
  expect(found.deviation, `at ${JSON.stringify(found.row)?.slice(0, 300)}`).toBeLessThan(limit);
}

const list = (value: unknown): readonly number[] => value as readonly number[];
const rows = (value: unknown): readonly (readonly number[])[] => value as readonly (readonly number[])[];

describe("against 30 digits", () => {
  it("bets against every mean, value by value and group by group", () => {
    expectWithin(reference.betting, 1e-9, (row) => {
      const [values, sizes, least, most, c] = row;
      const range = { least: Number(least), most: Number(most) };
      const interval =
        sizes === null
          ? bettingMean(list(values), range, Number(c))
          : bettingMeanOfSums(
              list(values).map((sum, k) => ({ sum, n: list(sizes)[k]! })),
              range,
              Number(c),
            );
      return off(interval, row, -2);
    });
  });

  it("bounds from mean, deviation and range", () => {
    expectWithin(reference.bounded, 1e-9, (row) => {
      const [n = 0, mean = 0, sd = 0, least = 0, most = 0, c = 0] = row.map(Number);
      return off(boundedMean({ n, mean, sd }, { least, most }, c), row, -2);
    });
  });

  it("pairs in clusters", () => {
    expectWithin(reference.pairs, 1e-9, (row) => {
      const [groups, table, c] = row;
      const [both = 0, onlyFirst = 0, onlySecond = 0, neither = 0] = list(table);
      const pairs = { both, onlyFirst, onlySecond, neither };
      const clusters = rows(groups).map(([first = 0, second = 0, n = 0]) => ({ first, second, n }));
      return Math.max(
        off(clusteredPairedDifference(pairs, clusters, Number(c)), row, 3),
        off(clusteredPairedRatio(pairs, clusters, Number(c)), row, 5),
      );
    });
  });

  it("paired means, single and in clusters", () => {
    expectWithin(reference.pairedMeans, 1e-9, (row) => {
      const [n = 0, mean1 = 0, sd1 = 0, mean2 = 0, sd2 = 0, differenceSd = 0, c = 0] = row.map(Number);
      const pair = { n, mean1, sd1, mean2, sd2, differenceSd };
      return Math.max(off(pairedMeanDifference(pair, c), row, 7), off(pairedMomentsRatio(pair, c), row, 9));
    });
    expectWithin(reference.clusteredMeans, 1e-9, (row) => {
      const [groups, c] = row;
      const clusters = rows(groups).map(([first = 0, second = 0, n = 0]) => ({ first, second, n }));
      return Math.max(
        off(clusteredMeanDifference(clusters, Number(c)), row, 2),
        off(clusteredMeanRatio(clusters, Number(c)), row, 4),
      );
    });
  });

  it("groups that count as cases", () => {
    expectWithin(reference.clusteredRate, 1e-9, (row) => {
      const [groups, c] = row;
      const clusters = rows(groups).map(([x = 0, n = 0]) => ({ x, n }));
      expect(clusteredRate(clusters, Number(c)).byCluster).toBe(true);
      return off(clusteredRate(clusters, Number(c)), row, 2);
    });
  });
});

describe("what must hold of them", () => {
  const random = seededRandom(7);
  const draw = (n: number, least: number, most: number) =>
    Array.from({ length: n }, () => least + Math.floor(random() * (most - least + 1)));

  it("knowing the values is never worse than knowing their moments is safe", () => {
    // Both hold whatever the values are; the one from the moments is the wider where there are some.
    for (const n of [30, 100, 400]) {
      const values = draw(n, 1, 5);
      const range = { least: 1, most: 5 };
      const [single, moments] = [bettingMean(values, range, 0.95), boundedMean(sampleMoments(values), range, 0.95)];
      expect(moments.low).toBeLessThan(single.low);
      expect(moments.high).toBeGreaterThan(single.high);
    }
  });

  it("mirror with the range, and move with its scale", () => {
    const values = draw(40, 0, 4);
    const once = bettingMean(values, { least: 0, most: 4 }, 0.95);
    const turned = bettingMean(
      values.map((value) => 10 - 2 * value),
      { least: 2, most: 10 },
      0.95,
    );
    expect(turned.low).toBeCloseTo(10 - 2 * once.high, 12);
    expect(turned.high).toBeCloseTo(10 - 2 * once.low, 12);
  });

  it("one value in each cluster is no cluster", () => {
    const values = draw(25, 1, 5);
    const range = { least: 1, most: 5 };
    const sums = values.map((sum) => ({ sum, n: 1 }));
    expect(bettingMeanOfSums(sums, range, 0.95)).toEqual(bettingMean(values, range, 0.95));
  });

  it("groups that all changed alike count once each", () => {
    const table = { both: 20, onlyFirst: 0, onlySecond: 20, neither: 40 };
    const clusters = Array.from({ length: 20 }, () => ({ first: 1, second: 2, n: 4 }));
    const once = { both: 5, onlyFirst: 0, onlySecond: 5, neither: 10 };
    expect(clusteredPairedDifference(table, clusters, 0.95).low).toBeCloseTo(newcombePaired(once, 0.95).low, 12);
    expect(clusteredPairedRatio(table, clusters, 0.95).high).toBeCloseTo(tangRatio(once, 0.95).high, 12);
  });

  it("the moments of pairs say what their values say", () => {
    const first = draw(30, 1, 50);
    const second = first.map((value) => value + 1 + Math.floor(random() * 9));
    const [one, two] = [sampleMoments(first), sampleMoments(second)];
    const differences = sampleMoments(first.map((value, k) => value - second[k]!));
    const pair = {
      n: 30,
      mean1: one.mean,
      sd1: one.sd,
      mean2: two.mean,
      sd2: two.sd,
      differenceSd: differences.sd,
    };
    const [found, expected] = [pairedMomentsRatio(pair, 0.95), pairedMeanRatio(first, second, 0.95)];
    expect(deviation(found.low, expected.low)).toBeLessThan(1e-10);
    expect(deviation(found.high, expected.high)).toBeLessThan(1e-10);
  });

  it("a ratio of bounds is undefined where the second may be nothing", () => {
    const above = { estimate: 4, low: 3, high: 5 };
    expect(boundsRatio(above, { estimate: 1, low: -1, high: 2 })).toEqual({ estimate: 4, low: 1.5, high: Infinity });
    expect(joinedDifference(above, above).low).toBeCloseTo(-Math.SQRT2, 12);
  });

  it("clusters that differ within are those of Korn and Graubard", () => {
    const mixed = [3, 5, 6, 4, 7, 5, 2, 6, 5, 4].map((x) => ({ x, n: 9 }));
    expect(clustersAreUnits(mixed)).toBe(false);
    const { byCluster, ...bounds } = clusteredRate(mixed, 0.95);
    expect(byCluster).toBe(false);
    expect(bounds).toEqual(kornGraubard(mixed, 0.95));
  });

  test.each([
    ["no values", () => bettingMean([], { least: 1, most: 5 }, 0.95)],
    ["a value outside", () => bettingMean([6], { least: 1, most: 5 }, 0.95)],
    ["an empty range", () => bettingMean([5], { least: 5, most: 5 }, 0.95)],
    ["a sum that cannot be", () => bettingMeanOfSums([{ sum: 11, n: 2 }], { least: 1, most: 5 }, 0.95)],
    ["a spread that cannot be", () => boundedMean({ n: 10, mean: 4.9, sd: 2 }, { least: 1, most: 5 }, 0.95)],
    [
      "pairs that do not add up",
      () =>
        clusteredPairedRatio(
          { both: 1, onlyFirst: 0, onlySecond: 0, neither: 1 },
          [
            { first: 1, second: 1, n: 1 },
            { first: 1, second: 0, n: 1 },
          ],
          0.95,
        ),
    ],
  ])("%s is refused", (_, call) => {
    expect(call).toThrow(RangeError);
  });
});

/** Simulated, seeded: with the truth on the target, how often the target is shown. */
describe("the chance of a false bound, at 5%", () => {
  const random = seededRandom(20261130);
  const RUNS = 800;
  /** About three standard errors above 5%. */
  const LIMIT = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS);
  const share = (draw: () => boolean) => Array.from({ length: RUNS }, draw).filter(Boolean).length / RUNS;
  const pick = (cells: readonly (readonly [number, number])[]): number => {
    let u = random();
    for (const [value, chance] of cells) if ((u -= chance) < 0) return value;
    return cells.at(-1)![0];
  };

  /** The scores of section "Means that are not normal": 0 to 5 with noughts, and ordinary ones from 1 to 5. */
  const SCORES: readonly (readonly [string, number, number, readonly (readonly [number, number])[]])[] = [
    [
      "0 to 5, 5% noughts",
      0,
      5,
      [
        [0, 0.05],
        [3, 0.1],
        [4, 0.35],
        [5, 0.5],
      ],
    ],
    [
      "0 to 5, 20% noughts",
      0,
      5,
      [
        [0, 0.2],
        [3, 0.1],
        [4, 0.3],
        [5, 0.4],
      ],
    ],
    [
      "1 to 5, ordinary",
      1,
      5,
      [
        [1, 0.03],
        [2, 0.07],
        [3, 0.2],
        [4, 0.4],
        [5, 0.3],
      ],
    ],
  ];
  test.each(
    SCORES.flatMap(([name, least, most, cells]) => [3, 10, 20, 50].map((n) => [name, n, least, most, cells] as const)),
  )("a score %s, n %i", (_, n, least, most, cells) => {
    const truth = cells.reduce((sum, [value, chance]) => sum + value * chance, 0);
    const isFalse = (method: (values: readonly number[]) => Interval) =>
      share(() => method(Array.from({ length: n }, () => pick(cells))).low > truth);
    const range = { least, most };
    expect(isFalse((values) => bettingMean(values, range, 0.95))).toBeLessThan(LIMIT);
    expect(isFalse((values) => boundedMean(sampleMoments(values), range, 0.95))).toBeLessThan(LIMIT);
  });

  test.each([
    [20, 10, 0.05, 0.99],
    [20, 10, 0.1, 0.99],
    [50, 10, 0.03, 0.99],
    [10, 10, 0.1, 0.97],
  ])("%i groups of %i, a share of %f of them wholly bad", (groups, size, bad, right) => {
    const truth = (1 - bad) * right;
    const draw = () =>
      Array.from({ length: groups }, () => ({
        x: random() < bad ? 0 : Array.from({ length: size }, () => random() < right).filter(Boolean).length,
        n: size,
      }));
    expect(share(() => clusteredRate(draw(), 0.95).low > truth)).toBeLessThan(LIMIT);
  });

  test.each([
    [60, 5, 0.3],
    [30, 10, 0.5],
  ])("%i groups of %i pairs that resemble each other by %f", (groups, size, icc) => {
    const [first, second] = [0.2, 0.3];
    const shares = { difference: 0, ratio: 0 };
    for (let run = 0; run < RUNS; run++) {
      const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
      const clusters = Array.from({ length: groups }, () => {
        const moods = [random(), random()];
        const sums = { first: 0, second: 0, n: size };
        for (let k = 0; k < size; k++) {
          const own = random();
          const [u, v] = moods.map((mood) => (random() < icc ? mood : random() < 0.5 ? own : random()));
          const [one, two] = [u! < first, v! < second];
          sums.first += Number(one);
          sums.second += Number(two);
          table[one ? (two ? "both" : "onlyFirst") : two ? "onlySecond" : "neither"]++;
        }
        return sums;
      });
      if (clusteredPairedDifference(table, clusters, 0.95).high < first - second) shares.difference++;
      if (clusteredPairedRatio(table, clusters, 0.95).high < first / second) shares.ratio++;
    }
    // Approximate methods: about 5%, and not the 13 to 26% of pairs that are taken for independent.
    expect(shares.difference / RUNS).toBeLessThan(LIMIT + 0.015);
    expect(shares.ratio / RUNS).toBeLessThan(LIMIT + 0.015);
  });
});
