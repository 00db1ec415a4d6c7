"use strict";
// Runs the commands of each set on a PoC in a process of its own, and keeps what V8 compiled on the way beside each
// chunk, for dist/poc.cjs to load. Called by build.mjs. The code is made here, because Node 20 keeps no compiled code,
// and from 22.1 on Node keeps it only after a first run on each machine.
const { execFileSync } = require("node:child_process");
const { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { AUTHOR, EXAMPLE, MOMENTS, WARM_UP } = require("./warm-up.cjs");

const root = join(__dirname, "..");
const dist = join(root, "dist");

/** In the process of a set, which stands in a PoC. */
async function keepCode(set) {
  // V8 would forget what it has not run for a while. And it would note which functions it has made machine code of, and
  // make that of all of them at the first call of each, which takes longer than a short command runs.
  setFlagsFromString("--no-flush-bytecode");
  setFlagsFromString("--no-sparkplug");
  process.argv = [process.argv[0], "poc", ...WARM_UP[set][0]];
  const { load, scripts } = require(join(dist, "poc.cjs"));
  const { run } = load("command.cjs");
  // Twice, because the second run shows what was kept of the first.
  for (const now of MOMENTS.flatMap((moment) => [moment, moment]))
    for (const line of WARM_UP[set]) {
      process.env.POC_NOW = now;
      process.argv = [process.argv[0], "poc", ...line];
      await run();
      if (process.exitCode === 3 || process.exitCode === 2) throw new Error(`poc ${line[0]} failed while warming up`);
    }
  process.exitCode = 0;
  // V8 takes code only where it runs with the flags that the code was made with.
  setFlagsFromString("--flush-bytecode");
  setFlagsFromString("--sparkplug");
  for (const [name, script] of scripts) writeFileSync(join(dist, `${name}.${set}.code`), script.createCachedData());
}

function keepAll() {
  const work = mkdtempSync(join(tmpdir(), "poc-warm-up-"));
  const home = join(work, "home");
  mkdirSync(home);
  const { CI: _ci, POC_NO_CACHE: _cache, ...outer } = process.env;
  for (const set of Object.keys(WARM_UP)) {
    const poc = join(work, set);
    cpSync(join(root, "examples", EXAMPLE), poc, { recursive: true });
    execFileSync(process.execPath, [__filename, set], {
      cwd: poc,
      env: { ...outer, POC_AUTHOR: AUTHOR, HOME: home, XDG_CACHE_HOME: join(home, ".cache"), NO_COLOR: "1" },
      // Their output is shown if one of them fails.
      stdio: ["ignore", "ignore", "pipe"],
    });
  }
  rmSync(work, { recursive: true, force: true });
}

if (process.argv[2] === undefined) keepAll();
else void keepCode(process.argv[2]);
