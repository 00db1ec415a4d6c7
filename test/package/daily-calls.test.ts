import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { straceMissing } from "../crash/strace.ts";
import { say } from "../platform/say.ts";

/**
 * What a daily command asks of the system on sixty entries, beyond what an empty Node process does: the part of its
 * speed that noise cannot move. Before you raise a bound, see what the new call is for, and run `npm run bench`.
 */
const root = join(import.meta.dirname, "../..");
const poc = join(root, "dist/poc.cjs");
const ENTRIES = 61;

interface Folders {
  writePoc(poc: string, folder: string, count: number): void;
  readonly LAST_DAY: Readonly<Record<string, string>>;
}

const missing = straceMissing();
if (missing !== undefined) say(`skipped: no system call was counted (${missing})`);

describe.runIf(missing === undefined)("a daily command on sixty entries", () => {
  const work = mkdtempSync(join(tmpdir(), "poc-calls-"));
  const folder = join(work, "sixty");
  let env: Readonly<Record<string, string | undefined>>;

  beforeAll(async () => {
    const { writePoc, LAST_DAY } = (await import(pathToFileURL(join(root, "bench/folders.mjs")).href)) as Folders;
    env = { PATH: process.env["PATH"], HOME: join(work, "home"), NO_COLOR: "1", ...LAST_DAY };
    mkdirSync(join(work, "home"));
    writePoc(poc, folder, ENTRIES - 1);
    // The first run reads the definitions, and those after it what was kept of them.
    spawnSync(process.execPath, [poc, "check"], { cwd: folder, env });
  });

  afterAll(() => rmSync(work, { recursive: true, force: true }));

  /** How often each call was made, by its name; in a locale, for an answer that was kept is not given in another. */
  function calls(args: readonly string[], locale = "C"): ReadonlyMap<string, number> {
    const file = join(work, "trace");
    spawnSync("strace", ["-f", "-o", file, process.execPath, ...args], { cwd: folder, env: { ...env, LANG: locale } });
    const names = [...readFileSync(file, "utf8").matchAll(/^\d+ +(\w+)\(/gm)].map(([, name]) => name!);
    return names.reduce((counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1), new Map<string, number>());
  }

  test.each([
    ["check", ["check"]],
    ["status", ["status"]],
    ["log", ["log", "Reranker on", "--spend", "12.40"]],
  ])("%s opens, looks at and reads each entry once", (_, args) => {
    const floor = calls(["-e", "0"]);
    const whole = calls([poc, ...args], "C.UTF-8");
    const beyond = (...names: readonly string[]) =>
      names.reduce((sum, name) => sum + (whole.get(name) ?? 0) - (floor.get(name) ?? 0), 0);
    const opened = beyond("openat", "open");
    expect(opened).toBeGreaterThanOrEqual(ENTRIES);
    expect(opened).toBeLessThanOrEqual(ENTRIES + 36);
    expect(beyond("statx", "stat", "lstat", "fstat", "newfstatat")).toBeLessThanOrEqual(ENTRIES + 60);
    expect(beyond("read", "pread64")).toBeLessThanOrEqual(2 * ENTRIES + 36);
    expect(beyond("getdents64")).toBeLessThanOrEqual(8);
    expect(beyond("execve", "clone", "vfork")).toBe(0);
  });

  test.each([["check"], ["status"]])(
    "%s, where nothing has changed, opens each entry once and little else",
    (command) => {
      calls([poc, command], "C");
      const [floor, again] = [calls(["-e", "0"]), calls([poc, command], "C")];
      const beyond = (name: string) => (again.get(name) ?? 0) - (floor.get(name) ?? 0);
      expect(beyond("openat")).toBeGreaterThanOrEqual(ENTRIES);
      expect(beyond("openat")).toBeLessThanOrEqual(ENTRIES + 20);
      expect(beyond("statx")).toBeLessThanOrEqual(45);
      expect(beyond("read")).toBeLessThanOrEqual(ENTRIES + 33);
      expect(beyond("rename")).toBe(0);
    },
  );

  test.each([["check"], ["status"]])("%s gives V8 little to collect", (command) => {
    const { stdout } = spawnSync(process.execPath, ["--trace-gc", poc, command], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    const collections = stdout.match(/ms: (?:Scavenge|Mark-Compact)/g) ?? [];
    expect(collections.length).toBeLessThanOrEqual(12);
  });
});
