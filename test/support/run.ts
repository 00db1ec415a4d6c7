import { createHash } from "node:crypto";
import { Cancelled } from "../../src/app/ports/faults.ts";
import type {
  Browser,
  Cache,
  CommandOutcome,
  CommandRequest,
  Context,
  History,
  LogStore,
  Machine,
  Prompter,
  ReadTimestamp,
  Repository,
  AnswerStore,
  SummaryStore,
  Watcher,
} from "../../src/app/ports/ports.ts";
import { explainedPrompter } from "../../src/app/ports/explained-prompter.ts";
import { main } from "../../src/main.ts";
import { shippedAssets } from "../../src/platform/assets.ts";
import { readTimestamp } from "../../src/platform/host/timestamp-token.ts";
import { shellScripts } from "../../src/platform/person/shell-scripts.ts";
import { systemZones } from "../../src/platform/host/zones.ts";
import { memoryStore, type MemoryStore } from "./definition-stores.ts";
import { memoryLogStore, type MemoryLog } from "./memory-logs.ts";
import { memoryFiles, type Disk } from "./memory-files.ts";

/** The world a test runs in. Everything has a default; nothing is shared between runs but what the test shares. */
export interface World {
  /** Absolute path → text; kept between the runs of one test. */
  readonly disk: Disk;
  readonly cwd: string;
  /** ISO instant of the clock. */
  readonly now: string;
  /** What reads time-stamp tokens. */
  readonly timestamps: ReadTimestamp;
  /** What ids are filled up with: another letter on another branch. */
  readonly ids: string;
  /** Milliseconds that pass with each look at the clock. */
  readonly tickMs?: number;
  /** Whether the clock is that of POC_NOW. */
  readonly nowIsSet: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly columns: number;
  /** Height of the terminal; undefined where there is none. */
  readonly rows: number | undefined;
  /** Whether all three streams are a terminal. */
  readonly terminal: boolean;
  readonly input: string;
  readonly author: string | undefined;
  /** Answers of the prompts in order; `undefined` takes the default, running out is Ctrl-C. */
  readonly answers: readonly (string | boolean | readonly string[] | undefined)[];
  readonly machine: Machine;
  /** What is kept for the user between runs; nothing by default. */
  readonly cache: Cache;
  /** What was kept of a wizard, by folder; kept between the runs of one test. */
  readonly drafts: Map<string, string>;
  /** What the editor leaves behind. */
  readonly edited: string;
  /** Every text that was shown in the pager; undefined where no pager starts. */
  readonly paged: string[] | undefined;
  readonly zone: string;
  /** What commands of checklists come to, by their lines; what is not named passes and prints nothing. */
  readonly commands: Readonly<Record<string, Partial<CommandOutcome>>>;
  /** Every command that was run, as it reached the shell; kept between the runs of one test. */
  readonly ran: CommandRequest[];
  /** What git kept of files; by default their text of today, as if it had been committed before everything else. */
  readonly history?: History;
  /** The repository around everything; by default there is none. */
  readonly repository: Repository;
  /** What happens between two looks of `--watch`, in order; then it stops. */
  readonly changes: readonly (() => void)[];
  /** What prints pages; by default there is none on the machine. */
  readonly browser: Browser;
}

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: Disk;
}

export const POC = "/work/retrieval-poc";

const NO_BROWSER: Browser = {
  find: () => undefined,
  open: () => false,
  print() {
    throw new Error("there is no browser to print with");
  },
};

const NO_REPOSITORY: Repository = {
  placeOf: () => undefined,
  filesAtBase: () => ({ found: false, why: { code: "no-repository", shallow: false } }),
  committed: () => undefined,
};

const NO_CACHE: Cache = {
  folder: undefined,
  mostBytes: 1e9,
  size: () => ({ files: 0, bytes: 0 }),
  clear: () => ({ files: 0, bytes: 0 }),
};

export function world(changes: Partial<World> = {}): World {
  return {
    disk: new Map(),
    cwd: POC,
    now: "2026-11-25T16:20:00+01:00",
    nowIsSet: false,
    ids: "a",
    timestamps: readTimestamp,
    env: {},
    columns: 80,
    rows: undefined,
    terminal: false,
    input: "",
    author: "Ana Ruiz <ana@example.com>",
    answers: [],
    machine: { node: "v20.20.0", platform: "linux x64", git: "git version 2.39.5", writeFault: () => undefined },
    cache: NO_CACHE,
    drafts: new Map(),
    edited: "",
    paged: undefined,
    zone: "Europe/Berlin",
    commands: {},
    ran: [],
    browser: NO_BROWSER,
    repository: NO_REPOSITORY,
    changes: [],
    ...changes,
  };
}

/** A repository in which nothing has changed since: what files say today they have always said. */
function committedBefore(disk: Disk): History {
  return {
    filesAt: (folder, names) =>
      new Map(
        names.flatMap((name) => {
          const text = disk.get(`${folder}/${name}`);
          return text === undefined ? [] : [[name, new TextEncoder().encode(text)] as const];
        }),
      ),
  };
}

const STORES = new WeakMap<Disk, Map<string, MemoryStore>>();

/** Keeps definitions beside a disk, so that every test whose commands share one also tries what was kept. */
export function storeIn(disk: Disk, folder: string): MemoryStore {
  const stores = STORES.get(disk) ?? new Map<string, MemoryStore>();
  STORES.set(disk, stores);
  const store = stores.get(folder) ?? memoryStore();
  stores.set(folder, store);
  return store;
}

const SUMMARIES = new WeakMap<Disk, Map<string, Uint8Array>>();

