// Measures how fast the built command starts and logs the result as one entry of examples/startup-poc, with the raw
// rounds beside it. Run it on a machine that is otherwise idle: npm run build && node bench/log-startup.mjs
//   --dry-run   measure and print, log nothing
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { builtCommand, root } from "../scripts/replay-on-disk.mjs";
import { journalOf, LAST_DAY, writePoc } from "./folders.mjs";
import { isInstalled, measure } from "./measure.mjs";

const ROUNDS = 60;
const LARGE_ROUNDS = 21;
/** What the evals ask for, by their ids. */
const LIMITS = { "log-60": 3, "check-60": 3.5, "status-60": 3.5, "check-10k": 1 };

const dryRun = process.argv.includes("--dry-run");
const poc = builtCommand();
const home = join(root, "examples/startup-poc");
if (!isInstalled("hledger")) throw new Error("hledger is not installed, and one of the evals is measured against it");

const work = mkdtempSync(join(tmpdir(), "poc-startup-"));
try {
  const rounds = { ...small(), ...large() };
  const within = Object.fromEntries(
    Object.entries(LIMITS).map(([id, limit]) => [id, rounds[id].filter((ratio) => ratio <= limit).length]),
  );
  const control = rounds["empty-again"].filter((ratio) => ratio <= 1).length;
  const medians = Object.fromEntries(Object.entries(rounds).map(([id, ratios]) => [id, median(ratios)]));
  const text =
    `${ROUNDS} rounds on ${cpus().length} shared cores, Node ${process.versions.node}. Medians: log ${medians["log-60"]}, check ${medians["check-60"]}, status ${medians["status-60"]} starts of an empty process; ` +
    `10,000 entries ${medians["check-10k"]} of ${hledgerVersion()}. Empty against itself ${medians["empty-again"]}, ${control} of ${ROUNDS} rounds at or below 1.`;
  console.log(text);
  for (const [id, count] of Object.entries(within))
    console.log(`${id.padEnd(10)} ${count}/${rounds[id].length} within ${LIMITS[id]}`);
  if (!dryRun) log(text, within, rounds);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Ratios to an empty process, round by round. */
function small() {
  const folder = join(work, "sixty");
  const logged = join(work, "logged");
  const empty = join(work, "empty.cjs");
  writePoc(poc, folder, 60);
  writeFileSync(empty, "");
  const fresh = () => {
    rmSync(logged, { recursive: true, force: true });
    cpSync(folder, logged, { recursive: true });
  };
  return inRounds(ROUNDS, "empty", [
    node("empty", [empty], work),
    node("empty-again", [empty], work),
    // Each round logs into the same folder of sixty entries, not into one that grows.
    {
      ...node("log-60", [poc, "log", "Reranker on", "--eval", "wrong-rate=42/400", "--spend", "12.40"], logged),
      before: fresh,
    },
    node("check-60", [poc, "check"], folder),
    node("status-60", [poc, "status"], folder),
  ]);
}

/** Ratios to hledger on the same ten thousand records. */
function large() {
  const folder = join(work, "ten-thousand");
  const journal = join(work, "ten-thousand.journal");
  writePoc(poc, folder, 10_000);
  writeFileSync(journal, journalOf(10_000));
  return inRounds(LARGE_ROUNDS, "hledger", [
    { name: "hledger", command: "hledger", args: ["-f", journal, "balance"] },
    node("check-10k", [poc, "check"], folder),
  ]);
}

/** One measurement a round, so that every round can be kept: `measure` itself answers with quartiles only. */
function inRounds(count, floor, subjects) {
  const ratios = Object.fromEntries(subjects.filter(({ name }) => name !== floor).map(({ name }) => [name, []]));
  for (let round = 0; round < count; round++) {
    const measured = measure(subjects, { rounds: 1, floor });
    for (const name of Object.keys(ratios)) ratios[name].push(Number(measured.get(name).wall.median.toFixed(4)));
  }
  return ratios;
}

function log(text, within, rounds) {
  const moment = new Date().toISOString();
  const evidence = `runs/${moment.slice(0, 16).replace("T", "-").replace(":", "")}.json`;
  mkdirSync(join(home, "runs"), { recursive: true });
  const facts = {
    measured: moment,
    node: process.versions.node,
    hledger: hledgerVersion(),
    cores: cpus().length,
    processor: cpus()[0]?.model,
    load: loadavg(),
    rounds,
  };
  writeFileSync(join(home, evidence), `${JSON.stringify(facts)}\n`);
  const results = Object.entries(within).flatMap(([id, count]) => ["--eval", `${id}=${count}/${rounds[id].length}`]);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [poc, "log", text, ...results, "--evidence", evidence, "--by", "The poc maintainers <maintainers@example.com>"],
    { cwd: home, encoding: "utf8" },
  );
  console.log(stdout + stderr);
  if (status !== 0) throw new Error(`poc log ended with ${status}`);
}

function node(name, args, cwd) {
  return { name, command: process.execPath, args, cwd, env: LAST_DAY };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(2);
}

function hledgerVersion() {
  return (spawnSync("hledger", ["--version"], { encoding: "utf8" }).stdout ?? "").split(",")[0].trim();
}
