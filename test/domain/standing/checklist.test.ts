import { describe, expect, test } from "vitest";
import { checklistStanding, type ChecklistItemStanding } from "../../../src/domain/standing/checklist.ts";
import type { Checklist } from "../../../src/domain/records/checklist-items.ts";
import type { CommandRun, Entry } from "../../../src/domain/records/entry.ts";
import { checklistOf, SHIPPED_CHECKLISTS, shippedChecklist } from "../../support/checklists.ts";
import {
  MARTA,
  SOUND,
  decided,
  entry,
  evalOf,
  killOf,
  known,
  lacking,
  number,
  result,
  standing,
  start,
  withCharter,
  type Poc,
} from "../../support/records.ts";
import { itemClause } from "../../../src/wording/item-reasons.ts";

function item(name: string, id: string, poc: Poc, day = "2026-12-04"): ChecklistItemStanding {
  return checklistStanding(shippedChecklist(name), standing(poc, day)).items.find((one) => one.id === `${name}.${id}`)!;
}

const attested = (id: string, day = "2026-12-01"): Entry =>
  entry(day, { id: `word${day.slice(8)}`, attest: [{ item: id, evidence: "https://example.com/12", note: "seen" }] });
/** Attests the commitment when the budget of the MVP in the charter was this one. */
const committed = (budget: string, day = "2026-12-01"): Entry => ({
  ...attested("exit.committed", day),
  stated: new Map([["mvp.budget", budget]]),
});
const measured = entry("2026-11-30", { id: "measure", results: [result("wrong-rate", "19/200")] });
const log = (...entries: Entry[]) => [start(), ...entries];

describe("value signal", () => {
  test.each<[string, Poc, string, string]>([
    ["complete, sourced, worth it", { log: log() }, "met", "evidence"],
    ["incomplete", { definitions: { ...SOUND, value: {} }, log: log() }, "open", "evidence"],
    [
      "incomplete, whatever is said: the records could judge it",
      { definitions: { ...SOUND, value: {} }, log: log(attested("exit.value-signal")) },
      "open",
      "evidence",
    ],
    [
      "an input that is only asserted",
      {
        definitions: { ...SOUND, value: { ...SOUND.value, users: { ...known(number("100")), grade: "asserted" } } },
        log: log(),
      },
      "open",
      "evidence",
    ],
  ])("%s", (_, poc, state, basis) => {
    expect(item("exit", "value-signal", poc)).toMatchObject({ state, basis });
  });

  test("a threshold that is missed is not talked away", () => {
    const definitions = { ...SOUND, value: { ...SOUND.value, paybackThreshold: number("2") } };
    const poc: Poc = { definitions, log: [start(definitions), attested("exit.value-signal")] };
    expect(item("exit", "value-signal", poc)).toMatchObject({ state: "failed", basis: "evidence" });
  });
});

describe("feasibility", () => {
  test.each<[string, Poc, string]>([
    ["measured, and no kill criterion stands", { log: log(measured) }, "met"],
    ["not measured", { log: log() }, "open"],
    ["nobody's word replaces a measurement", { log: log(attested("exit.feasibility")) }, "open"],
    ["missed", { log: log(entry("2026-11-30", { results: [result("wrong-rate", "60/200")] })) }, "failed"],
    ["no eval decides", { definitions: { ...SOUND, evals: [] }, log: [start({ ...SOUND, evals: [] })] }, "open"],
  ])("%s", (_, poc, state) => {
    expect(item("exit", "feasibility", poc).state).toBe(state);
  });

  test("it rests on the entries that show it", () => {
    expect(item("exit", "feasibility", { log: log(measured) }).entries).toEqual(["measure"]);
  });

  test("a kill criterion that is open keeps it open, one that is tripped fails it", () => {
    const definitions = { ...SOUND, killCriteria: [killOf({ ask: "Is it?", by: "2026-12-02" })] };
    const answered = (answer: "yes" | "no") => entry("2026-12-01", { answers: new Map([["no-better", answer]]) });
    const poc = (...entries: Entry[]): Poc => ({ definitions, log: [start(definitions), measured, ...entries] });
    expect(item("exit", "feasibility", poc()).state).toBe("open");
    expect(item("exit", "feasibility", poc(answered("yes"))).state).toBe("failed");
    expect(item("exit", "feasibility", poc(answered("no"))).state).toBe("met");
  });
});

