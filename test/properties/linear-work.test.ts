import { afterAll, beforeAll, expect, test } from "vitest";
import { workCounter, type WorkCounter } from "../support/counted-work.ts";
import { DEFINITIONS, diskWithPoc } from "../support/definitions.ts";
import type { Disk } from "../support/memory-files.ts";
import { POC, run, world } from "../support/run.ts";

/** Twice the log is twice the work, whatever the log is full of. */
const MOST = 2.1;
const ENTRIES = 40;

let counter: WorkCounter;
beforeAll(async () => {
  counter = await workCounter();
});
afterAll(() => counter.end());

const id = (k: number) => (k + 34_000_000).toString(32).padStart(7, "0");
const PAD = (n: number) => String(n).padStart(2, "0");

/** `k`th entry, a minute after the one before, from the second day on. */
function at(k: number): string {
  const minutes = 6 * 60 + k;
  return `2026-11-${PAD(24 + Math.floor(minutes / 1440))}T${PAD(Math.floor(minutes / 60) % 24)}:${PAD(minutes % 60)}`;
}

/** The facts of the `k`th entry, as lines of canonical YAML. */
type Shape = (k: number) => string;

const FACTS: Readonly<Record<string, Shape>> = {
  notes: (k) => `note: "Entry ${k}"`,
  "results on one arm": (k) => `results: [{"eval": "wrong-rate", "count": "${20 + (k % 9)}/200", "arm": "one"}]`,
  "results on many arms": (k) => `results: [{"eval": "wrong-rate", "count": "${20 + (k % 9)}/200", "arm": "a${k}"}]`,
  "undo of the one before": (k) => (k % 2 === 0 ? `note: "Entry ${k}"` : `undo: {"entry": "${id(k - 1)}"}`),
  "chains of undo": (k) => (k % 30 === 0 ? `note: "Entry ${k}"` : `undo: {"entry": "${id(k - 1)}"}`),
  "bills that replace estimates": (k) =>
    k % 2 === 0
      ? `spend: [{"amount": "0.02 EUR", "category": "tokens", "basis": "estimated"}]`
      : `spend: [{"amount": "0.01 EUR", "category": "tokens", "basis": "billed", "replaces": ["${id(k - 1)}"]}]`,
  "replaces of unknown ids": (k) =>
    `spend: [{"amount": "0.01 EUR", "category": "tokens", "basis": "billed", "replaces": ["zzzz${PAD(k % 100)}z"]}]`,
  "replaces of entries without an amount": (k) =>
    k % 2 === 0
      ? `note: "Entry ${k}"`
      : `spend: [{"amount": "0.01 EUR", "category": "tokens", "basis": "billed", "replaces": ["${id(k - 1)}"]}]`,
  "unknown evals": (k) => `results: [{"eval": "wrong-rote-${k}", "count": "20/200"}]`,
  "unknown assumptions": (k) => `assumptions: {"no-such-thing-${k}": "holds"}`,
  "unknown kill criteria": (k) => `answers: {"no-such-thing-${k}": "no"}`,
  "unknown entries undone": (k) => `undo: {"entry": "zzzz${PAD(k % 100)}z"}`,
  "unknown risks": (k) => `risks: [{"id": "no-such-risk-${k}", "level": "high"}]`,
  "a new risk in every entry": (k) => `risks: [{"id": "new-risk-${k}", "level": "high", "note": "Risk ${k}"}]`,
  "one risk in every entry": (k) => `risks: [{"id": "pii", "level": "${k % 2 ? "high" : "low"}", "note": "Risk ${k}"}]`,
  answers: (k) => `answers: {"no-residency": "${k % 2 ? "no" : "yes"}"}`,
  attestations: (k) => `attest: [{"item": "exit.committed", "evidence": "https://wiki.example.com/${k}"}]`,
  tasks: () => `tasks: [{"count": "2/3"}]`,
  waivers: () =>
    `waivers: [{"item": "value-hypothesis.one-pager", "reason": "Later", "until": "2026-12-18", "approver": "Marta Weiss"}]`,
  "foreign currency": (k) => `spend: [{"amount": "0.0${1 + (k % 9)} USD", "category": "tokens"}]`,
  hours: (k) => `time: [{"hours": 0.0${1 + (k % 9)}}]`,
  "block YAML": (k) => `note: >-\n  Entry ${k}\n  in a block`,
  secrets: (k) => `note: ${JSON.stringify(`set the password=${"hunter2"}${k} there`)}`,
  "values of files": (k) =>
    `results: [{"eval": "wrong-rate", "count": "20/200", "values": {"file": "runs/${k}.csv", "sha256": "${"ab".repeat(32)}"}}]`,
  "cases of runs": (k) =>
    `results: [{"eval": "wrong-rate", "count": "20/200", "cases": {"file": "cases/${k}.csv", "sha256": "${hash(k)}", "n": 200, "digest": "${hash(k)}"}}]`,
  "results that trip": (k) => `results: [{"eval": "wrong-rate", "count": "${60 + (k % 9)}/200"}]`,
  labels: (k) => labelled("wrong-rate", k),
  "labels of unknown evals": (k) => labelled(`wrong-rote-${k}`, k),
  "unknown entries followed": (k) => `after: "zzzz${PAD(k % 100)}z"\nnote: "Entry ${k}"`,
  "unknown entries superseded": (k) =>
    `supersedes: ["zzzz${PAD(k % 100)}z", "zzzy${PAD(k % 100)}z"]\nnote: "Entry ${k}"`,
  "answers upon each other": (k) => `after: "${id(k - 1)}"\nanswers: {"no-residency": "${k % 2 ? "no" : "yes"}"}`,
  "answers that supersede each other": (k) => `supersedes: "${id(k - 1)}"\nanswers: {"no-residency": "no"}`,
  "attestations that lead nowhere": () => `attest: [{"item": "exit.committed", "evidence": "none"}]`,
  "commands that were run": (k) => `runs: [{"item": "wrong-rate", "command": "true ${k}", "exit": 0, "seconds": 1}]`,
  "clearings of a criterion": () =>
    `clear: {"criterion": "no-residency", "reason": "They agreed", "approver": "Marta Weiss"}`,
  "clearings of unknown criteria": (k) =>
    `clear: {"criterion": "no-such-thing-${k}", "reason": "They agreed", "approver": "Marta Weiss"}`,
  "decisions upon each other": (k) => `after: "${id(k - 1)}"\n${decided("extend")}`,
  "amendments of the cap": (k) => amended(`${2000 + k}.00 EUR`, `${2001 + k}.00 EUR`),
  "amendments that contradict each other": () => amended("1.00 EUR", "2.00 EUR"),
  imports: (k) => imported(`run ${k}`, hash(k)),
  "imports of one thing, corrected": (k) => imported("run", hash(k), id(k - 1)),
  "imports of one thing on many branches": (k) => imported("run", hash(k)),
  "imports of one file under many keys": (k) => imported(`run ${k}`, hash(0)),
};

