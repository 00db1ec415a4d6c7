import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The package as people install it: packed, installed into an empty folder without a network, and run. */

const root = join(import.meta.dirname, "../..");
const work = mkdtempSync(join(tmpdir(), "poc-package-"));
let packed: readonly string[] = [];

function npm(args: readonly string[], cwd: string): string {
  return execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function poc(args: readonly string[], cwd: string): string {
  const env = { PATH: process.env["PATH"], POC_AUTHOR: "Ana Ruiz <ana@example.com>", HOME: work, TZ: "Europe/Berlin" };
  return execFileSync(join(work, "node_modules/.bin/poc"), args, { cwd, encoding: "utf8", env });
}

beforeAll(() => {
  const [report] = JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", work], root)) as [
    { filename: string; files: { path: string }[] },
  ];
  packed = report.files.map((file) => file.path);
  writeFileSync(join(work, "package.json"), "{}");
  npm(["install", "--offline", "--ignore-scripts", join(work, report.filename)], work);
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

test("the tarball holds what runs and what is documented, and nothing else", () => {
  const allowed =
    /^(?:dist\/|templates\/|schemas\/(?:output\/)?[a-z-]+\.schema\.json$|examples\/retrieval-poc\/|docs\/|ci\/|sql\/|skills\/|(?:README|CHANGELOG|THIRD_PARTY_NOTICES)\.md$|LICENSE$|package\.json$)/;
  expect(packed.filter((path) => !allowed.test(path))).toEqual([]);
  for (const path of [
    "dist/poc.cjs",
    "dist/statistics.mjs",
    "dist/statistics.d.ts",
    "templates/memo/decision.md.hbs",
    "schemas/entry.schema.json",
    "schemas/output/check.schema.json",
    "sql/views.sql",
    "README.md",
    "LICENSE",
    "THIRD_PARTY_NOTICES.md",
  ]) {
    expect(packed).toContain(path);
  }
});

test("installing it brings no other package", () => {
  expect(readdirSync(join(work, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["poc"]);
});

test("it runs the main job", () => {
  const version = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
  expect(poc(["--version"], work).trim()).toBe(version);
  const folder = join(work, "demo");
  poc(["init", "--example", "demo"], work);
  expect(readdirSync(join(folder, "log")).length).toBeGreaterThanOrEqual(40);
  const before = readdirSync(join(folder, "log")).length;
  poc(["log", "From the installed package", "--hours", "0.5"], folder);
  expect(readdirSync(join(folder, "log"))).toHaveLength(before + 1);
  const status = JSON.parse(poc(["status", "--format", "json", "--fail-on", "never"], folder)) as { command: string };
  expect(status.command).toBe("status");
  expect(poc(["memo", "-o", "-"], folder)).toMatch(/^# .+\n/);
  expect(poc(["explain", "terms-drift"], folder)).toMatch(/^terms-drift/);
});

test("its statistics can be imported both ways, with types beside them", () => {
  const code = "clopperPearson(12, 100, 0.95).high.toFixed(6)";
  const imported = execFileSync(
    process.execPath,
    ["--input-type=module", "-e", `import { clopperPearson } from "poc/statistics"; console.log(${code})`],
    { cwd: work, encoding: "utf8" },
  );
  const required = execFileSync(
    process.execPath,
    ["-e", `const { clopperPearson } = require("poc/statistics"); console.log(${code})`],
    { cwd: work, encoding: "utf8" },
  );
  // 0.187034: qbeta(0.95, 13, 88) of R.
  expect([imported.trim(), required.trim()]).toEqual([required.trim(), imported.trim()]);
  expect(Number(imported)).toBeCloseTo(0.187, 3);
});
