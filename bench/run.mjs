// npm run bench: tables of ratios, measured against the built command in dist/.
//   --peers   also tools of the same kind from npm, installed into a temporary folder
//   --quick   three rounds, and no folder of 100,000 entries: to see that the bench works
// BENCH_ROUNDS sets the rounds, BENCH_NODES names more programs of Node, with ":" between them.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { builtCommand } from "../scripts/replay-on-disk.mjs";
import { journalOf, LAST_DAY, writePoc, writePortfolio } from "./folders.mjs";
import { filesAndCalls, loadedKilobytes, nodesFound, versionOf } from "./machine.mjs";
import { isInstalled, measure } from "./measure.mjs";
import { peerCommands } from "./peers.mjs";

const poc = builtCommand();
const isQuick = process.argv.includes("--quick");
const rounds = isQuick ? 3 : Number(process.env.BENCH_ROUNDS ?? 21);
const work = mkdtempSync(join(tmpdir(), "poc-bench-"));
/** What is kept between runs is kept here, so that nothing of another build is measured. */
const home = join(work, "home");
const env = { ...LAST_DAY, HOME: home, XDG_CACHE_HOME: join(home, ".cache") };
mkdirSync(home);
/** How often an entry was told anew. */
let told = 0;

try {
  const empty = join(work, "empty.cjs");
  writeFileSync(empty, "");
  const sixty = join(work, "sixty");
  writePoc(poc, sixty, 60);
  printEnvironment();
  daily(empty, sixty);
  otherNodes(empty, sixty);
  for (const count of isQuick ? [1000] : [1000, 10_000, 100_000]) scale(count);
  portfolio(empty);
  loaded(sixty);
  if (process.argv.includes("--peers")) peers(empty);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function printEnvironment() {
  const [processor] = cpus();
  console.log(
    `${cpus().length} cores (${processor?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, load ` +
      `${loadavg()[0].toFixed(1)}; Node ${process.versions.node}, ${versionOf("hledger")}, ${versionOf("ledger")}; ` +
      `${rounds} rounds`,
  );
}

/** The floor beside itself, and every command that people run by the day. */
function daily(empty, sixty) {
  const logged = join(work, "logged");
  const edited = join(work, "edited");
  cpSync(sixty, edited, { recursive: true });
  const bare = { ...env, POC_NO_CACHE: "1" };
  let edits = 0;
  const log = ["log", "Reranker on", "--eval", "wrong-rate=42/400", "--spend", "12.40"];
  // Each round logs into the same folder of sixty entries, not into one that grows.
  const freshly = { cwd: logged, before: () => fresh(sixty, logged) };
  const edit = () => writeFileSync(join(edited, "value.yaml"), `${valueOf(sixty)}# edit ${edits++}\n`);
  // Where nothing has changed, these commands say again what was kept. Rows of another entry read and judge everything.
  const retold = join(work, "retold");
  cpSync(sixty, retold, { recursive: true });
  print(
    "Start-up and the daily commands on 60 entries, as ratios to an empty Node process",
    measure(
      [
        subject("node empty.cjs", [empty], work),
        subject("the same again", [empty], work),
        subject("poc --version", [poc, "--version"], work),
        subject("poc --help", [poc, "--help"], work),
        { ...subject("poc log", [poc, ...log], logged), ...freshly },
        ...["check", "status", "show", "value", "next", "gate", "checklist exit"].map((line) =>
          subject(`poc ${line}`, [poc, ...line.split(" ")], sixty),
        ),
        ...["check", "status", "show", "value", "next", "gate"].map((line) => ({
          ...subject(`poc ${line}, another entry`, [poc, line], retold),
          before: () => retell(retold),
        })),
        subject("poc status --json", [poc, "status", "--json"], sixty),
        subject("poc memo -o -", [poc, "memo", "-o", "-"], sixty),
        { ...subject("poc check, after an edit", [poc, "check"], edited), before: edit },
        { ...subject("poc check, nothing kept", [poc, "check"], sixty), env: bare },
        { ...subject("poc log, nothing kept", [poc, ...log], logged), ...freshly, env: bare },
      ],
      { rounds, floor: "node empty.cjs" },
    ),
    "the same again",
  );
}

/** Each Node against its own empty process. */
function otherNodes(empty, sixty) {
  const nodes = nodesFound();
  if (nodes.length < 2) return console.log("\nNo other Node was found: name them in BENCH_NODES.");
  const subjects = nodes.flatMap(({ path, version }) => {
    const of = (name, args, cwd) => ({
      ...subject(`${name}, Node ${version}`, args, cwd),
      command: path,
      floor: `node empty.cjs, Node ${version}`,
    });
    return [
      of("node empty.cjs", [empty], work),
      of("poc check", [poc, "check"], sixty),
      of("poc status", [poc, "status"], sixty),
    ];
  });
  print("Every Node that was found, each against its own empty process", measure(subjects, { rounds, floor: "" }));
}

/** The same records in poc, hledger and ledger. */
function scale(count) {
  const folder = join(work, `entries-${count}`);
  const journal = join(work, `${count}.journal`);
  writePoc(poc, folder, count);
  writeFileSync(journal, journalOf(count));
  const peers = ["hledger", "ledger"]
    .filter(isInstalled)
    .map((name) => ({ name: `${name} balance`, command: name, args: ["-f", journal, "balance"] }));
  const floor = peers[0]?.name ?? "poc check, judged anew";
  // An entry is edited each time, so that everything is read and judged.
  const judged = (name, args) => ({ ...subject(name, args, folder), before: () => retell(folder) });
  // The same call before it, whatever was told in between: then nothing has changed.
  const again = (name, args) => ({
    ...subject(name, args, folder),
    before: () => measure([subject(name, args, folder)], { rounds: 0, floor: name }),
  });
  if (peers[0]?.name !== "hledger balance") console.log("\nhledger is not installed: nothing is compared with it.");
  print(
    `${count.toLocaleString("en")} records, as ratios to ${floor}`,
    measure(
      [
        ...peers,
        judged("poc check, judged anew", [poc, "check"]),
        judged("poc status, judged anew", [poc, "status"]),
        again("poc check, nothing changed", [poc, "check"]),
        again("poc status, nothing changed", [poc, "status"]),
        ...(count < 100_000
          ? []
          : [
              subject("poc memo -o -", [poc, "memo", "-o", "-"], folder),
              judged("poc gate, judged anew", [poc, "gate"]),
              subject("poc show --json", [poc, "show", "--json"], folder),
            ]),
      ],
      { rounds: count < 100_000 ? Math.max(3, Math.round(rounds / 3)) : 3, floor },
    ),
  );
  rmSync(folder, { recursive: true });
}

/** `poc list` over a portfolio, beside hledger on as many records. */
function portfolio(empty) {
  const [pocs, entries] = isQuick ? [50, 20] : [1000, 100];
  const [many, hundred] = [join(work, "portfolio"), join(work, "hundred")];
  const journal = join(work, "portfolio.journal");
  writePortfolio(poc, many, pocs, entries);
  writePortfolio(poc, hundred, 100, 20);
  writeFileSync(journal, journalOf(pocs * entries));
  const list = (name, more) => ({ ...subject(name, [poc, "list", many], work), ...more });
  // Kept on one evening, and looked at on the morning of another day: what nothing has turned in stays as it was kept.
  const dated = (evening, morning) => {
    const own = { ...env, XDG_CACHE_HOME: join(work, `cache-${evening}`) };
    spawnSync(process.execPath, [poc, "list", many], { env: { ...own, POC_NOW: `${evening}T18:00:00+01:00` } });
    return { env: { ...own, POC_NOW: `${morning}T08:00:00+01:00` } };
  };
  const balance = { name: "hledger balance", command: "hledger", args: ["-f", journal, "balance"] };
  const floor = isInstalled("hledger") ? balance.name : "poc list, nothing changed";
  print(
    `${pocs.toLocaleString("en")} PoCs of ${entries} entries, as ratios to ${floor} on as many records`,
    measure(
      [
        ...(isInstalled("hledger") ? [balance] : []),
        list("poc list, nothing changed"),
        list("a new day, all past their timebox", dated("2026-12-07", "2026-12-08")),
        list("a new day, all within it, nothing due", dated("2026-11-25", "2026-11-26")),
        list("poc list --no-cache", { args: [poc, "list", many, "--no-cache"] }),
      ],
      { rounds: Math.min(5, Math.max(3, Math.round(rounds / 7))), floor },
    ),
  );
  print(
    "100 PoCs of 20 entries, nothing changed, as ratios to an empty Node process",
    measure([subject("node empty.cjs", [empty], work), subject("poc list", [poc, "list", hundred], work)], {
      rounds,
      floor: "node empty.cjs",
    }),
  );
  for (const folder of [many, hundred]) rmSync(folder, { recursive: true });
}

/** What noise cannot move. */
function loaded(sixty) {
  console.log("\nLoaded from dist/, and calls to the system beyond those of an empty process (60 entries)\n");
  for (const line of ["--version", "check", "status", "log hello"]) {
    const { code, kept, chunks } = loadedKilobytes(poc, line.split(" "), { cwd: sixty, env });
    const calls = filesAndCalls(poc, line.split(" "), { cwd: sixty, env });
    const told = calls === undefined ? "strace is not installed" : `${calls.opens} opens, ${calls.calls} calls`;
    console.log(
      `${`poc ${line}`.padEnd(26)} ${code.toFixed(0).padStart(5)} KB in ${chunks} chunks, ${kept.toFixed(0)} KB compiled; ${told}`,
    );
  }
}

function peers(empty) {
  const subjects = peerCommands(work).map(({ name, args, cwd }) => subject(name, args, cwd));
  print(
    "Tools of the same kind, as ratios to an empty Node process",
    measure([subject("node empty.cjs", [empty], work), ...subjects], { rounds, floor: "node empty.cjs" }),
  );
}

function subject(name, args, cwd) {
  return { name, command: process.execPath, args, cwd, env };
}

/** The first entry of a folder with another note. */
function retell(folder) {
  const [name] = readdirSync(join(folder, "log")).filter((one) => one.includes("-run-"));
  const file = join(folder, "log", name);
  writeFileSync(file, readFileSync(file, "utf8").replace(/note: ".*"/, `note: "Run ${told++} of the reranker"`));
}

function valueOf(folder) {
  return readFileSync(join(folder, "value.yaml"), "utf8");
}

function fresh(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  if (readdirSync(join(to, "log")).length !== 61) throw new Error("the folder to log into is not as it should be");
}

/** @param control a subject that is the floor once more: how far from 1 it reads is what noise alone can do */
function print(title, results, control) {
  console.log(`\n${title}\n`);
  console.log(`${"".padEnd(34)}   wall   quartiles        CPU   quartiles        MiB`);
  for (const [name, { wall, cpu, mib }] of results)
    console.log(`${name.padEnd(34)} ${spread(wall)}   ${spread(cpu)}   ${mib === undefined ? "" : mib.toFixed(0)}`);
  const again = control === undefined ? 1 : results.get(control).wall.median;
  if (again < 0.9 || again > 1.1)
    console.log(`The floor against itself reads ${again.toFixed(2)}: this machine is too noisy to tell.`);
}

function spread(figures) {
  if (figures === undefined) return "".padEnd(22);
  const { median, low, high } = figures;
  return `${median.toFixed(2).padStart(6)}   ${`${low.toFixed(2)} to ${high.toFixed(2)}`.padEnd(13)}`;
}
