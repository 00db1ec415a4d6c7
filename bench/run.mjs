// npm run bench: one table of ratios. Measured against the built command in dist/.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { journalOf, LAST_DAY, startPoc, writePoc } from "./folders.mjs";
import { isInstalled, measure } from "./measure.mjs";

const poc = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist", "poc.cjs");
if (!existsSync(poc)) throw new Error("dist/poc.cjs is missing: npm run build");

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 21);
const work = mkdtempSync(join(tmpdir(), "poc-bench-"));

try {
  const empty = join(work, "empty.cjs");
  writeFileSync(empty, "");
  const small = join(work, "sixty");
  const large = join(work, "ten-thousand");
  writePoc(small, 60);
  writePoc(large, 10_000);
  for (const folder of [small, large]) startPoc(poc, folder);
  const journal = join(work, "ten-thousand.journal");
  writeFileSync(journal, journalOf(10_000));
  const logged = join(work, "logged");

  const node = (name, args, cwd, before) => ({
    name,
    command: process.execPath,
    args,
    cwd,
    env: LAST_DAY,
    ...(before === undefined ? {} : { before }),
  });
  const floor = node("node empty.cjs", [empty], work);
  const quick = [
    floor,
    node("poc --version", [poc, "--version"], work),
    // Each round logs into the same folder of sixty entries, not into one that grows.
    node(
      "poc log, 60 entries",
      [poc, "log", "Reranker on", "--eval", "wrong-rate=42/400", "--spend", "12.40"],
      logged,
      () => fresh(small, logged),
    ),
    node("poc check, 60 entries", [poc, "check"], small),
    node("poc status, 60 entries", [poc, "status"], small),
    ...(isInstalled("hledger") ? [{ name: "hledger --version", command: "hledger", args: ["--version"] }] : []),
    ...(isInstalled("adr") ? [{ name: "adr list", command: "adr", args: ["list"], cwd: work }] : []),
  ];
  print(
    "Start-up and the daily commands, as ratios to an empty Node process",
    measure(quick, { rounds, floor: floor.name }),
    { "poc log, 60 entries": 3.0, "poc check, 60 entries": 3.5, "poc status, 60 entries": 3.5 },
  );

  const big = [
    node("poc check, 10,000 entries", [poc, "check"], large),
    node("poc status, 10,000 entries", [poc, "status"], large),
    ...(isInstalled("hledger")
      ? [{ name: "hledger balance, 10,000 records", command: "hledger", args: ["-f", journal, "balance"] }]
      : []),
    ...(isInstalled("ledger")
      ? [{ name: "ledger balance, 10,000 records", command: "ledger", args: ["-f", journal, "balance"] }]
      : []),
  ];
  const yardstick = isInstalled("hledger") ? "hledger balance, 10,000 records" : "poc check, 10,000 entries";
  if (!isInstalled("hledger")) console.log("hledger is not installed, so the large folder is not compared with it.");
  print(
    `10,000 records, as ratios to ${yardstick}`,
    measure(big, { rounds: Math.max(3, Math.round(rounds / 3)), floor: yardstick }),
    { "poc check, 10,000 entries": 1.0 },
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

function fresh(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  if (readdirSync(join(to, "log")).length !== 61) throw new Error("the folder to log into is not as it should be");
}

function print(title, results, goals) {
  console.log(`\n${title} (median of the rounds, quartiles, goal)\n`);
  for (const [name, { median, low, high }] of results) {
    const goal =
      goals[name] === undefined ? "" : `  ${median <= goals[name] ? "within" : "over"} ${goals[name].toFixed(1)}`;
    console.log(`${name.padEnd(34)} ${median.toFixed(2).padStart(6)}   ${low.toFixed(2)} to ${high.toFixed(2)}${goal}`);
  }
}
