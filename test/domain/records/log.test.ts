import { describe, expect, test } from "vitest";
import { finalFact } from "../../../src/domain/records/facts.ts";
import { byTime, effectiveLog } from "../../../src/domain/records/log.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { amended, asOf, decided, entry, start } from "../../support/records.ts";

const undo = (when: string, id: string, of: string) => entry(when, { id, undo: { entry: of } });
const counted = (entries: readonly Entry[], day = "2026-12-01") =>
  effectiveLog([...entries].sort(byTime), asOf(day).epochMs).counted.map(({ id }) => id);

const FACT = entry("2026-11-24", { id: "fact", note: "a fact" });

describe("corrections", () => {
  test("a withdrawn entry does not count, its correction stays", () => {
    const log = effectiveLog([FACT, undo("2026-11-25", "u1", "fact")], asOf("2026-11-25").epochMs);
    expect(log.counted.map(({ id }) => id)).toEqual(["u1"]);
    expect(log.entries.map(({ id }) => id)).toEqual(["fact", "u1"]);
    expect([...log.withdrawn].map(([id, by]) => [id, by.id])).toEqual([["fact", "u1"]]);
  });

  test("an undo of the undo makes it count again", () => {
    expect(counted([FACT, undo("2026-11-25", "u1", "fact"), undo("2026-11-26", "u2", "u1")])).toEqual(["fact", "u2"]);
  });

  test("and a third takes it away once more", () => {
    expect(
      counted([FACT, undo("2026-11-25", "u1", "fact"), undo("2026-11-26", "u2", "u1"), undo("2026-11-27", "u3", "u2")]),
    ).toEqual(["u1", "u3"]);
  });

  test.each([
    ["u1", "u2"],
    ["u2", "u1"],
  ])("within one second it does not matter which id comes first: %s then %s", (first, second) => {
    expect(counted([FACT, undo("2026-11-25", first, "fact"), undo("2026-11-25", second, first)])).toEqual([
      "fact",
      second,
    ]);
  });

  test("two corrections of one entry: taking back the one leaves the other", () => {
    const twice = [FACT, undo("2026-11-25", "u1", "fact"), undo("2026-11-26", "u2", "fact")];
    expect(effectiveLog(twice, asOf("2026-12-01").epochMs).withdrawn.get("fact")?.id).toBe("u1");
    expect(counted([...twice, undo("2026-11-27", "u3", "u1")])).toEqual(["u2", "u3"]);
  });

  test("corrections that point at each other settle nothing, and end", () => {
    expect(counted([FACT, undo("2026-11-25", "u1", "u2"), undo("2026-11-26", "u2", "u1")])).toEqual([
      "fact",
      "u1",
      "u2",
    ]);
    expect(counted([FACT, undo("2026-11-25", "u1", "u1")])).toEqual(["fact", "u1"]);
  });

  test("a correction of nothing withdraws nothing", () => {
    expect(counted([FACT, undo("2026-11-25", "u1", "nowhere")])).toEqual(["fact", "u1"]);
  });

  test("a long chain is settled as well", () => {
    const chain = Array.from({ length: 5000 }, (_, k) =>
      undo("2026-11-25", `u${String(k).padStart(4, "0")}`, k === 0 ? "fact" : `u${String(k - 1).padStart(4, "0")}`),
    );
    // The last one counts, and with it every second one before it; 5000 is even, so the first correction does not.
    expect(counted([FACT, ...chain])).toHaveLength(2501);
  });
});

test.each([
  ["the start", start()],
  ["an amendment", amended("2026-11-24", "spend_cap", "1.00 EUR", "2.00 EUR")],
  ["a decision", decided("2026-11-24", "no-go")],
])("%s is final: no correction withdraws it", (_, act) => {
  expect(finalFact(act)).toBeDefined();
  expect(counted([act, undo("2026-11-25", "u1", act.id)])).toEqual([act.id, "u1"]);
});

describe("as of an instant", () => {
  test("what comes later does not count yet, corrections neither", () => {
    const log = effectiveLog([FACT, undo("2026-11-25", "u1", "fact")], asOf("2026-11-24").epochMs);
    expect(log.counted.map(({ id }) => id)).toEqual(["fact"]);
    expect(log.later.map(({ id }) => id)).toEqual(["u1"]);
  });

  test("the moment itself counts", () => {
    expect(effectiveLog([FACT], FACT.at.epochMs).counted).toEqual([FACT]);
    expect(effectiveLog([FACT], FACT.at.epochMs - 1).counted).toEqual([]);
  });

  test("entries of one moment are in the order of their ids, on every machine", () => {
    const [a, b] = [entry("2026-11-24", { id: "a" }), entry("2026-11-24", { id: "b" })];
    expect([b, a].sort(byTime)).toEqual([a, b]);
    expect(byTime(a, a)).toBe(0);
  });
});
