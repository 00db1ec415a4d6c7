import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * What the daily commands load of dist/, and how much it is: the part of starting up that a test can tell without a
 * clock. Whoever adds to these lists or raises a bound has looked whether `poc log` has a use for it, and has run
 * `npm run bench`.
 */
const dist = join(import.meta.dirname, "../../dist");
const work = mkdtempSync(join(tmpdir(), "poc-chunks-"));
const env = {
  PATH: process.env["PATH"],
  HOME: work,
  POC_AUTHOR: "Ana Ruiz <ana@example.com>",
  POC_NOW: "2026-11-23T09:00:00+01:00",
  NO_COLOR: "1",
};

const EVERY = ["command.cjs", "shared-every-command.cjs", "shared-rolldown-runtime.cjs"];
const DAILY = [...EVERY, "shared-daily-commands.cjs", "shared-entry-facts.cjs", "shared-log-answer.cjs"];

/** Runs the command as dist/poc.cjs does, and then tells the names of the chunks on the last line. */
const LOADED = `
const { load, scripts } = require(${JSON.stringify(join(dist, "poc.cjs"))});
process.argv.splice(1, 0, "poc");
load("command.cjs").run().then(() => console.log("\\n" + JSON.stringify([...scripts.keys()])));
`;

function loaded(...args: readonly string[]): readonly string[] {
  const names = execFileSync(process.execPath, ["-e", LOADED, "--", ...args], {
    cwd: work,
    env: { ...env, POC_NOW: "2026-11-24T16:00:00+01:00" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return (JSON.parse(names.trimEnd().split("\n").at(-1)!) as string[]).sort();
}

/** Of the code, and of what V8 keeps of it: both are read at every start. */
function kilobytes(names: readonly string[]): { readonly code: number; readonly kept: number } {
  const sum = (ending: string) =>
    names.reduce((total, name) => total + statSync(join(dist, name + ending)).size, 0) / 1024;
  return { code: sum(""), kept: sum(".code") };
}

beforeAll(() => {
  const poc = (...args: readonly string[]) =>
    execFileSync(process.execPath, [join(dist, "poc.cjs"), ...args], { cwd: work, env, stdio: "ignore" });
  poc(
    "init",
    ".",
    "--yes",
    "--title",
    "Chunks",
    "--question",
    "Does it help?",
    "--unknown",
    "Does it?",
    "--sponsor",
    "Marta Weiss",
    "--cap",
    "2000 EUR",
    "--mvp-budget",
    "9000 EUR",
    "--stack",
    "node",
    "--production-stack",
    "node",
    "--metric",
    "Wrong answers",
    "--baseline",
    "82/400",
    "--target",
    "reduction >= 40%",
    "--min-n",
    "400",
    "--kill-when",
    "wrong-answers > 18%",
  );
  poc("start");
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe("what a command loads", () => {
  test("--version: what every command does, and no more", () => {
    expect(loaded("--version")).toEqual(EVERY);
    expect(kilobytes(EVERY).code).toBeLessThan(110);
  });

  test.each([
    [
      "log",
      ["log", "First run", "--eval", "wrong-answers=30/400", "--spend", "12.40:tokens"],
      [
        "log.cjs",
        "shared-entry-json.cjs",
        "shared-flag-problems.cjs",
        "shared-log-entry.cjs",
        "shared-print-answer.cjs",
        "shared-write-entry.cjs",
      ],
    ],
    [
      "check",
      ["check"],
      [
        "check.cjs",
        "shared-diagnostic-text.cjs",
        "shared-exit-code.cjs",
        "shared-path-prefix.cjs",
        "shared-read-standing.cjs",
      ],
    ],
  ] as const)("%s", (_name, args, own) => {
    const names = loaded(...args);
    expect(names).toEqual([...DAILY, ...own].sort());
    expect(kilobytes(names).code).toBeLessThan(660);
    expect(kilobytes(names).kept).toBeLessThan(1150);
  });

  test("status", () => {
    const names = loaded("status");
    expect(names).toEqual(
      [
        ...EVERY,
        "shared-daily-commands.cjs",
        "shared-diagnostic-text.cjs",
        "shared-drawn-eval.cjs",
        "shared-entry-json.cjs",
        "shared-exit-code.cjs",
        "shared-gate-closing.cjs",
        "shared-gate-json.cjs",
        "shared-held-json.cjs",
        "shared-path-prefix.cjs",
        "shared-point-value-json.cjs",
        "shared-print-diagnostics.cjs",
        "shared-read-standing.cjs",
        "shared-standing-json.cjs",
        "shared-status-head.cjs",
        "status.cjs",
      ].sort(),
    );
    expect(kilobytes(names).code).toBeLessThan(660);
    expect(kilobytes(names).kept).toBeLessThan(1150);
  });
});
