import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

/** A large file is read line by line: what is kept of it are its ids and figures, and not its text. */

const POC = join(import.meta.dirname, "../../dist/poc.cjs");
const work = mkdtempSync(join(tmpdir(), "poc-memory-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const env = {
  PATH: process.env["PATH"],
  HOME: work,
  POC_AUTHOR: "Ana Ruiz <ana@example.com>",
  POC_NOW: "2026-11-30T09:00:00Z",
};

/** Writes `row(0)`, `row(1)`, … until the file has the size. */
function write(name: string, heading: string, megabytes: number, row: (nth: number) => string): void {
  const file = openSync(join(work, name), "w");
  writeSync(file, heading);
  for (let size = 0, nth = 0; size < megabytes * 1024 * 1024;) {
    const block = Array.from({ length: 1000 }, () => row(nth++)).join("");
    size += writeSync(file, block);
  }
  closeSync(file);
}

/** The most memory that an import of the file took, in MB. */
function peakOf(args: readonly string[]): number {
  const told = join(work, "peak");
  // Not maxRSS of resourceUsage: that of a child begins with what its parent had when it was forked.
  const hook = `import{readFileSync,writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(told)},readFileSync("/proc/self/status")))`;
  const node = ["--import", `data:text/javascript,${encodeURIComponent(hook)}`, POC, "import", ...args, "--dry-run"];
  execFileSync(process.execPath, node, { cwd: work, env, stdio: ["ignore", "pipe", "pipe"] });
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(told, "utf8"))![1]) / 1024;
}

const ANSWER = "an answer that is long enough to be one, and is not kept ".repeat(7);

test.each([
  [
    "cases, JSON lines",
    "cases.jsonl",
    "",
    (nth: number) => `{"case_id":"question-number-${nth}","passed":${nth % 5 > 0},"answer":"${ANSWER}"}\n`,
    ["--map", "passed=wrong-rate", "--date", "2026-11-24"],
  ],
  [
    "cases, CSV",
    "cases.csv",
    "case_id,passed,answer\n",
    (nth: number) => `question-number-${nth},${nth % 5 > 0},"${ANSWER}"\n`,
    ["--map", "passed=wrong-rate", "--date", "2026-11-24"],
  ],
  [
    "spend logs, JSON lines",
    "spend.jsonl",
    "",
    (nth: number) =>
      `{"request_id":"chatcmpl-number-${nth}","startTime":"2026-11-2${3 + (nth % 5)}T10:00:00Z","spend":0.001,` +
      `"model":"gpt-4.1","messages":"${ANSWER}"}\n`,
    [],
  ],
])("100 MB of %s take less than 300 MB of memory", (_, name, heading, row, flags) => {
  writeFileSync(join(work, "poc.yaml"), "version: 1\ntitle: T\ntimebox: { start: 2026-11-23, working_days: 10 }\n");
  writeFileSync(
    join(work, "evals.yaml"),
    "- { id: wrong-rate, metric: Wrong answers, better: lower, baseline: 20%, target: value <= 15% }\n",
  );
  write(name, heading, 100, row);
  expect(peakOf([name, ...flags])).toBeLessThan(300);
  rmSync(join(work, name));
});
