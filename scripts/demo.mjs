// npm run demo: a whole PoC in a temporary folder, through the built command: kickoff, ten working days, decision.
import { mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtCommand, diskStage, readScript } from "./replay-on-disk.mjs";
import { replay } from "./replay.mjs";

const WIDTH = 80;
/** The most lines of a long command that are shown; init has more flags than anybody wants to read at once. */
const MOST_LINES = 6;
/** The most lines of an answer during the days; what start froze fills a screen. */
const MOST_ANSWERED = 14;

const colourful = process.stdout.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
const poc = builtCommand();
const folder = join(mkdtempSync(join(tmpdir(), "poc-demo-")), "retrieval-poc");
mkdirSync(folder);
const { script, files } = readScript("retrieval-poc");
// FORCE_COLOR because what a child prints goes through a pipe, on a terminal or not.
const stage = diskStage(folder, {
  steadyIds: false,
  ...(colourful ? { environment: { NO_COLOR: "", FORCE_COLOR: "1" } } : {}),
});

say(bold("poc: a proof of concept from kickoff to decision"));
say("");
say("A team of three asks whether retrieval makes a safety assistant good enough for");
say("field technicians. It has ten working days and 2,000 EUR. Every answer below is");
say("the real command's, run on files in a temporary folder. Nothing is asked, and");
say("nothing leaves this machine.");

let day = "";
let now = "";
let headed = false;
let entries = 0;
await replay(script, files, stage, async (step, argv, { stdout, stderr }) => {
  if (step.at.slice(0, 10) !== day) {
    await closeDay();
    day = step.at.slice(0, 10);
    headed = false;
  }
  now = step.at;
  if (step.kickoff === true) {
    say("\nThe blanks are filled in by hand: evals, kill criteria, costs, value, risks.");
  } else if (step.show === true) {
    if (!headed) heading(dayLabel(day));
    headed = true;
    say(`\n${dim(`${nameOf(step.by)}, ${step.at.slice(11, 16)}`)}`);
    say(bold(typed(argv)));
    if (stderr !== "") say(broken(stderr.split("\n")[0] ?? "", ""));
    say(cut(stdout.trimEnd().split("\n"), MOST_ANSWERED));
  }
  if (["start", "log", "import", "undo", "amend", "decide", "gate"].includes(argv[0] ?? "")) entries += 1;
  if (step.halfway === true) await command("status");
});
await closeDay();

heading("How it stands in the end");
await command("status");
await command("check");
await command("value");
await command("memo");
await command("memo", "--verify");
await command("checklist", "exit");
await command("gate");

heading("Where it lies");
say(`\n  the PoC          ${folder}`);
say(`  decision memo    ${latest("decision")}`);
say(`  exit criteria    ${latest("checklist-exit")}`);
say("\nWhat to try next, with the command that was just built:\n");
say(`  alias poc='node ${poc}'`);
say(`  cd ${folder}`);
say("  poc show --since 2026-11-09        the second week, entry by entry");
say("  poc status --as-of 2026-11-06      how it stood on the fifth day");
say("  poc explain terms-amended-late     what the note of poc check means");
say("  cd .. && poc init my-poc           your own, in five minutes");

/** @type {(...argv: string[]) => Promise<void>} */
async function command(...argv) {
  const { stdout, stderr } = await stage.run(argv, { now, author: authorOf("ana") });
  say(`\n${bold(`$ poc ${argv.join(" ")}`)}\n`);
  say((stderr + stdout).trimEnd());
}

/** One line for a day: a mark for each entry, and how much time and money is used. */
async function closeDay() {
  if (entries === 0) return;
  const { stdout } = await stage.run(["status", "--format", "json", "--fail-on", "never"], {
    now,
    author: authorOf("ana"),
  });
  const { spend, effort, recommendation } = JSON.parse(stdout).data;
  const count = `${entries} ${entries === 1 ? "entry" : "entries"}`;
  const facts = [
    count,
    `${spend.total.replace(/ .*$/, "")} of ${spend.cap}`,
    `${effort.hours} h`,
    recommendation.outcome.replace("-", " "),
  ];
  say(`${headed ? "\n" : ""}${dim(`${dayLabel(day)}  ${"▪".repeat(entries).padEnd(9)}${facts.join(" · ")}`)}`);
  entries = 0;
}

/** A command line as one would type it, broken between its words. */
function typed(argv) {
  const words = ["poc", ...argv].map((word) => (/^[\w@./=:-]+$/.test(word) ? word : `"${word}"`));
  return cut(broken(words.join(" "), "$ ").split("\n"), MOST_LINES);
}

function cut(lines, most) {
  return lines.length <= most ? lines.join("\n") : [...lines.slice(0, most), "    …"].join("\n");
}

/** `text` in lines that fit, the first after `begin`, the others indented. */
function broken(text, begin) {
  const lines = [];
  let line = begin;
  for (const word of text.split(" ")) {
    if (line.length + word.length > WIDTH && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = "    ";
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join("\n");
}

function authorOf(person) {
  return script.people[person] ?? person;
}

function nameOf(person) {
  return authorOf(person).replace(/ <.*$/, "");
}

function latest(kind) {
  const names = readdirSync(join(folder, "memos")).filter((name) => name.startsWith(kind));
  return join(folder, "memos", names.sort().at(-1) ?? "");
}

function dayLabel(date) {
  const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const moment = new Date(`${date}T12:00:00Z`);
  // Not by Intl, so that the demo reads the same in every locale.
  return `${weekdays[moment.getUTCDay()]} ${date}`;
}

function heading(text) {
  say(`\n${bold(`── ${text} `.padEnd(WIDTH, "─"))}`);
}

function bold(text) {
  return colourful ? `\u001B[1m${text}\u001B[22m` : text;
}

function dim(text) {
  return colourful ? `\u001B[2m${text}\u001B[22m` : text;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
