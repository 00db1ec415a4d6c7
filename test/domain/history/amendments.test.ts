import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { amended, answers, entry, result, standing, start } from "../../support/records.ts";

const run = (when: string, id = when) => entry(when, { id, results: [result("wrong-rate", "22/200")] });
const undo = (when: string, id: string, of: string) => entry(when, { id, undo: { entry: of } });
const TARGET = "evals.wrong-rate.target";
const lowered = (when: string, seen = 0) => amended(when, TARGET, "reduction >= 40%", "reduction >= 30%", seen);

/** What the first change of the last amendment says, and what contradicts it. */
function last(log: readonly Entry[]) {
  const one = standing({ log: [start(), ...log] }, "2026-12-04").amendments.at(-1)!;
  return { seen: one.amendment.changes[0]!.resultsSeen, codes: one.contradictions.map(({ code }) => code) };
}

describe("results seen", () => {
  test.each<readonly [string, readonly Entry[], number]>([
    ["none", [lowered("2026-11-24 12:00")], 0],
    ["one before", [run("2026-11-24 10:00"), lowered("2026-11-24 12:00")], 1],
    ["one after", [lowered("2026-11-24 12:00"), run("2026-11-24 13:00")], 0],
    [
      "one that was withdrawn by then",
      [run("2026-11-24 10:00", "a"), undo("2026-11-24 11:00", "u", "a"), lowered("2026-11-24 12:00")],
      1,
    ],
    [
      "one that is withdrawn since",
      [run("2026-11-24 10:00", "a"), lowered("2026-11-24 12:00"), undo("2026-11-24 13:00", "u", "a")],
      1,
    ],
    ["the larger number is the entry's", [lowered("2026-11-24 12:00", 3)], 3],
    ["the larger number is the log's", [run("2026-11-24 10:00"), lowered("2026-11-24 12:00", 0)], 1],
    [
      "of another eval",
      [entry("2026-11-24 10:00", { results: [result("latency", "22/200")] }), lowered("2026-11-24 12:00")],
      0,
    ],
    [
      "two in one entry",
      [
        entry("2026-11-24 10:00", {
          results: [result("wrong-rate", "22/200", { arm: "a" }), result("wrong-rate", "20/200", { arm: "b" })],
        }),
        lowered("2026-11-24 12:00"),
      ],
      2,
    ],
    [
      "terms of the whole PoC: of any eval",
      [
        entry("2026-11-24 10:00", { results: [result("latency", "22/200")] }),
        amended("2026-11-24 12:00", "spend_cap", "2000.00 EUR", "2500.00 EUR"),
      ],
      1,
    ],
    [
      "a question: its answers",
      [
        entry("2026-11-24 10:00", answers("no-residency", "no")),
        amended("2026-11-24 12:00", "kill-criteria.no-residency.by", "2026-11-27", "2026-12-01"),
      ],
      1,
    ],
    [
      "a state: the results of its metric",
      [
        run("2026-11-24 10:00"),
        amended("2026-11-24 12:00", "kill-criteria.no-better-than-search.when", "wrong-rate > 18%", "wrong-rate > 28%"),
      ],
      1,
    ],
    [
      "dated back before what its author knew",
      [run("2026-11-24 13:00", "a"), { ...lowered("2026-11-24 12:00"), after: "a" }],
      1,
    ],
  ])("%s", (_, log, seen) => {
    expect(last(log).seen).toBe(seen);
  });

  test("a number that is too small is a contradiction, one that is right is none", () => {
    expect(last([run("2026-11-24 10:00"), lowered("2026-11-24 12:00", 0)]).codes).toContain("more-seen");
    expect(last([run("2026-11-24 10:00"), lowered("2026-11-24 12:00", 1)]).codes).not.toContain("more-seen");
    expect(last([lowered("2026-11-24 12:00", 5)]).codes).not.toContain("more-seen");
  });
});

describe("from what a term was changed", () => {
  const again = (when: string, from: string, to: string) => amended(when, TARGET, from, to);
  const settled = (log: readonly Entry[]) =>
    standing({ log: [start(), ...log] }, "2026-12-04").amendments.flatMap(({ contradictions }) =>
      contradictions.flatMap((one) => (one.code === "other-from" ? [one.settled] : [])),
    );

  test.each<readonly [string, readonly Entry[], readonly boolean[]]>([
    ["as agreed", [again("2026-11-24 10:00", "reduction >= 40%", "reduction >= 30%")], []],
    [
      "one after the other",
      [
        again("2026-11-24 10:00", "reduction >= 40%", "reduction >= 30%"),
        again("2026-11-24 11:00", "reduction >= 30%", "reduction >= 20%"),
      ],
      [],
    ],
    ["from what was never agreed", [again("2026-11-24 10:00", "reduction >= 60%", "reduction >= 30%")], [false]],
    [
      "two to different texts",
      [
        again("2026-11-24 10:00", "reduction >= 40%", "reduction >= 30%"),
        again("2026-11-24 11:00", "reduction >= 40%", "reduction >= 20%"),
      ],
      [false],
    ],
    [
      "two to the same text",
      [
        again("2026-11-24 10:00", "reduction >= 40%", "reduction >= 30%"),
        again("2026-11-24 11:00", "reduction >= 40%", "reduction >= 30%"),
      ],
      [true],
    ],
    [
      "two, and a third that knew both",
      [
        again("2026-11-24 10:00", "reduction >= 40%", "reduction >= 30%"),
        again("2026-11-24 11:00", "reduction >= 40%", "reduction >= 20%"),
        again("2026-11-24 12:00", "reduction >= 20%", "reduction >= 20%"),
      ],
      [true],
    ],
    [
      "three that knew of none",
      [
        again("2026-11-24 10:00", "reduction >= 40%", "reduction >= 30%"),
        again("2026-11-24 11:00", "reduction >= 40%", "reduction >= 20%"),
        again("2026-11-24 12:00", "reduction >= 40%", "reduction >= 10%"),
      ],
      [false, false],
    ],
  ])("%s", (_, log, expected) => {
    const own = standing({ log: [start(), ...log] }, "2026-12-04").terms?.get(TARGET);
    expect(own).toBe(log.at(-1)!.amend!.changes[0]!.to);
    expect(settled(log)).toEqual(expected);
  });
});
