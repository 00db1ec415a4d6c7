import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { answers, decided, entry, standing, start } from "../../support/records.ts";

const known = (one: Entry, id: string, more: Partial<Entry> = {}): Entry => ({ ...one, id, after: "start00", ...more });
const yes = entry("2026-11-24 10:00", answers("no-residency", "yes"));
const no = entry("2026-11-24 11:00", answers("no-residency", "no"));
const noGo = decided("2026-11-24 10:00", "no-go");
const go = decided("2026-11-24 11:00", "go");

test.each<readonly [string, readonly Entry[], readonly string[]]>([
  ["one decision", [known(noGo, "a")], []],
  ["two of a version that named nothing: the later one replaces", [noGo, go], []],
  ["two that knew of none", [known(noGo, "a"), known(go, "b")], ["decision"]],
  ["the later one knew", [known(noGo, "a"), known(go, "b", { supersedes: ["a"] })], []],
  [
    "a third that knew both",
    [known(noGo, "a"), known(go, "b"), known(decided("2026-11-24 12:00", "go"), "c", { supersedes: ["a", "b"] })],
    [],
  ],
  [
    "a third that knew one",
    [known(noGo, "a"), known(go, "b"), known(decided("2026-11-24 12:00", "go"), "c", { supersedes: ["b"] })],
    ["decision"],
  ],
  ["answers that differ", [known(yes, "a"), known(no, "b")], ["answer"]],
  ["answers that agree", [known(no, "a"), known({ ...no, at: yes.at }, "b")], []],
  ["an answer that replaces", [known(yes, "a"), known(no, "b", { supersedes: ["a"] })], []],
  [
    "a contradicting answer that was withdrawn",
    [known(yes, "a"), known(no, "b"), entry("2026-11-24 12:00", { undo: { entry: "b" } })],
    [],
  ],
  ["two starts", [start(undefined, "2026-11-24 09:00")].map((one) => ({ ...one, id: "again" })), ["start"]],
])("%s", (_, log, kinds) => {
  const judged = standing({ log: [start(), ...log] }, "2026-12-01");
  expect(judged.disputes.map(({ subject }) => subject.kind)).toEqual(kinds);
  if (kinds.length > 0) expect(judged.recommendation.outcome).toBe("cannot-judge");
});
