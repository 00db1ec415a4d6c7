import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

/**
 * One PoC is read at a time, and little memory is left to garbage: three thousand PoCs stay below 200 MB. By itself V8
 * takes 134 MB for these few, and more for each that follows.
 */

const root = join(import.meta.dirname, "../..");
const POC = join(root, "dist/poc.cjs");
const work = mkdtempSync(join(tmpdir(), "poc-memory-"));
const many = join(work, "many");
const env = { PATH: process.env["PATH"], HOME: work, POC_NOW: "2026-12-04T18:00:00+01:00" };

interface Folders {
  writePortfolio(poc: string, root: string, pocs: number, entries: number): void;
}

beforeAll(async () => {
  const { writePortfolio } = (await import(pathToFileURL(join(root, "bench/folders.mjs")).href)) as Folders;
  writePortfolio(POC, many, 300, 20);
}, 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The most memory that the list took, in MB. */
function peakOf(...flags: readonly string[]): number {
  const told = join(work, "peak");
  // Not maxRSS of resourceUsage: that of a child begins with what its parent had when it was forked.
  const hook = `import{readFileSync,writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(told)},readFileSync("/proc/self/status")))`;
  const node = ["--import", `data:text/javascript,${encodeURIComponent(hook)}`, POC, "list", many, ...flags];
  execFileSync(process.execPath, node, { cwd: work, env, stdio: ["ignore", "pipe", "pipe"] });
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(told, "utf8"))![1]) / 1024;
}

test("300 PoCs that are judged for the first time, and listed again", () => {
  expect(peakOf()).toBeLessThan(112);
  expect(peakOf()).toBeLessThan(75);
  expect(peakOf("--no-cache")).toBeLessThan(112);
}, 120_000);
