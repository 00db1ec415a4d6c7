import { describe, expect, test } from "vitest";
import { gateLog, gateSpan, lastAttestation } from "../../../src/domain/records/gate-log.ts";
import { effectiveLog } from "../../../src/domain/records/log.ts";
import { passed, waived } from "../../support/gates.ts";
import { date, entry } from "../../support/records.ts";

const TODAY = date("2026-12-10");
const told = (log: Parameters<typeof gateLog>[0], today = TODAY) => {
  const { passages, skipping, waivers } = gateLog(log, today);
  return {
    passed: passages.map(({ passage }) => passage.gate),
    skipping: skipping.map(({ passage }) => passage.gate),
    waivers: waivers.map(({ waiver, expired }) => `${waiver.item} ${waiver.until}${expired ? " expired" : ""}`),
  };
};

describe("passages", () => {
  test.each<[string, Parameters<typeof gateLog>[0], string[], string[]]>([
    ["none", [], [], []],
    ["one after the other", [passed("2026-11-20", "a"), passed("2026-12-04", "b", "a")], ["a", "b"], []],
    ["one that skips", [passed("2026-11-20", "a"), passed("2026-12-04", "c", "b")], ["a"], ["c"]],
    ["a first one that skips", [passed("2026-12-04", "b", "a")], [], ["b"]],
    [
      "what follows on one that skipped",
      [passed("2026-12-04", "b", "a"), passed("2026-12-05", "c", "b")],
      [],
      ["b", "c"],
    ],
    ["a second first gate", [passed("2026-11-20", "a"), passed("2026-12-04", "z")], ["a"], ["z"]],
    [
      "two in one second, in whatever order the log has them",
      [passed("2026-12-04", "b", "a"), passed("2026-12-04", "a"), passed("2026-12-04", "c", "b")],
      ["a", "b", "c"],
      [],
    ],
    [
      "one that is older than the gate before it",
      [passed("2026-12-04", "b", "a"), passed("2026-12-05", "a")],
      ["a"],
      ["b"],
    ],
    [
      "and once more in its turn",
      [passed("2026-12-04", "b", "a"), passed("2026-12-05", "a"), passed("2026-12-06", "b", "a")],
      ["a", "b"],
      ["b"],
    ],
    [
      "gates that wait for each other",
      [passed("2026-12-04", "a", "b"), passed("2026-12-04", "b", "a")],
      [],
      ["a", "b"],
    ],
    ["a gate that comes before itself", [passed("2026-12-04", "a", "a")], [], ["a"]],
    [
      "the same gate twice, as after a merge: the first counts",
      [passed("2026-11-20", "a"), passed("2026-11-21", "a"), passed("2026-12-04", "b", "a")],
      ["a", "b"],
      [],
    ],
  ])("%s", (_, log, gates, skipping) => {
    expect(told(log)).toMatchObject({ passed: gates, skipping });
  });

  test("cannot be withdrawn", () => {
    const passage = passed("2026-11-20", "a");
    const undo = entry("2026-11-21", { id: "undo000", undo: { entry: passage.id } });
    const { counted } = effectiveLog([passage, undo], TODAY_MS);
    expect(told(counted).passed).toEqual(["a"]);
  });
});

const TODAY_MS = Date.parse("2026-12-10T12:00:00Z");

describe("waivers", () => {
  test.each<[string, Parameters<typeof gateLog>[0], string[]]>([
    ["hold on their last day", [waived("2026-12-01", "a.x", "2026-12-10")], ["a.x 2026-12-10"]],
    ["and no longer", [waived("2026-12-01", "a.x", "2026-12-09")], ["a.x 2026-12-09 expired"]],
    [
      "the latest of a condition counts",
      [
        waived("2026-12-01", "a.x", "2026-12-09"),
        waived("2026-12-02", "a.y", "2026-12-31"),
        waived("2026-12-08", "a.x", "2026-12-20"),
      ],
      ["a.y 2026-12-31", "a.x 2026-12-20"],
    ],
  ])("%s", (_, log, waivers) => {
    expect(told(log).waivers).toEqual(waivers);
  });

  test("can be withdrawn where no gate was passed with them", () => {
    const waiver = waived("2026-12-01", "a.x", "2026-12-31");
    const undo = entry("2026-12-02", { id: "undo000", undo: { entry: waiver.id } });
    expect(told(effectiveLog([waiver, undo], TODAY_MS).counted).waivers).toEqual([]);
  });
});

test("the span of a gate goes from the passage before to its own", () => {
  const log = gateLog([passed("2026-11-20", "a"), passed("2026-12-04", "b", "a")], TODAY);
  const dates = (gate: string, reached?: boolean) => {
    const { since, passed: own, reached: there } = gateSpan(log, gate, reached);
    return [since?.entry.date, own?.entry.date, there];
  };
  expect(dates("a")).toEqual([undefined, "2026-11-20", true]);
  expect(dates("b")).toEqual(["2026-11-20", "2026-12-04", true]);
  expect(dates("c")).toEqual(["2026-12-04", undefined, true]);
  expect(dates("d", false)).toEqual(["2026-12-04", undefined, false]);
});

test("the last word on an item counts", () => {
  const said = (when: string, evidence: string) => entry(when, { attest: [{ item: "a.x", evidence }] });
  expect(
    lastAttestation([said("2026-12-01", "a/first"), said("2026-12-02", "a/second"), said("2026-12-03", "x")], "a.x")
      ?.attestation.evidence,
  ).toBe("a/second");
  expect(lastAttestation([said("2026-12-01", "a/first")], "a.y")).toBeUndefined();
});