function hash(k: number): string {
  return k.toString(16).padStart(64, "0");
}

function labelled(name: string, k: number): string {
  const said = `{"both": 27, "judge": 3, "person": 8, "neither": 11}`;
  const files = `"file": "labels.csv", "sha256": "${hash(k)}", "of": "${hash(k)}"`;
  return `labels: [{"eval": "${name}", "judged": "281/300", "said": ${said}, ${files}}]`;
}

function decided(outcome: string): string {
  const why = `"why": "Not enough was seen", "recommended": "extend", "rule": "not-settled"`;
  return `decision: {"outcome": "${outcome}", "by": "Marta Weiss <marta@example.com>", ${why}}`;
}

function amended(from: string, to: string): string {
  const changes = `{"spend_cap": {"from": "${from}", "to": "${to}", "results_seen": 0}}`;
  return `amend: {"reason": "More was agreed", "approver": "Marta Weiss <marta@example.com>", "changes": ${changes}}`;
}

function imported(key: string, sha256: string, replaces?: string): string {
  const source = `"format": "promptfoo", "key": "${key}", "sha256": "${sha256}", "file": "out.json"`;
  const rest = replaces === undefined ? "" : `, "replaces": "${replaces}"`;
  return `results: [{"eval": "wrong-rate", "count": "20/200"}]\nsource: {${source}${rest}}`;
}

