import { describe, expect, test } from "vitest";
import type { Disk } from "../../support/memory-files.ts";
import { run, world } from "../../support/run.ts";

const NOW = "2026-11-23T09:00:00+01:00";
const LONG = "a".repeat(70_000);

const titleBeside = (flag: string) => (flag === "--title" ? [] : ["--title", "T"]);
const here = (disk: Disk) => world({ disk, now: NOW, cwd: "/work" });

async function problems(disk: Disk): Promise<string> {
  return (await run(["-C", "/work/new", "check", "--all"], here(disk))).stdout;
}

describe("poc init writes nothing that poc check refuses to read", () => {
  test.each([
    ["--metric", "con"],
    ["--metric", "NUL"],
    ["--metric", "constructor"],
    ["--metric", "__proto__"],
    ["--metric", "prototype"],
    ["--metric", "數字"],
    ["--kill-ask", "con"],
    ["--kill-ask", "constructor"],
    ["--kill-ask", "???"],
    ["--title", "- [x]: {y} # z"],
    ["--question", "TBD or not?\nSecond line"],
  ])("%s %j", async (flag, text) => {
    const disk: Disk = new Map();
    const { exitCode } = await run(["init", "/work/new", "--yes", ...titleBeside(flag), flag, text], here(disk));
    expect(exitCode).toBe(0);
    expect(await problems(disk)).not.toMatch(/invalid-|too-long|wrong-type|yaml-feature/);
  });

  test.each([
    ["--title", "title"],
    ["--question", "question"],
    ["--unknown", "unknowns"],
    ["--metric", "metric"],
    ["--kill-ask", "ask"],
    ["--stack", "poc_stack"],
  ])("a text of 70,000 characters in %s is refused with the limit", async (flag, field) => {
    const disk: Disk = new Map();
    const { exitCode, stderr } = await run(
      ["init", "/work/new", "--yes", ...titleBeside(flag), flag, LONG],
      here(disk),
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain("found 70,000 characters, expected at most 65,536");
    expect(stderr).toContain(field);
    expect([...disk.keys()]).toEqual([]);
  });
});

describe("poc init --example that was cut short", () => {
  test("is completed by the same command", async () => {
    const whole: Disk = new Map();
    await run(["init", "/work/new", "--example"], here(whole));
    const part: Disk = new Map([...whole].slice(0, 9));
    expect((await run(["init", "/work/new", "--example"], here(part))).exitCode).toBe(0);
    expect(new Map([...part].sort())).toEqual(new Map([...whole].sort()));
  });

  test("and is no other PoC", async () => {
    const disk: Disk = new Map([["/work/new/poc.yaml", "version: 1\ntitle: Mine\n"]]);
    expect((await run(["init", "/work/new", "--example"], here(disk))).exitCode).toBe(2);
    expect(disk.size).toBe(1);
  });
});