describe("risks, commitment, memo", () => {
  test.each<[string, string, Poc, string, string]>([
    ["every risk has a level", "risks-documented", { log: log() }, "met", "evidence"],
    [
      "one has none",
      "risks-documented",
      { definitions: { ...SOUND, risks: [...SOUND.risks, { id: "leak", level: "unknown" }] }, log: log() },
      "open",
      "evidence",
    ],
    [
      "a high one has no owner",
      "risks-documented",
      { definitions: { ...SOUND, risks: [{ id: "leak", level: "high", mitigation: "scrub" }] }, log: log() },
      "open",
      "evidence",
    ],
    [
      "a high one with both",
      "risks-documented",
      {
        definitions: {
          ...SOUND,
          risks: [...SOUND.risks, { id: "leak", level: "high", owner: MARTA, mitigation: "scrub" }],
        },
        log: log(),
      },
      "met",
      "evidence",
    ],
    [
      "an empty register documents nothing",
      "risks-documented",
      { definitions: { ...SOUND, risks: [] }, log: log(attested("exit.risks-documented")) },
      "open",
      "evidence",
    ],
    ["named, but nobody said so", "committed", { log: log() }, "open", "none"],
    ["named, and attested with a link", "committed", { log: log(attested("exit.committed")) }, "met", "person"],
    ["attested for the budget", "committed", { log: log(committed("120000.00 EUR")) }, "met", "person"],
    ["attested for more than the budget", "committed", { log: log(committed("130000.00 EUR")) }, "met", "person"],
    ["attested for less than the budget", "committed", { log: log(committed("119999.99 EUR")) }, "open", "none"],
    ["attested for another currency", "committed", { log: log(committed("900000.00 USD")) }, "open", "none"],
    [
      "attested for less, and again for the budget",
      "committed",
      { log: log(committed("90000.00 EUR"), committed("120000.00 EUR", "2026-12-03")) },
      "met",
      "person",
    ],
    [
      "no owner to be committed",
      "committed",
      { definitions: lacking("owner"), log: [start(lacking("owner")), attested("exit.committed")] },
      "failed",
      "evidence",
    ],
    ["no memo", "memo-written", { log: log(decided("2026-12-03", "go")) }, "open", "evidence"],
    [
      "a memo without a decision",
      "memo-written",
      { log: log(), memos: ["decision-2026-12-04.md"] },
      "open",
      "evidence",
    ],
    [
      "another memo",
      "memo-written",
      { log: log(decided("2026-12-03", "go")), memos: ["checklist-exit.md"] },
      "open",
      "evidence",
    ],
    [
      "memo and decision",
      "memo-written",
      { log: log(decided("2026-12-03", "go")), memos: ["decision-2026-12-04.md"] },
      "met",
      "evidence",
    ],
    [
      "memo and an extension",
      "memo-written",
      { log: log(decided("2026-12-03", "extend")), memos: ["decision-2026-12-04.md"] },
      "open",
      "evidence",
    ],
  ])("%s", (_, id, poc, state, basis) => {
    expect(item("exit", id, poc)).toMatchObject({ state, basis });
  });
});

describe("MVP readiness", () => {
  test.each<[string, string, Poc, string, string]>([
    ["the stack of production", "same-runtime", { log: log() }, "met", "evidence"],
    [
      "a foreign stack, whatever is said",
      "same-runtime",
      { definitions: withCharter({ pocStack: ["notebooks"] }), log: log(attested("mvp.same-runtime")) },
      "failed",
      "evidence",
    ],
    ["no stack named", "same-runtime", { definitions: withCharter({ pocStack: [] }), log: log() }, "open", "none"],
    [
      "no stack named, whatever is said",
      "same-runtime",
      { definitions: withCharter({ pocStack: [] }), log: log(attested("mvp.same-runtime")) },
      "open",
      "none",
    ],
    ["only a person can tell", "ci-cd", { log: log() }, "open", "none"],
    ["a person told", "guardrails", { log: log(attested("mvp.guardrails")) }, "met", "person"],
    ["alerts are not in the records", "cost-alerts", { log: log() }, "open", "none"],
  ])("%s", (_, id, poc, state, basis) => {
    expect(item("mvp", id, poc)).toMatchObject({ state, basis });
  });
});