function diskOf(shape: Shape, count: number, year = "2026", disk = diskWithPoc()): Disk {
  for (let k = 0; k < count; k++) {
    const time = at(k).replace("2026", year);
    const name = `${time.slice(0, 10)}-${time.slice(11).replace(":", "")}-e-${id(k)}.yaml`;
    disk.set(`${POC}/log/${name}`, `at: "${time}:00+01:00"\nby: "Ana Ruiz <ana@example.com>"\n${shape(k)}\n`);
  }
  return disk;
}

async function started(disk: Disk): Promise<void> {
  const { exitCode, stderr } = await run(["start"], world({ disk, now: "2026-11-23T08:00:00+01:00" }));
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
}

/** How far the PoC has come. */
/** `limited`: under way, with a kill criterion on money. */
type Phase = "draft" | "under way" | "limited" | "decided";

/** By what the work grows when the log does from n to 2n entries; what is done whatever the log holds is not counted. */
async function growth(
  command: readonly string[],
  shape: Shape,
  year?: string,
  phase: Phase = "draft",
): Promise<number> {
  const here = async (count: number) => {
    const disk = diskWithPoc(phase === "limited" ? LIMITED : {});
    if (phase !== "draft") await started(disk);
    if (phase === "decided") disk.set(`${POC}/log/2026-12-02-0900-decision-zzzzzzz.yaml`, DECISION);
    return world({ disk: diskOf(shape, count, year, disk), now: "2026-12-03T09:00:00+01:00" });
  };
  const worlds = await Promise.all([2, ENTRIES, 2 * ENTRIES].map(here));
  await run(command, await here(4));
  const counts: number[] = [];
  for (const one of worlds) counts.push(await counter.count(() => run(command, one)));
  const [few = 0, once = 0, twice = 0] = counts;
  return (twice - few) / (once - few);
}

const DECISION = `at: "2026-12-02T09:00:00+01:00"\nby: "Ana Ruiz <ana@example.com>"\n${decided("no-go")}\n`;

/** A kill criterion on money: what takes some of it back may have taken a trip back. */
const LIMITED = {
  "kill-criteria.yaml": `${DEFINITIONS["kill-criteria.yaml"]}- id: too-dear
  statement: It costs more than it is worth
  when: spend.total > 1500 EUR
  by: 2026-12-02
- id: too-long
  statement: It takes more work than it is worth
  when: hours.total > 500 h
  by: 2026-12-02
`,
};

/** What happens only once the work has started. */
const UNDER_WAY: Readonly<Record<string, Shape>> = {
  "results that are dated back": (k) =>
    `after: "${id(k + 1)}"\nresults: [{"eval": "wrong-rate", "count": "${20 + (k % 9)}/200"}]`,
  "reruns of an arm that was not picked": (k) =>
    k === 0
      ? `results: [{"eval": "wrong-rate", "count": "20/400", "arm": "one"}, {"eval": "wrong-rate", "count": "40/400", "arm": "two"}]`
      : `results: [{"eval": "wrong-rate", "count": "${40 + (k % 9)}/400", "arm": "two"}]`,
  "a criterion that trips and is cleared": (k) =>
    k % 2 === 0
      ? `results: [{"eval": "wrong-rate", "count": "60/200"}]`
      : `clear: {"criterion": "no-better-than-search", "reason": "An old index", "approver": "Marta Weiss"}`,
  "results that were withdrawn": (k) =>
    k % 2 === 0 ? `results: [{"eval": "wrong-rate", "count": "30/200"}]` : `undo: {"entry": "${id(k - 1)}"}`,
};

