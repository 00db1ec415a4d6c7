import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FileFault } from "../../../src/app/ports/faults.ts";
import { takeEditLock } from "../../../src/platform/disk/edit-lock.ts";
import { realFiles } from "../../../src/platform/disk/files.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const LOCK = ".poc.yaml.lock";

interface Attempt {
  readonly fault: FileFault | undefined;
  readonly notices: readonly string[];
  readonly text: string;
  readonly names: readonly string[];
}

/** Replaces poc.yaml where the lock file holds `lock` since `ageMs`. */
function attempt(lock: string, ageMs = 0): Attempt {
  const root = temporaryFolder();
  writeFileSync(join(root, "poc.yaml"), "one");
  writeFileSync(join(root, LOCK), lock);
  const time = new Date(Date.now() - ageMs);
  utimesSync(join(root, LOCK), time, time);
  const notices: string[] = [];
  let fault: FileFault | undefined;
  try {
    realFiles(
      () => root,
      (text) => notices.push(text),
    )
      .folder(root)
      .replace("poc.yaml", "two", "one");
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    fault = error;
  }
  return { fault, notices, text: readFileSync(join(root, "poc.yaml"), "utf8"), names: readdirSync(root).sort() };
}

function owner(fields: object): string {
  return JSON.stringify({
    pid: process.ppid,
    host: hostname(),
    command: "poc amend",
    time: "2026-11-23T10:00:00Z",
    token: "t",
    ...fields,
  });
}

function deadProcess(): number {
  return spawnSync("true").pid;
}

describe("a lock that is there already", () => {
  test("of a dead process on this host is taken over, and that is said", () => {
    const pid = deadProcess();
    const { fault, notices, text, names } = attempt(owner({ pid }), 90_000);
    expect(fault).toBeUndefined();
    expect(notices).toEqual([
      `took over the lock of poc.yaml, left by process ${pid} on ${hostname()} (poc amend), 90 s ago`,
    ]);
    expect([text, names]).toEqual(["two", ["poc.yaml"]]);
  });

  test("of a process with our own number is of one before us", () => {
    expect(attempt(owner({ pid: process.pid })).text).toBe("two");
  });

  test.each([
    ["of a living process", { pid: process.ppid, host: hostname() }],
    ["of another host, even where its process looks dead here", { pid: deadProcess(), host: "far-away" }],
  ])("%s is respected, and its owner named", (_, who) => {
    const { fault, notices, text, names } = attempt(owner(who), 3 * 3_600_000);
    expect(fault).toMatchObject({ kind: "locked", file: "poc.yaml" });
    expect(fault?.message).toContain(`process ${who.pid} on ${who.host} (poc amend), 3 h ago`);
    expect(fault?.message).toContain(LOCK);
    expect([text, names, notices]).toEqual(["one", [LOCK, "poc.yaml"], []]);
  });

  test.each([
    ["empty", ""],
    ["no JSON", "garbage\u001b[2J"],
    ["null", "null"],
    ["a number", "7"],
    ["without a process", "{}"],
    ["with a process that cannot be", owner({ pid: -1 })],
    ["too long", "x".repeat(10_000)],
  ])("%s is judged by its age", (_, lock) => {
    const fresh = attempt(lock);
    expect(fresh.fault?.kind).toBe("locked");
    expect(fresh.fault?.message).toContain("an unknown process");
    expect(fresh.text).toBe("one");
    const old = attempt(lock, 60_000);
    expect([old.fault, old.text, old.names]).toEqual([undefined, "two", ["poc.yaml"]]);
  });

  test("what it holds reaches no terminal as it is", () => {
    const { fault } = attempt(owner({ host: "a\u001b[2Jb", command: "x\u202ey" }));
    expect(fault?.message).not.toMatch(/[^\x20-\x7e]/);
  });

  test("that is a folder is judged by its age, and never removed with what it holds", () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "poc.yaml"), "one");
    mkdirSync(join(root, LOCK));
    expect(() =>
      realFiles(
        () => root,
        () => undefined,
      )
        .folder(root)
        .replace("poc.yaml", "two", "one"),
    ).toThrow(FileFault);
    expect(existsSync(join(root, LOCK))).toBe(true);
  });
});

describe("a lock that is held", () => {
  test("names its owner, and goes with its release", () => {
    const root = temporaryFolder();
    const lock = takeEditLock({ folder: root, base: "poc.yaml", shown: "poc.yaml" }, () => undefined);
    expect(JSON.parse(readFileSync(join(root, LOCK), "utf8"))).toMatchObject({ pid: process.pid, host: hostname() });
    expect(readdirSync(root)).toEqual([LOCK]);
    lock.confirm();
    lock.release();
    expect(readdirSync(root)).toEqual([]);
  });

  test("and was taken away is not released, and stops the edit", () => {
    const root = temporaryFolder();
    const lock = takeEditLock({ folder: root, base: "poc.yaml", shown: "poc.yaml" }, () => undefined);
    writeFileSync(join(root, LOCK), "another's");
    expect(() => lock.confirm()).toThrow(FileFault);
    lock.release();
    expect(readFileSync(join(root, LOCK), "utf8")).toBe("another's");
  });
});
