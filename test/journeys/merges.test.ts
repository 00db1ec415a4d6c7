import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { branch, mergedByGit, type Branch } from "../support/branches.ts";
import { diskWithPoc } from "../support/definitions.ts";
import type { Disk } from "../support/memory-files.ts";
import { POC, run, world } from "../support/run.ts";
import type { Step } from "../support/session.ts";

const FOLDER = join(import.meta.dirname, "../corpus/ok/running");
const FILES: Disk = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [`${POC}/${name}`, readFileSync(join(FOLDER, name), "utf8")]),
);
const APPROVED = '--reason "agreed" --approver "Marta Weiss <marta@example.com>"';
const MARTA = '--by "Marta Weiss <marta@example.com>"';
const at = (time: string) => `2026-11-${time}+01:00`;
/** A step of an afternoon; the second of two branches types half an hour later. */
const on = (time: string, type: string): Step => ({ type: `poc ${type}`, now: at(time) });

let started: Branch;

beforeAll(async () => {
  started = await branch(FILES, [on("23T09:00:00", "start")]);
});

/** What a person reads after the merge. */
interface Merged {
  /** Of errors and warnings, in the order of the check. */
  readonly codes: readonly string[];
  readonly outcome: string;
  readonly rule: string;
  readonly check: string;
  readonly status: string;
  readonly memo: string;
  readonly disk: Disk;
  readonly conflict: boolean;
}

interface Case {
  readonly base?: readonly Step[];
  readonly ours: readonly Step[];
  readonly theirs: readonly Step[];
}

/** Both orders of merging: what they come to has to be the same. */
async function merge(one: Case): Promise<Merged> {
  const base = await branch(started.disk, one.base ?? [], { ids: "b" });
  const ours = await branch(base.disk, one.ours, { ids: "c", author: "Ana Ruiz <ana@example.com>" });
  const theirs = await branch(base.disk, one.theirs, { ids: "d", author: "Tom Okafor <tom@example.com>" });
  const there = await judged(mergedByGit(base.disk, ours.disk, theirs.disk));
  const back = await judged(mergedByGit(base.disk, theirs.disk, ours.disk));
  expect({ ...back, disk: 0 }).toEqual({ ...there, disk: 0 });
  for (const id of [...ours.stored, ...theirs.stored])
    expect(
      [...there.disk.keys()].some((name) => name.endsWith(`${id}.yaml`)),
      `${id} is still there`,
    ).toBe(true);
  return there;
}

const LATER = at("26T09:00:00");

interface Repository {
  readonly disk: Disk;
  readonly conflict: boolean;
}

async function judged({ disk, conflict }: Repository, now = LATER): Promise<Merged> {
  const typed = (...argv: string[]) => run(argv, world({ disk: new Map(disk), now }));
  const { data } = JSON.parse((await typed("status", "--format", "json")).stdout) as {
    readonly data: { readonly recommendation: { readonly outcome: string; readonly rule: string } };
  };
  const check = (await typed("check")).stdout;
  const memo = await typed("memo", "-o", "-");
  return {
    // These branches log no hours and plan no measuring, and what that means is no matter of merging.
    codes: [...check.matchAll(/: (?:error|warning)\[([a-z-]+)\]/g)]
      .map((match) => match[1]!)
      .filter((code) => code !== "log-without-hours" && code !== "eval-way-missing"),
    outcome: data.recommendation.outcome,
    rule: data.recommendation.rule,
    check,
    status: (await typed("status")).stdout,
    memo: memo.stdout,
    disk,
    conflict,
  };
}

/** Whether the check names both entries, by their ids. */
function namesBoth({ check }: Merged, code: string): boolean {
  const line = check.split("\n").find((one) => one.includes(`[${code}]`)) ?? "";
  return /c{3,}\w+|\bc\w{6}\b/.test(line) && /\bd\w{6}\b/.test(line);
}

const RESULT = "log --eval wrong-rate=14/100 --arm a";
const AMEND = (target: string) => `amend --set evals.wrong-rate.target="reduction >= ${target}" ${APPROVED}`;

