"use strict";
// Runs the daily commands on a small PoC in one process, and keeps what V8 compiled on the way beside each chunk, for
// dist/poc.cjs to load. Called by build.mjs; what the commands print is nobody's business.
const { mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const dist = join(__dirname, "..", "dist");
const { load, scripts } = require(join(dist, "poc.cjs"));

const INIT = ["init", ".", "--yes", "--title", "Warm-up", "--question", "Does it help?", "--unknown", "Does it help?", "--sponsor", "Marta Weiss", "--cap", "2000 EUR", "--mvp-budget", "9000 EUR", "--stack", "node", "--production-stack", "node", "--metric", "Wrong answers", "--baseline", "82/400", "--target", "reduction >= 40%", "--min-n", "400", "--kill-when", "wrong-answers > 18%"];

const DAYS = [
  ["2026-11-23T09:00:00+01:00", INIT],
  ["2026-11-23T09:10:00+01:00", ["start"]],
  ["2026-11-24T16:00:00+01:00", ["log", "First run", "--eval", "wrong-answers=61/400", "--spend", "12.40:tokens", "--hours", "2"]],
  ["2026-11-25T16:00:00+01:00", ["log", "-d", "yesterday", "Review", "--meeting", "0.5x4", "--eval", "wrong-answers=30/400", "--arm", "reranker"]],
  ["2026-11-25T16:10:00+01:00", ["status"]],
  ["2026-11-25T16:10:00+01:00", ["check"]],
  ["2026-11-25T16:10:00+01:00", ["check", "--format", "json"]],
  ["2026-11-25T16:10:00+01:00", ["show"]],
  ["2026-12-04T16:10:00+01:00", ["memo", "-o", "-"]],
  ["2026-12-04T16:10:00+01:00", ["checklist", "exit", "-o", "-"]],
  ["2026-12-04T16:10:00+01:00", ["status"]],
  ["2026-12-04T16:10:00+01:00", ["--version"]],
];

async function warmUp() {
  const { run } = load("command.cjs");
  process.env.POC_AUTHOR = "Ana Ruiz <ana@example.com>";
  for (const [now, line] of DAYS) {
    process.env.POC_NOW = now;
    process.argv = [process.argv[0], "poc", ...line];
    await run();
    if (process.exitCode === 3 || process.exitCode === 2) throw new Error(`poc ${line[0]} failed while warming up`);
  }
  process.exitCode = 0;
}

const folder = mkdtempSync(join(tmpdir(), "poc-warm-up-"));
process.chdir(folder);
warmUp().then(
  () => {
    for (const [name, script] of scripts) writeFileSync(join(dist, `${name}.code`), script.createCachedData());
    rmSync(folder, { recursive: true, force: true });
  },
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
