import { describe, expect, test } from "vitest";
import { evalStanding } from "../../../src/domain/evidence/eval-standing.ts";
import { baselineTerm, baselineText, parseBaseline } from "../../../src/domain/records/eval.ts";
import type { Result } from "../../../src/domain/records/evals/result.ts";
import { entry, evalOf, must, number, result } from "../../support/records.ts";

const groups = (text: string) =>
  text.split(" ").map((group) => {
    const [sum = "", n = ""] = group.split("/");
    return { sum: number(sum), n: Number(n) };
  });

/** Sixty of two hundred in twenty groups, nothing in half of them and much in the rest. */
const UNEVEN = [...Array.from({ length: 8 }, () => "0/10"), ...Array.from({ length: 12 }, () => "5/10")].join(" ");

describe("a baseline in groups", () => {
  test.each([
    ["41/200 in groups 20/100 21/100", "41/200 in 2 groups"],
    ["41/200 in groups 20/100 21/100 from cases/table-k7f3q2m.csv#passed", "41/200 in 2 groups"],
    ["41/200 from cases/table-k7f3q2m.csv#was it right", "41/200"],
    ["0.09 EUR sd 0.02 n 50 in groups 2.25/25 2.25/25", "0.09 EUR sd 0.02 n 50 in 2 groups"],
    ["21.5% n 3 in groups 0.25/1 0/1 0.395/1", "21.5% n 3"],
  ])("%s is read, shown in short, and frozen as it stands", (text, shown) => {
    const baseline = must(parseBaseline(text));
    expect(baselineText(baseline)).toBe(shown);
    expect(baselineTerm(baseline)).toBe(text);
    expect(must(parseBaseline(baselineTerm(baseline)))).toEqual(baseline);
  });

  test.each(["41/200 in groups", "41/200 in groups 3/0", "41/200 in groups three", "20% in groups 3/10 4/10"])(
    "%s is refused",
    (text) => {
      expect(parseBaseline(text).ok).toBe(false);
    },
  );

  const judged = (baseline: string, more: Partial<Result> = {}) => {
    const item = evalOf({ baseline, target: "reduction >= 20%" });
    const logged = { entry: entry("2026-11-25"), index: 0, result: result(item.id, "34/200", more) };
    return evalStanding(item, [logged], { confidence: 0.95, last: true });
  };

  test("is less certain than as many single cases, and so is the change", () => {
    const [single, grouped] = [judged("60/200"), judged(`60/200 in groups ${UNEVEN}`)];
    expect(grouped.change!.estimate).toBe(single.change!.estimate);
    expect(grouped.change!.low).toBeLessThan(single.change!.low);
    expect([single.verdict, grouped.verdict]).toEqual(["met", "unsettled"]);
  });

  test("widens a comparison of two that are in groups", () => {
    const clusters = groups(Array.from({ length: 20 }, (_, k) => `${k % 2 === 0 ? 1 : 2}/10`).join(" ")).map(
      (group, k) => (k < 4 ? { ...group, sum: number("3") } : group),
    );
    const sum = clusters.reduce((all, one) => all + Number(one.sum.digits), 0);
    expect(sum).toBe(36);
    const more = { count: { x: 36, n: 200 }, clusters };
    const [single, grouped] = [judged("60/200", more), judged(`60/200 in groups ${UNEVEN}`, more)];
    expect(grouped.change!.low).toBeLessThan(single.change!.low);
  });
});