describe("reliability.md, section 6: what two branches did without knowing of each other", () => {
  test.each([
    ["the result first", "24T10:00:00", "24T11:00:00", true],
    ["the amendment first", "24T11:00:00", "24T10:00:00", false],
  ])("result and amendment of its target, %s", async (_, result, amendment, seen) => {
    const merged = await merge({ ours: [on(result, RESULT)], theirs: [on(amendment, AMEND("30%"))] });
    expect(merged.codes.includes("amendment-understates")).toBe(seen);
    expect(merged.memo.includes("after 1 result")).toBe(seen);
  });

  test("undo and amendment", async () => {
    const merged = await merge({
      base: [on("24T09:00:00", RESULT)],
      ours: [on("24T10:00:00", "undo bbbbbb8"), on("24T10:30:00", "log again")],
      theirs: [on("24T11:00:00", AMEND("30%"))],
    });
    expect(merged.memo).toContain("after 1 result");
    expect(merged.codes).not.toContain("amendment-understates");
  });

  test("amended while a result was withdrawn, and its undo undone on the other side", async () => {
    const merged = await merge({
      base: [on("24T09:00:00", RESULT), on("24T09:10:00", "undo bbbbbb8")],
      ours: [on("24T10:00:00", "undo bbbbbb9")],
      theirs: [on("24T11:00:00", AMEND("30%"))],
    });
    expect(merged.memo).toContain("after 1 result");
    expect(merged.memo).not.toContain("before any result");
  });

  test("two undos of one entry: undoing one of them leaves it withdrawn", async () => {
    const merged = await merge({
      base: [on("24T09:00:00", "log --spend 100 --category other")],
      ours: [on("24T10:00:00", "undo bbbbbb8")],
      theirs: [on("24T10:00:00", "undo bbbbbb8")],
    });
    expect(merged.status).toContain("2,000.00 EUR left");
    const ours = [...merged.disk.keys()].find((name) => /undo-bbbbbb8-c\w+\.yaml$/.test(name))!.slice(-12, -5);
    const again = await run(["undo", ours], world({ disk: new Map(merged.disk), now: LATER }));
    expect(again.stdout).toContain("stays withdrawn by d");
    expect(again.stdout).not.toContain("counts again");
  });

  test.each([
    ["to different values", "30%", "50%", "cannot-judge"],
    ["to the same value", "30%", "30%", "keep-going"],
  ])("two amendments of one term %s", async (_, left, right, outcome) => {
    const merged = await merge({ ours: [on("24T10:00:00", AMEND(left))], theirs: [on("24T11:00:00", AMEND(right))] });
    expect(merged.outcome).toBe(merged.conflict ? "cannot-judge" : outcome);
    if (left === right) expect(merged.check).toContain("note[amendment-repeated]");
    else expect(merged.conflict).toBe(true);
  });

  test("two amendments of one term whose file somebody merged by hand", async () => {
    const ours = await branch(started.disk, [on("24T10:00:00", AMEND("30%"))], { ids: "c" });
    const theirs = await branch(started.disk, [on("24T11:00:00", AMEND("50%"))], { ids: "d" });
    const disk: Disk = new Map([...ours.disk, ...theirs.disk]);
    const merged = await judged({ disk, conflict: false });
    expect(merged.codes).toContain("amendments-disputed");
    expect(namesBoth(merged, "amendments-disputed")).toBe(true);
    expect(merged.outcome).toBe("cannot-judge");
    const settled = await branch(disk, [on("25T10:00:00", AMEND("50%"))], { ids: "e" });
    expect((await judged({ disk: settled.disk, conflict: false })).codes).not.toContain("amendments-disputed");
  });

  test("amendments of two terms", async () => {
    const merged = await merge({
      ours: [on("24T10:00:00", AMEND("30%"))],
      theirs: [on("24T11:00:00", `amend --set spend_cap="2500 EUR" ${APPROVED}`)],
    });
    expect(merged.codes).toEqual([]);
    expect(merged.memo).toMatch(/30%[\s\S]*2,500\.00 EUR|2500\.00 EUR[\s\S]*30%/);
  });

  test("amendment, and an edit without one", async () => {
    const edited: Disk = new Map(started.disk);
    edited.set(`${POC}/poc.yaml`, edited.get(`${POC}/poc.yaml`)!.replace("2000 EUR", "9000 EUR"));
    const ours = await branch(started.disk, [on("24T10:00:00", AMEND("30%"))], { ids: "c" });
    const merged = await judged(mergedByGit(started.disk, ours.disk, edited));
    expect(merged.codes).toEqual(["terms-drift"]);
  });

  test("start and start", async () => {
    const ours = await branch(FILES, [on("23T09:00:00", "start")], { ids: "c" });
    const theirs = await branch(FILES, [on("23T10:00:00", "start")], { ids: "d" });
    const merged = await judged(mergedByGit(FILES, ours.disk, theirs.disk));
    expect(merged.codes).toContain("start-repeated");
    expect(namesBoth(merged, "start-repeated")).toBe(true);
    expect(merged.outcome).toBe("cannot-judge");
    const id = theirs.stored[0]!;
    const settled = await branch(merged.disk, [on("25T10:00:00", `undo ${id} --reason "two branches"`)], { ids: "e" });
    const after = await judged({ disk: settled.disk, conflict: false });
    expect(after.codes).toEqual(["act-withdrawn"]);
    expect(after.outcome).toBe("keep-going");
    expect(after.memo).toContain("was withdrawn by");
  });

  test("start and log", async () => {
    const ours = await branch(FILES, [on("23T11:00:00", "start")], { ids: "c" });
    const theirs = await branch(FILES, [on("23T10:00:00", RESULT)], { ids: "d" });
    const merged = await judged(mergedByGit(FILES, ours.disk, theirs.disk));
    expect(merged.memo).toContain("before the terms were frozen");
  });

  const decide = (outcome: string, more = "") =>
    `decide ${outcome} --why "So agreed" --override "Known to all" ${MARTA} ${more}`;

  test.each([
    ["the same", "no-go", "no-go"],
    ["contrary", "go", "no-go"],
    ["an extension and a decision", "extend --days 2", "no-go"],
  ])("decision and decision: %s", async (_, left, right) => {
    const merged = await merge({
      ours: [on("24T10:00:00", decide(left))],
      theirs: [on("24T11:00:00", decide(right))],
    });
    expect(merged.codes).toContain("decisions-disputed");
    expect(namesBoth(merged, "decisions-disputed")).toBe(true);
    expect(merged.outcome).toBe("cannot-judge");
    const settled = await branch(merged.disk, [on("25T10:00:00", decide("no-go", "--supersede"))], { ids: "e" });
    const after = await judged({ disk: settled.disk, conflict: false });
    expect(after.codes).not.toContain("decisions-disputed");
    expect(after.status).toContain("DECIDED: No-go");
  });

  test("a decision that both sides supersede", async () => {
    const merged = await merge({
      base: [on("24T09:00:00", decide("no-go"))],
      ours: [on("24T10:00:00", decide("go", "--supersede"))],
      theirs: [on("24T11:00:00", decide("no-go", "--supersede"))],
    });
    expect(merged.codes).toContain("decisions-disputed");
  });

  test("a decision that one side supersedes", async () => {
    const merged = await merge({
      base: [on("24T09:00:00", decide("no-go"))],
      ours: [on("24T10:00:00", decide("go", "--supersede"))],
      theirs: [on("24T11:00:00", "log thoughts")],
    });
    expect(merged.codes).not.toContain("decisions-disputed");
    expect(merged.status).toContain("DECIDED: Go");
  });

  test("decision, and work logged after it", async () => {
    const merged = await merge({
      ours: [on("24T10:00:00", decide("no-go"))],
      theirs: [on("24T11:00:00", "log --spend 10 --category other")],
    });
    expect(merged.codes).toContain("entry-after-decision");
  });

  const PASS = 'gate pass --approver "Marta Weiss <marta@example.com>"';
  const ONE_PAGER = on("20T10:00:00", "log --attest value-hypothesis.one-pager=https://wiki.example.com/7");

  test("a gate passed twice", async () => {
    const base = await branch(diskWithPoc(), [ONE_PAGER], { ids: "b" });
    const ours = await branch(base.disk, [on("20T11:00:00", PASS)], { ids: "c" });
    const theirs = await branch(base.disk, [on("20T12:00:00", PASS)], { ids: "d" });
    const merged = await judged(mergedByGit(base.disk, ours.disk, theirs.disk));
    expect(merged.codes).toContain("gate-passed-twice");
    expect(namesBoth(merged, "gate-passed-twice")).toBe(true);
    expect(merged.outcome).toBe("cannot-judge");
    const undo = `undo ${theirs.stored[0]!} --reason "two branches"`;
    const settled = await branch(merged.disk, [on("21T10:00:00", undo)], { ids: "e" });
    expect((await judged({ disk: settled.disk, conflict: false })).codes).not.toContain("gate-passed-twice");
  });

  test("a gate passed, and a waiver for it", async () => {
    const base = diskWithPoc();
    const waive = `gate waive value-hypothesis.one-pager --reason "It is late" --until 2026-12-20 --approver "Tom Okafor"`;
    const ours = await branch(base, [ONE_PAGER, on("20T11:00:00", PASS)], { ids: "c" });
    const theirs = await branch(base, [on("20T12:00:00", waive)], { ids: "d" });
    const merged = await judged(mergedByGit(base, ours.disk, theirs.disk));
    expect(merged.codes).toContain("waiver-after-passage");
    expect(namesBoth(merged, "waiver-after-passage")).toBe(true);
  });

  test("what came true of a go, said twice", async () => {
    const go = 'decide go --why "It works" --override "The rest is agreed" --by "Marta Weiss"';
    const decided = [on("25T10:00:00", "log --eval wrong-rate=30/400"), on("25T11:00:00", go)];
    const year = (time: string, type: string) => ({ type: `poc ${type}`, now: `2027-02-26T${time}+01:00` });
    const base = await branch(started.disk, decided, { ids: "b" });
    const ours = await branch(base.disk, [year("10:00:00", "followup --actual wrong-rate=9%")], { ids: "c" });
    const theirs = await branch(base.disk, [year("11:00:00", "followup --actual wrong-rate=11%")], { ids: "d" });
    const moment = "2027-03-01T09:00:00+01:00";
    const merged = await judged(mergedByGit(base.disk, ours.disk, theirs.disk), moment);
    expect(merged.codes).toContain("follow-ups-disputed");
    expect(namesBoth(merged, "follow-ups-disputed")).toBe(true);
    expect(merged.outcome).not.toBe("cannot-judge");
    const undo = year("12:00:00", `undo ${theirs.stored[0]!} --reason Estimated`);
    const settled = await branch(merged.disk, [undo], { ids: "e" });
    expect((await judged({ disk: settled.disk, conflict: false }, moment)).codes).not.toContain("follow-ups-disputed");
  });

  test("answers that contradict each other", async () => {
    const merged = await merge({
      ours: [on("24T10:00:00", "log --answer no-residency=yes")],
      theirs: [on("24T11:00:00", "log --answer no-residency=no")],
    });
    expect(merged.codes).toContain("answers-disputed");
    expect(namesBoth(merged, "answers-disputed")).toBe(true);
    expect(merged.outcome).toBe("cannot-judge");
    const settled = await branch(merged.disk, [on("25T10:00:00", "log --answer no-residency=no")], { ids: "e" });
    expect((await judged({ disk: settled.disk, conflict: false })).codes).not.toContain("answers-disputed");
  });

  test("answers that agree", async () => {
    const merged = await merge({
      ours: [on("24T10:00:00", "log --answer no-residency=no")],
      theirs: [on("24T11:00:00", "log --answer no-residency=no")],
    });
    expect(merged.codes).toEqual([]);
  });

  test("an attestation, and its undo", async () => {
    const merged = await merge({
      base: [on("24T09:00:00", "log --attest exit.committed=https://example.com/minutes/12 --by Marta")],
      ours: [on("24T10:00:00", "undo bbbbbb8")],
      theirs: [on("24T11:00:00", "log more")],
    });
    expect(merged.status).not.toContain("example.com/minutes");
    expect(merged.memo).toContain("withdrawn");
  });

  test("a bill that replaces an estimate, and the estimate undone", async () => {
    const merged = await merge({
      base: [on("24T09:00:00", "log --spend 100 --category tokens --basis estimated")],
      ours: [on("24T10:00:00", "log --spend 120 --category tokens --replaces bbbbbb8")],
      theirs: [on("24T11:00:00", "undo bbbbbb8")],
    });
    expect(merged.status).toContain("1,880.00 EUR left");
    expect(merged.codes).toEqual([]);
    expect(merged.memo).toContain("withdrawn");
  });

  test("the same file of results logged on both", async () => {
    const base: Disk = new Map(started.disk);
    base.set(`${POC}/runs.csv`, `wrong\n${"true\nfalse\nfalse\nfalse\n".repeat(25)}`);
    const type = "log --eval wrong-rate=@runs.csv";
    const ours = await branch(base, [on("24T10:00:00", type)], { ids: "c" });
    const theirs = await branch(base, [on("24T11:00:00", type)], { ids: "d" });
    const merged = await judged(mergedByGit(base, ours.disk, theirs.disk));
    expect(merged.codes).toContain("results-twice");
    expect(namesBoth(merged, "results-twice")).toBe(true);
  });

  test("an entry deleted on one side and undone on the other", async () => {
    const base = await branch(started.disk, [on("24T09:00:00", RESULT)], { ids: "b" });
    const without: Disk = new Map([...base.disk].filter(([name]) => !name.includes("bbbbbb8")));
    const theirs = await branch(base.disk, [on("24T11:00:00", "undo bbbbbb8")], { ids: "d" });
    const merged = await judged(mergedByGit(base.disk, without, theirs.disk));
    expect(merged.codes).toContain("unknown-reference");
  });

  test("an entry deleted on one side and amended upon on the other", async () => {
    const base = await branch(started.disk, [on("24T09:00:00", RESULT)], { ids: "b" });
    const without: Disk = new Map([...base.disk].filter(([name]) => !name.includes("bbbbbb8")));
    const theirs = await branch(base.disk, [on("24T11:00:00", AMEND("30%"))], { ids: "d" });
    const merged = await judged(mergedByGit(base.disk, without, theirs.disk));
    expect(merged.codes).toContain("unknown-reference");
    expect(merged.memo).toContain("after 1 result");
  });

  test("entries of the same millisecond", async () => {
    const merged = await merge({
      ours: [on("24T10:00:00.125", "log --spend 1 --category other")],
      theirs: [on("24T10:00:00.125", "log --spend 1 --category other")],
    });
    expect(merged.status).toContain("1,998.00 EUR left");
  });

  test("a clock behind on one side", async () => {
    const merged = await merge({
      ours: [on("24T10:00:00", RESULT)],
      theirs: [on("23T10:00:00", "log a"), on("23T11:00:00", AMEND("30%"))],
    });
    expect(merged.codes).toEqual([]);
    const behind = await run(
      ["amend", "--set", "spend_cap=2500 EUR", "--reason", "late", "--approver", "Marta Weiss"],
      world({ disk: new Map(merged.disk), now: at("23T12:00:00") }),
    );
    expect(behind.exitCode).toBe(1);
    expect(behind.stderr).toContain("correct the clock");
  });

  test("the folder of the PoC renamed on one side", async () => {
    const renamed: Disk = new Map(
      [...started.disk].map(([name, text]) => [name.replace(POC, "/work/other-poc"), text]),
    );
    const theirs = await branch(started.disk, [on("24T11:00:00", RESULT)], { ids: "d" });
    const { disk } = mergedByGit(started.disk, renamed, theirs.disk);
    const id = theirs.stored[0]!;
    expect([...disk.keys()].filter((name) => name.endsWith(`${id}.yaml`))).toHaveLength(1);
    const there = [...disk.keys()].some((name) => name.startsWith("/work/other-poc/log/") && name.includes(id));
    const status = await run(["status"], world({ disk: new Map(disk), cwd: "/work/other-poc", now: LATER }));
    expect(status.stdout.includes("14 of 100")).toBe(there);
  });
});