describe("an item with a command", () => {
  const release = (check = "npm test", cwd = ""): Checklist =>
    checklistOf(
      "release",
      `checklist: release\ntitle: Release\nitems:\n  - {id: tests, text: Tests pass, check: ${check}${cwd}}\n`,
    );
  const ran = (when: string, run: Partial<CommandRun> = {}, id?: string): Entry =>
    entry(when, {
      ...(id === undefined ? {} : { id }),
      runs: [{ item: "release.tests", command: "npm test", exit: 0, seconds: number("1.5"), ...run }],
    });
  const failed = (when: string) => ran(when, { exit: 1, tail: "2 failed" });
  const stopped = (when: string) =>
    entry(when, {
      runs: [{ item: "release.tests", command: "npm test", stopped: "time-limit", seconds: number("600") }],
    });
  const tests = (entries: readonly Entry[], day = "2026-12-01", list = release()) =>
    checklistStanding(list, standing({ log: log(...entries) }, day)).items[0]!;

  test.each<[string, readonly Entry[], string, string, string]>([
    ["never run", [], "open", "none", "not-run"],
    ["passed", [ran("2026-11-30")], "met", "command", "run-passed"],
    ["passed seven days ago", [ran("2026-11-24")], "met", "command", "run-passed"],
    ["passed longer ago", [ran("2026-11-23 10:00")], "open", "none", "run-outdated"],
    ["failed", [failed("2026-11-30")], "failed", "command", "run-failed"],
    ["failed long ago", [failed("2026-11-23 10:00")], "failed", "command", "run-failed"],
    ["failed after it had passed", [ran("2026-11-29"), failed("2026-11-30")], "failed", "command", "run-failed"],
    ["passed after it had failed", [failed("2026-11-29"), ran("2026-11-30")], "met", "command", "run-passed"],
    ["took too long", [stopped("2026-11-30")], "failed", "command", "run-failed"],
    ["another command passed", [ran("2026-11-30", { command: "true" })], "open", "none", "command-changed"],
    ["it passed elsewhere", [ran("2026-11-30", { cwd: "../toy" })], "open", "none", "command-changed"],
    ["no word ticks it", [attested("release.tests")], "open", "none", "not-run"],
  ])("%s", (_, entries, state, basis, code) => {
    expect(tests(entries, "2026-12-01")).toMatchObject({ state, basis, because: { code } });
  });

  test("its reason in words", () => {
    const told = (...entries: Entry[]) => itemClause(tests(entries, "2026-12-01").because);
    expect(told(ran("2026-11-23 10:00"))).toBe("npm test passed on Mon 23 Nov, 8 days ago; a pass counts for 7 days");
    expect(told(failed("2026-11-30"))).toBe("npm test, exit 1, on Mon 30 Nov: 2 failed");
    expect(told(stopped("2026-11-30"))).toBe("npm test, stopped after 600 s, on Mon 30 Nov");
  });

  test("a run that was taken back does not count, and one of tomorrow not yet", () => {
    expect(tests([ran("2026-11-30", {}, "bad0000"), entry("2026-12-01", { undo: { entry: "bad0000" } })]).state).toBe(
      "open",
    );
    expect(tests([ran("2026-12-02")]).state).toBe("open");
  });

  test("it says who, when, and where its output is", () => {
    expect(tests([ran("2026-11-30", { output: "runs/1130x-tests.txt" })])).toMatchObject({
      by: { name: "Ana Ruiz" },
      on: "2026-11-30",
      output: "runs/1130x-tests.txt",
    });
  });
});

describe("the time of a list", () => {
  const asked = (name: string, ...entries: readonly Entry[]) =>
    checklistStanding(shippedChecklist(name), standing({ log: log(...entries) }, "2026-12-07")).asked;

  test.each<[string, string, readonly Entry[], boolean]>([
    ["the groundwork always", "groundwork", [], true],
    ["readiness not before a go", "mvp", [], false],
    ["readiness after a go", "mvp", [decided("2026-12-04", "go")], true],
    ["readiness after a conditional go", "mvp", [decided("2026-12-04", "conditional")], true],
    ["readiness not after an extension", "mvp", [decided("2026-12-04", "extend")], false],
    ["teardown not while it runs", "teardown", [], false],
    ["teardown after a no-go", "teardown", [decided("2026-12-04", "no-go")], true],
    ["teardown not after a go", "teardown", [decided("2026-12-04", "go")], false],
    [
      "teardown after a go, once it has begun",
      "teardown",
      [decided("2026-12-04", "go"), attested("teardown.keys-revoked", "2026-12-05")],
      true,
    ],
    ["teardown while it runs, whatever was attested", "teardown", [attested("teardown.keys-revoked")], false],
  ])("%s", (_, name, entries, expected) => {
    expect(asked(name, ...entries)).toBe(expected);
  });
});

test("the latest attestation is the one that is named", () => {
  const found = item("exit", "committed", {
    log: log(attested("exit.committed", "2026-12-01"), attested("exit.committed", "2026-12-02")),
  });
  expect(found.entries).toEqual(["word02"]);
});

test("an attestation of tomorrow ticks nothing", () => {
  expect(item("exit", "committed", { log: log(attested("exit.committed", "2026-12-02")) }, "2026-12-01").state).toBe(
    "open",
  );
});

test("the ids of what teams attest do not change", () => {
  const ids = (name: string) => shippedChecklist(name).items.map(({ id }) => id);
  expect(SHIPPED_CHECKLISTS).toEqual(["exit", "customer-facing", "essentials", "groundwork", "mvp", "teardown"]);
  expect(ids("exit")).toEqual(["value-signal", "feasibility", "risks-documented", "committed", "memo-written"]);
  expect(ids("mvp")).toEqual(["same-runtime", "ci-cd", "observability", "guardrails", "cost-alerts"]);
  expect(ids("essentials")).toHaveLength(8);
});

test("no list that ships names a command", () => {
  expect(
    SHIPPED_CHECKLISTS.flatMap((name) => shippedChecklist(name).items).filter(({ check }) => check !== undefined),
  ).toEqual([]);
});

test("where no eval is primary, feasible means nothing", () => {
  const definitions = { ...SOUND, evals: [evalOf({ primary: false, target: "value <= 12%" })] };
  expect(item("exit", "feasibility", { definitions, log: [start(definitions)] }).state).toBe("open");
});
