import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder, pocUnderWay, pocWithoutLog, run } from "./subject.ts";
import type { Trial } from "./trials.ts";
import { wholeOrNothing } from "./whole-or-nothing.ts";

/** A command that writes, as the crash tests try it; each trial adds its faults. */
export interface TriedCommand extends Pick<Trial, "newPoc" | "args"> {
  readonly name: string;
  readonly broken: () => Trial["broken"];
}

const MARTA = "Marta Weiss <marta@example.com>";
/** Its text tells what could be read, and a decision what was recommended. */
const ENTRY = /^log\/.*\.yaml$/;
const entries = () => wholeOrNothing({ otherwise: ENTRY });
const documents = () => wholeOrNothing({ otherwise: /^memos\// });

/** What records an entry or renders a document; `poc log` and `poc amend --set` have oracles of their own. */
export const ENTRY_COMMANDS: readonly TriedCommand[] = [
  { name: "start", newPoc: pocWithoutLog, args: (marker) => ["start", "--note", marker], broken: entries },
  {
    name: "start --from",
    newPoc: pocWithoutLog,
    args: (marker) => ["start", "--from", "2026-11-24", "--note", marker],
    broken: entries,
  },
  {
    name: "decide",
    newPoc: pocUnderWay,
    args: (marker) => ["decide", "no-go", "--why", marker, "--override", "It will not do"],
    broken: entries,
  },
  {
    name: "decide extend",
    newPoc: pocUnderWay,
    args: (marker) => ["decide", "extend", "--days", "2", "--why", marker, "--override", "Late", "--by", MARTA],
    broken: entries,
  },
  {
    name: "undo",
    newPoc: pocUnderWay,
    args: (marker, folder) => ["undo", idOf(folder, "reranker"), "--reason", marker],
    broken: entries,
  },
  {
    name: "gate pass",
    newPoc: pocUnderWay,
    args: (marker) => ["gate", "pass", "--approver", MARTA, ...WAIVED.flatMap((item) => waiver(item, marker))],
    broken: entries,
  },
  { name: "memo", newPoc: pocUnderWay, args: () => ["memo"], broken: documents },
  { name: "memo --force", newPoc: pocWithEditedMemo, args: () => ["memo", "--force"], broken: documents },
];

/** What writes several files at once. */
export const FILE_COMMANDS: readonly TriedCommand[] = [
  {
    name: "checklist --run",
    newPoc: pocWithChecklist,
    args: () => ["checklist", "smoke", "--run", "--yes"],
    broken: () => wholeOrNothing({ otherwise: ENTRY, inPart: /^runs\// }),
  },
  {
    name: "import",
    newPoc: pocWithResults,
    args: () => ["import", "results.csv", "--eval", "wrong-rate", "--date", "2026-11-23", "--yes"],
    // Files of cases come before the entries that name them.
    broken: () => wholeOrNothing({ otherwise: ENTRY, inPart: /^cases\// }),
  },
  {
    name: "init",
    newPoc: () => Promise.resolve(newFolder()),
    args: (marker) => initOf(marker),
    broken: () => wholeOrNothing({ inPart: /^new\//, next: initOf }),
  },
  {
    name: "init --example",
    newPoc: () => Promise.resolve(newFolder()),
    args: () => ["init", "new", "--example"],
    broken: () => wholeOrNothing({ inPart: /^new\//, next: () => ["init", "new", "--example"] }),
  },
];

const WAIVED = ["business-case", "threshold", "value-model", "hypothesis-map", "one-pager"];

function waiver(item: string, reason: string): readonly string[] {
  return ["--waive", `value-hypothesis.${item}`, "--reason", reason, "--until", "2026-12-18"];
}

function initOf(marker: string): readonly string[] {
  return ["init", "new", "--yes", "--title", marker, "--cap", "2000 EUR"];
}

function idOf(folder: string, slug: string): string {
  const name = readdirSync(join(folder, "log")).find((entry) => entry.includes(slug));
  return /([0-9a-z]{7})\.yaml$/.exec(name ?? "")?.[1] ?? "none";
}

async function pocWithEditedMemo(): Promise<string> {
  const folder = await pocUnderWay();
  await run(folder, ["memo"]);
  for (const name of readdirSync(join(folder, "memos")))
    appendFileSync(join(folder, "memos", name), "edited by hand\n");
  return folder;
}

async function pocWithResults(): Promise<string> {
  const folder = await pocUnderWay();
  const rows = Array.from({ length: 40 }, (_, index) => `case-${index},${index % 8 === 0}`);
  writeFileSync(join(folder, "results.csv"), ["id,wrong", ...rows, ""].join("\n"));
  return folder;
}

async function pocWithChecklist(): Promise<string> {
  const folder = await pocUnderWay();
  mkdirSync(join(folder, "templates/checklists"), { recursive: true });
  writeFileSync(
    join(folder, "templates/checklists/smoke.yaml"),
    "checklist: smoke\ntitle: Smoke\nitems:\n  - { id: answers, text: It answers, check: echo fine }\n",
  );
  return folder;
}
