import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import * as statistics from "../../src/statistics/public.ts";

const SRC = resolve(import.meta.dirname, "../../src");
const FOLDER = join(SRC, "statistics");
const PUBLIC = readFileSync(join(FOLDER, "public.ts"), "utf8");
const UNUSED = "// Not used by any verdict or plan";

/** The files that are exported from a part of public.ts. */
function filesIn(text: string): readonly string[] {
  return [...text.matchAll(/^export (?!type).* from "\.\/([^"]+)";$/gm)].map(([, file]) => file!);
}

/** Every file of src/statistics that the domain reaches by its imports. */
function reached(): ReadonlySet<string> {
  const files = readdirSync(join(SRC, "domain"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(SRC, "domain", name));
  const seen = new Set<string>();
  const look = (file: string): void => {
    for (const [, target] of readFileSync(file, "utf8").matchAll(/ from "(\.[^"]+)";/g)) {
      const path = resolve(dirname(file), target!);
      if (!path.startsWith(FOLDER) || seen.has(path)) continue;
      seen.add(path);
      look(path);
    }
  };
  for (const file of files) look(file);
  return seen;
}

describe("what is exported as poc/statistics", () => {
  const [used = "", unused = ""] = PUBLIC.split(UNUSED);

  test("everything above the last section is what verdicts and plans are made with", () => {
    const known = reached();
    expect(filesIn(used).filter((file) => !known.has(join(FOLDER, file)))).toEqual([]);
    expect(filesIn(used).length).toBeGreaterThan(30);
  });

  test("what no verdict uses says so, and is no more than a tail", () => {
    expect(filesIn(unused).length).toBeGreaterThan(5);
    expect(Object.keys(statistics)).toContain("mcnemar");
  });

  test("nothing hangs on what is no number, and text is no confidence", () => {
    const exported: readonly [string, unknown][] = Object.entries(statistics);
    const methods = exported.filter(
      (one): one is [string, (...args: readonly unknown[]) => unknown] => typeof one[1] === "function",
    );
    for (const odd of [NaN, Infinity, "0.95", undefined, null])
      for (const [name, method] of methods) {
        if (name === "seededRandom") continue;
        // A RangeError for a number that cannot be, a TypeError for what has not the shape; or NaN.
        try {
          expect(typeof method(odd, odd, odd, odd, odd, odd)).not.toBe("string");
        } catch (error) {
          expect(error instanceof RangeError || error instanceof TypeError).toBe(true);
        }
      }
    const asText = statistics.clopperPearson as unknown as (x: number, n: number, confidence: string) => unknown;
    expect(() => asText(12, 100, "0.95")).toThrow(RangeError);
  });

  test.each([
    [1, 1, 1, 0.75],
    [2, 2, 1, 1 - 0.375 / 2],
    [0, 0, 1, 1],
    [1, 7, 0.0703125, 0.0390625],
  ])("mcnemar of %i and %i", (first, second, exact, mid) => {
    const found = statistics.mcnemar(first, second);
    expect([found.exact, found.mid]).toEqual([expect.closeTo(exact, 12), expect.closeTo(mid, 12)]);
  });

  const labels = { judged: { x: 30, n: 100 }, yes: { x: 20, n: 25 }, no: { x: 2, n: 25 } };
  const text = "0.9" as unknown as number;
  test.each<[string, () => unknown]>([
    ["a bound of a judged rate", () => statistics.labelledRate({ estimate: 0.3, low: text, high: 0.4 }, labels, 0.95)],
    ["a rate to correct", () => statistics.correctedRate({ estimate: NaN, low: 0.2, high: 0.4 }, labels, 0.95)],
    ["a measured figure", () => statistics.differenceToFixed({ estimate: text, low: 0.2, high: 0.4 }, 0.1)],
    ["a bound of a ratio", () => statistics.ratioToFixed({ estimate: 0.3, low: 0.2, high: text }, 0.1)],
    ["what a sample has reached", () => statistics.growingNormal({ reached: text, n: 3 })],
    [
      "a mean of a pair",
      () => statistics.pairedMeanDifference({ n: 9, mean1: text, mean2: 1, sd1: 1, sd2: 1, differenceSd: 1 }, 0.95),
    ],
    ["a spread", () => statistics.separateMeanRatio({ n: 9, mean: 1, sd: text }, { n: 9, mean: 1, sd: 1 }, 0.95)],
  ])("%s that is no number is refused", (_, call) => {
    expect(call).toThrow(RangeError);
  });

  test("a t quantile of more degrees of freedom than there are cases in the world is the normal one", () => {
    expect(statistics.tQuantile(0.95, 1e300)).toBe(statistics.normalQuantile(0.95));
    expect(statistics.tQuantile(0.95, 1e16)).toBeCloseTo(statistics.normalQuantile(0.95), 12);
  });

  test("normalCdf of NaN is NaN, and its tails end", () => {
    expect(statistics.normalCdf(NaN)).toBeNaN();
    expect([statistics.normalCdf(-Infinity), statistics.normalCdf(Infinity)]).toEqual([0, 1]);
  });

  test("sizes below four are found", () => {
    const goal = { mean: 0, sd: 1, target: 40, side: "at-most", confidence: 0.95, power: 0.8 } as const;
    expect(statistics.meanSize(goal)).toBe(2);
    expect(statistics.meanSize({ ...goal, target: 3 })).toBe(3);
  });
});