/** The same for what a portfolio knows of a PoC. */
export function summaryStoreIn(disk: Disk, folder: string): SummaryStore {
  const kept = SUMMARIES.get(disk) ?? new Map<string, Uint8Array>();
  SUMMARIES.set(disk, kept);
  return { build: "test", load: () => kept.get(folder), save: (bytes) => void kept.set(folder, bytes) };
}

const ANSWERS = new WeakMap<Disk, Map<string, Uint8Array>>();

/** The same for what a command line said: a test that asks twice gets what was kept the second time. */
export function answerStoreIn(disk: Disk, line: string): AnswerStore {
  const kept = ANSWERS.get(disk) ?? new Map<string, Uint8Array>();
  ANSWERS.set(disk, kept);
  return { build: "test", load: () => kept.get(line), save: (bytes) => void kept.set(line, bytes) };
}

const LOGS = new WeakMap<Disk, Map<string, MemoryLog>>();

/** The same for the log of a PoC. */
export function logStoreIn(disk: Disk, folder: string): LogStore {
  const kept = LOGS.get(disk) ?? new Map<string, MemoryLog>();
  LOGS.set(disk, kept);
  return memoryLogStore(kept, folder);
}

/** The command lines of which an answer is kept. */
export function linesKept(disk: Disk): readonly string[] {
  return [...(ANSWERS.get(disk)?.keys() ?? [])];
}

/** Runs the tool in process, as a shell would: arguments in, exit code, streams and files out. */
export async function run(argv: readonly string[], within: World): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  const terminal: Context["terminal"] = {
    out: (text) => void (stdout += text),
    err: (text) => void (stderr += text),
    outIsTerminal: within.terminal,
    errIsTerminal: within.terminal,
    inIsTerminal: within.terminal,
    columns: within.columns,
    rows: within.rows,
    host: "ana-laptop",
    readInput: () => within.input,
  };
  const context: Context = {
    cwd: within.cwd,
    env: within.env,
    version: "0.0.0-test",
    files: memoryFiles(within.disk, within.cwd),
    clock: ticking(within),
    zones: { ...systemZones({}), local: () => within.zone },
    randomness: countingRandomness(within.disk, within.ids),
    terminal,
    prompter: async () => explainedPrompter(scripted(within.answers, terminal.err), terminal),
    machine: async () => within.machine,
    shellScripts: async () => shellScripts,
    drafts: async () => ({
      load: (folder) => within.drafts.get(folder),
      save: (folder, text) => within.drafts.set(folder, text).has(folder),
      drop: (folder) => void within.drafts.delete(folder),
    }),
    editor: { edit: () => within.edited },
    pager: async () => ({ page: (text) => within.paged !== undefined && within.paged.push(text) > 0 }),
    browser: async () => within.browser,
    identity: { author: () => within.author },
    history: within.history ?? committedBefore(within.disk),
    repository: async () => within.repository,
    watcher: async () => scriptedWatcher(within.changes),
    assets: shippedAssets(),
    definitionStore: (folder) => storeIn(within.disk, folder),
    summaryStore: (folder) => summaryStoreIn(within.disk, folder),
    answerStore: (line) => answerStoreIn(within.disk, line),
    logStore: (folder) => logStoreIn(within.disk, folder),
    cache: async () => within.cache,
    timestamps: async () => within.timestamps,
    sha256: async () => (content) =>
      createHash("sha256")
        .update(typeof content === "string" || content instanceof Uint8Array ? content : [...content].join(""))
        .digest("hex"),
    leanHeap: async () => () => undefined,
    commands: async () => ({
      async run(request) {
        within.ran.push(request);
        return { ended: { how: "exit", code: 0 }, seconds: 1.5, output: "", ...within.commands[request.line] };
      },
    }),
  };
  const exitCode = await main(argv, context);
  return { exitCode, stdout, stderr, files: within.disk };
}

function ticking({ now, tickMs = 0, nowIsSet }: World): Context["clock"] {
  let epochMs = Date.parse(now) - tickMs;
  return { now: () => (epochMs += tickMs), isSet: nowIsSet };
}

/** Ids that count up with the files on the disk, so that golden cases are the same every time. */
function countingRandomness(disk: Disk, filler: string): Context["randomness"] {
  let given = 0;
  return { id: (length) => (disk.size + given++).toString(36).padStart(length, filler) };
}

function scripted(answers: World["answers"], show: (text: string) => void): Prompter {
  const left = [...answers];
  const next = () => {
    if (left.length === 0) throw new Cancelled("cancelled; nothing was written");
    return left.shift();
  };
  const told = (message: string, answer: unknown) => show(`? ${message} ${String(answer)}\n`);
  return {
    async ask(question) {
      for (;;) {
        const answer = String(next() ?? question.default ?? "");
        const refused = question.refuse?.(answer);
        told(question.message, answer);
        if (refused === undefined) return answer;
        // As a person would see it, who then types something else.
        show(`> ${refused}\n`);
      }
    },
    async confirm(message, byDefault) {
      const answer = next() ?? byDefault;
      told(message, answer);
      return answer === true;
    },
    async choose(message, choices, byDefault) {
      const answer = next() ?? byDefault ?? choices[0]!.value;
      const chosen = choices.find(({ value }) => value === answer);
      if (chosen === undefined) throw new Error(`the script's answer "${String(answer)}" to "${message}" is no choice`);
      told(message, chosen.value);
      return chosen.value;
    },
    async chooseMany(message, _choices) {
      const answer = next();
      told(message, answer);
      return Array.isArray(answer) ? (answer as string[]) : [];
    },
  };
}

function scriptedWatcher(changes: World["changes"]): Watcher {
  const left = [...changes];
  return {
    async change() {
      const next = left.shift();
      next?.();
      return next === undefined ? "stopped" : "changed";
    },
  };
}
