import { describe, expect, test } from "vitest";
import { datedBackRuns } from "../../../src/domain/history/dated-back.ts";
import { seenIn } from "../../../src/domain/records/seen.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { effectiveLog } from "../../../src/domain/records/log.ts";
import { answers, SOUND, decided, entry, evalOf, result, standing, start } from "../../support/records.ts";

const run = (at: string, id: string, figure: string, more: Partial<Entry> = {}, arm = "") =>
  entry(at, { id, results: [result("wrong-rate", figure, { arm })], ...more });
const undo = (at: string, of: string) => entry(at, { id: `undo-${of}`, after: of, undo: { entry: of } });
const note = entry("2026-11-25 09:00", { id: "note", note: "a note" });
const bad = run("2026-11-24 09:00", "bad", "170/200");
const good = (after?: string, at = "2026-11-23 09:00") =>
  run(at, "good", "189/200", after === undefined ? {} : { after });

/** The account of an eval that needs 90% of 200, and the verdict. */
function judged(log: readonly Entry[]) {
  const item = evalOf({ better: "higher", target: "value >= 90%", minN: 200, baseline: "100/200" });
  const definitions = { ...SOUND, evals: [item] };
  const started = start(definitions, "2026-11-23 08:00");
  const [one] = standing({ definitions, log: [started, ...log] }, "2026-11-27").evals;
  return {
    runs: one!.account.spendings.map(({ code, entry: { id } }) => `${id} ${code}`),
    judged: one!.judged?.entry.id,
    verdict: one!.verdict,
  };
}

const RERUN = { runs: ["bad planned-run", "good rerun"], judged: "good", verdict: "unsettled" };

describe("a run that is dated back is no earlier one", () => {
  test.each<readonly [string, readonly Entry[]]>([
    ["the first one counts", [bad, good("bad")]],
    ["the first one was withdrawn", [bad, good("bad"), undo("2026-11-26", "bad")]],
    ["by a minute of the same day", [bad, good("bad", "2026-11-24 08:59"), undo("2026-11-26", "bad")]],
    ["it says that it follows a note behind the first one", [bad, note, good("note"), undo("2026-11-26", "bad")]],
    [
      "both are dated back, and the second names the first",
      [note, run("2026-11-24 09:00", "bad", "170/200", { after: "note" }), good("bad"), undo("2026-11-26", "bad")],
    ],
  ])("%s", (_, log) => expect(judged(log)).toEqual(RERUN));

  test("bad news that is dated back replaces the good run before it", () => {
    const first = run("2026-11-24", "good", "192/200");
    const later = run("2026-11-23", "bad", "150/200", { after: "good" });
    expect(judged([first, later])).toMatchObject({ judged: "bad", verdict: "not met" });
  });

  test("after a decision it belongs to the account after it", () => {
    const decision = { ...decided("2026-11-25 09:00", "go"), id: "decision", after: "bad" };
    expect(judged([bad, decision, good("decision")]).runs).toEqual([
      "bad planned-run",
      "decision closed",
      "good planned-run",
    ]);
  });

  test("where it names nothing, its date is all there is", () => {
    expect(judged([bad, good()]).runs).toEqual(["good planned-run", "bad rerun"]);
  });
});

describe("when an entry was seen", () => {
  const at = (log: readonly Entry[], id: string) => seenIn(log)(log.find((one) => one.id === id)!);

  test("behind what it follows, that behind what that follows, and never before its own date", () => {
    const log = [good("bad"), run("2026-11-24 09:00", "bad", "1/2", { after: "note" }), note];
    expect(at(log, "bad")).toBeGreaterThan(note.at.epochMs);
    expect(at(log, "good")).toBeGreaterThan(at(log, "bad"));
    expect(at([{ ...note, after: "bad" }, bad], "note")).toBe(note.at.epochMs);
  });

  test("two that name each other, and one that names nobody there, are seen as they are dated or later", () => {
    const circle = [good("bad"), { ...bad, after: "good" }];
    for (const id of ["good", "bad"]) expect(Number.isFinite(at(circle, id))).toBe(true);
    expect(at([good("gone")], "good")).toBe(good().at.epochMs);
  });
});

test.each<readonly [string, readonly Entry[], readonly string[]]>([
  ["dated before a run that had been seen", [bad, good("bad")], ["good, seen bad"]],
  ["that run was withdrawn", [bad, good("bad"), undo("2026-11-26", "bad")], ["good, seen bad"]],
  ["yesterday's run, and nothing but a note since", [note, good("note")], []],
  [
    "a result of another eval had been seen",
    [entry("2026-11-24", { id: "o", results: [result("other", "1/2")] }), good("o")],
    [],
  ],
  ["an act names what it follows", [bad, { ...entry("2026-11-25", answers("no-residency", "no")), after: "bad" }], []],
])("runs that are named as dated back: %s", (_, log, expected) => {
  const sorted = [...log].sort((a, b) => a.at.epochMs - b.at.epochMs);
  const found = datedBackRuns(effectiveLog(sorted, Infinity));
  expect(found.map(({ entry: { id }, seen }) => `${id}, seen ${seen.id}`)).toEqual(expected);
});