const SHAPES = { ...FACTS, ...UNDER_WAY };

test.each(Object.entries(SHAPES))("poc check of a log of %s, under way", { timeout: 120_000 }, async (_, shape) => {
  expect(await growth(["check"], shape, undefined, "under way")).toBeLessThanOrEqual(MOST);
});

test.each(["notes", "results on many arms", "undo of the one before", "unknown evals", "answers", "block YAML"])(
  "poc check of a log of %s, before the start",
  { timeout: 120_000 },
  async (name) => {
    expect(await growth(["check"], FACTS[name]!)).toBeLessThanOrEqual(MOST);
  },
);

test.each([
  "notes",
  "results on one arm",
  "results that trip",
  "undo of the one before",
  "answers",
  "a new risk in every entry",
  "amendments of the cap",
])("poc check of a log of %s, decided", { timeout: 120_000 }, async (name) => {
  expect(await growth(["check"], FACTS[name]!, undefined, "decided")).toBeLessThanOrEqual(MOST);
});

test.each([
  ["status --json", "results that trip"],
  ["gate", "results on one arm"],
  ["memo -o -", "results on one arm"],
  ["memo -o -", "undo of the one before"],
  ["memo -o -", "results that are dated back"],
])("poc %s of a log of %s, under way", { timeout: 120_000 }, async (line, name) => {
  expect(await growth(line.split(" "), SHAPES[name]!, undefined, "under way")).toBeLessThanOrEqual(MOST);
});

test.each(["notes", "bills that replace estimates", "undo of the one before", "a new risk in every entry"])(
  "poc show of a log of %s",
  { timeout: 120_000 },
  async (name) => {
    expect(await growth(["show", "--no-pager"], FACTS[name]!)).toBeLessThanOrEqual(MOST);
  },
);

test.each<[string, Shape]>([
  ["refunds", (k) => `spend: [{"amount": "${k % 2 === 0 ? "0.02" : "-0.01"} EUR", "category": "tokens"}]`],
  [
    "refunds that are dated back",
    (k) =>
      k % 2 === 0
        ? `spend: [{"amount": "0.02 EUR", "category": "tokens"}]`
        : `logged: "${at(k + 3)}:00+01:00"\nspend: [{"amount": "-0.01 EUR", "category": "tokens"}]`,
  ],
  [
    "amounts that were withdrawn",
    (k) => (k % 2 === 0 ? `spend: [{"amount": "0.02 EUR", "category": "tokens"}]` : `undo: {"entry": "${id(k - 1)}"}`),
  ],
  [
    "large amounts that were withdrawn, each upon the one before",
    (k) =>
      k % 2 === 0
        ? `spend: [{"amount": "300 EUR", "category": "tokens"}]`
        : `after: "${id(k - 1)}"\nundo: {"entry": "${id(k - 1)}"}`,
  ],
  [
    "refunds in a foreign currency",
    (k) => `spend: [{"amount": "${k % 2 === 0 ? "0.02" : "-0.01"} USD", "category": "tokens", "rate": 0.9}]`,
  ],
  [
    "refunds between amendments of the cap",
    (k) =>
      k % 3 === 2
        ? amended(`${2000 + k}.00 EUR`, `${2003 + k}.00 EUR`)
        : `spend: [{"amount": "${k % 3 === 0 ? "0.02" : "-0.01"} EUR", "category": "tokens"}]`,
  ],
  ["hours that were withdrawn", (k) => (k % 2 === 0 ? `time: [{"hours": 20}]` : `undo: {"entry": "${id(k - 1)}"}`)],
])("poc check of a log of %s, with a limit on spend and hours", { timeout: 120_000 }, async (_, shape) => {
  expect(await growth(["check"], shape, undefined, "limited")).toBeLessThanOrEqual(MOST);
});

test("poc check of a log that lies ahead", { timeout: 120_000 }, async () => {
  expect(await growth(["check"], FACTS["notes"]!, "2027")).toBeLessThanOrEqual(MOST);
});
