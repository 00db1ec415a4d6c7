"use strict";
// Runs the daily commands on a small PoC in one process, and keeps what V8 compiled on the way beside each chunk, for
// dist/poc.cjs to load. Called by build.mjs, which ignores what the commands print. The cache is made here, because
// Node 20 keeps no compiled code, and from 22.1 on Node keeps it only after a first run on each machine.
const { execFileSync } = require("node:child_process");
const { mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const dist = join(__dirname, "..", "dist");
const { load, scripts } = require(join(dist, "poc.cjs"));

const AUTHOR = "Ana Ruiz <ana@example.com>";

const INIT = [
  "init",
  ".",
  "--yes",
  "--title",
  "Warm-up",
  "--question",
  "Does it help?",
  "--unknown",
  "Does it help?",
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
  "--kill-by",
  "day 7",
  "--payback",
  "12 months",
];

const KICKOFF = [
  ["2026-11-23T09:00:00+01:00", INIT],
  ["2026-11-23T09:10:00+01:00", ["start"]],
];

/** The daily commands, and only they: what V8 keeps of a rare command would have to be loaded with each daily one. */
const DAILY = [
  [
    "2026-11-24T16:00:00+01:00",
    ["log", "First run", "--eval", "wrong-answers=61/400", "--spend", "12.40:tokens", "--hours", "2"],
  ],
  [
    "2026-11-25T16:00:00+01:00",
    ["log", "-d", "yesterday", "Review", "--meeting", "0.5x4", "--eval", "wrong-answers=30/400", "--arm", "reranker"],
  ],
  ["2026-11-25T16:10:00+01:00", ["status"]],
  ["2026-11-25T16:10:00+01:00", ["check"]],
  ["2026-12-04T16:10:00+01:00", ["status"]],
  // The first judges the PoC, and the second shows what was kept of it.
  ["2026-12-04T16:10:00+01:00", ["list"]],
  ["2026-12-04T16:10:00+01:00", ["list"]],
];

function kickOff() {
  for (const [now, line] of KICKOFF) {
    execFileSync(process.execPath, [join(dist, "poc.cjs"), ...line], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, POC_NOW: now, POC_AUTHOR: AUTHOR },
    });
  }
}

async function warmUp() {
  kickOff();
  const { run } = load("command.cjs");
  process.env.POC_AUTHOR = AUTHOR;
  // Kept as it is for people, wherever the build runs.
  process.env.XDG_CACHE_HOME = join(process.cwd(), ".cache");
  for (const name of ["CI", "POC_NO_CACHE"]) delete process.env[name];
  for (const [now, line] of DAILY) {
    process.env.POC_NOW = now;
    process.argv = [process.argv[0], "poc", ...line];
    await run();
    if (process.exitCode === 3 || process.exitCode === 2) throw new Error(`poc ${line[0]} failed while warming up`);
  }
  process.exitCode = 0;
}

async function keepCode() {
  const folder = mkdtempSync(join(tmpdir(), "poc-warm-up-"));
  process.chdir(folder);
  await warmUp();
  for (const [name, script] of scripts) writeFileSync(join(dist, `${name}.code`), script.createCachedData());
  process.chdir(dist);
  rmSync(folder, { recursive: true, force: true });
}

void keepCode();
