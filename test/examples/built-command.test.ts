import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../src/platform/assets.ts";

const POC = join(packageRoot(), "dist/poc.cjs");
const EXAMPLE = join(packageRoot(), "examples/retrieval-poc");
const MEMO = "memos/decision-2026-11-20.md";

let work = "";
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "poc-examples-"));
  cpSync(EXAMPLE, join(work, "example"), { recursive: true });
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function node(args: readonly string[], { cwd = join(work, "example"), env = {} }: Surroundings = {}) {
  const { PATH = "" } = process.env;
  return spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    env: { PATH, TMPDIR: work, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

test("the build is there: npm test builds first", () => {
  expect(existsSync(POC)).toBe(true);
});

test.each([
  ["UTC", "C"],
  ["Pacific/Kiritimati", "C"],
  ["America/St_Johns", "de_DE.UTF-8"],
])("in %s and %s the memo has the bytes that are committed", (zone, locale) => {
  const { status, stdout } = node([POC, "memo", "--as-of", "2026-11-20T10:15:00+01:00", "-o", "-"], {
    env: { TZ: zone, LANG: locale, LC_ALL: locale },
  });

  expect(status).toBe(0);
  expect(stdout).toBe(readFileSync(join(EXAMPLE, MEMO), "utf8"));
});

test("poc memo --verify calls every committed document current", () => {
  const { status, stdout } = node([POC, "memo", "--verify"], { env: { POC_NOW: "2027-03-01T09:00:00+01:00" } });

  expect({ status, stdout }).toMatchObject({ status: 0 });
});

test.each(["2026-12-07", "2027-03-01", "2031-01-01"])("poc check is green on %s, as in a daily run of CI", (day) => {
  const { status, stdout } = node([POC, "check", "--format", "junit"], { env: { POC_NOW: `${day}T06:00:00Z` } });
  expect({ status, failures: /failures="(\d+)"/.exec(stdout)?.[1] }).toEqual({ status: 0, failures: "0" });
});

test("the demo runs anywhere: another folder, no HOME, no terminal", () => {
  const elsewhere = join(work, "else where");
  mkdirSync(elsewhere);
  const { status, stdout, stderr } = node([join(packageRoot(), "scripts/demo.mjs")], {
    cwd: elsewhere,
    env: { TZ: "Pacific/Kiritimati", CI: "true" },
  });

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const memo = /^ {2}decision memo +(.+)$/m.exec(stdout)?.[1] ?? "";
  expect(readFileSync(memo, "utf8")).toMatch(/^> \*\*Go\*\* was decided by Marta Weiss/m);
  expect(stdout).not.toContain("\u001B");
});
