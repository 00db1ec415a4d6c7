import { expect } from "vitest";
import { say } from "../platform/say.ts";
import { FULL, shuffled, untilSeconds } from "./budget.ts";
import { snapshot, type Attempt } from "./promise.ts";
import { trace, type Call, type Injection } from "./strace.ts";
import { discard } from "./subject.ts";

/** One command, and a fault that each of its system calls is to meet, one run each. */
export interface Trial {
  readonly title: string;
  readonly newPoc: () => Promise<string>;
  /** The arguments, with `marker` in what the command is to store. */
  readonly args: (marker: string, folder: string) => readonly string[];
  readonly faults: readonly Injection["what"][];
  /** So many of them, by chance, for each call by which something comes about; all where it is left out. */
  readonly faultsEach?: number;
  /** What was broken by a run, in words; none where all is well. */
  readonly broken: (attempt: Attempt) => Promise<readonly string[]>;
  /** What has to have been hit in the end. */
  readonly steps: readonly string[];
  /** After so many seconds only those are still tried, where it is not everything that is. */
  readonly seconds: number;
}

export const KILL = ["signal=KILL"] as const;
export const FAIL = ["error=EIO", "error=ENOSPC", "error=EROFS", "error=EDQUOT", "error=EMFILE"] as const;

const CHANGING = new Set([
  "write",
  "pwrite64",
  "fsync",
  "link",
  "linkat",
  "rename",
  "renameat",
  "renameat2",
  "unlink",
  "unlinkat",
  "mkdir",
  "mkdirat",
  "ftruncate",
  "fchmod",
]);

/** By which something comes about, as against what is read before. */
export function isChanging({ name, subject, text }: Call): boolean {
  return CHANGING.has(name) || subject === "a temporary file" || (name === "openat" && text.includes("O_CREAT"));
}

/** `fsync of a temporary file`. */
export function stepOf({ name, subject }: Call): string {
  return `${name} of ${subject}`;
}

/** So many runs at the same time, each in a folder of its own. */
const AT_ONCE = FULL ? 2 : 1;

/**
 * Tries the calls that the command makes in the folder. By which something comes about, those meet the faults; those
 * that read meet one of them, once for each kind of file. In the slice each meets one, by chance.
 */
export async function tryAll(trial: Trial): Promise<void> {
  const timeLeft = untilSeconds(trial.seconds);
  const tried = new Map<string, number>();
  const calls = await callsToTry(trial);
  const faultsOf = (call: Call) =>
    shuffled(trial.faults).slice(0, FULL && isChanging(call) ? (trial.faultsEach ?? trial.faults.length) : 1);
  const pairs = calls.flatMap((call) => faultsOf(call).map((what) => ({ call, what })));
  const work = pairs.values();
  const worker = async () => {
    for (const { call, what } of work) {
      if (!timeLeft() && !trial.steps.includes(stepOf(call))) continue;
      const hit = await attemptAt(call, what, trial);
      const key = hit === undefined ? "elsewhere" : stepOf(hit);
      tried.set(key, (tried.get(key) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const list = [...tried].map(([what, times]) => `${what} ×${times}`).sort();
  say(
    `${trial.title}: ${[...tried.values()].reduce((sum, times) => sum + times, 0)} of ${pairs.length} tried\n  ${list.join("\n  ")}`,
  );
  for (const step of trial.steps) expect([...tried.keys()]).toContain(step);
}

/** The calls of an undisturbed run. What is tried hardest comes first; the rest in an order of chance. */
async function callsToTry({ newPoc, args, broken }: Trial): Promise<readonly Call[]> {
  const folder = await newPoc();
  const before = snapshot(folder);
  const marker = nextMarker();
  const { outcome, calls } = await trace(folder, args(marker, folder));
  expect(outcome.code, outcome.err).toBe(0);
  expect(await broken({ folder, before, marker, outcome, killed: false })).toEqual([]);
  discard(folder);
  const within = calls.filter(({ subject }) => subject !== "standard output");
  const changing = someOfEach(within.filter(isChanging));
  return [...changing, ...shuffled(oneOfEach(within.filter((call) => !isChanging(call))))];
}

/** A command that writes forty files alike makes each call forty times: another five of them every night, one a run. */
const MOST_OF_A_STEP = FULL ? 5 : 1;

/** In the order in which they are made. */
function someOfEach(calls: readonly Call[]): readonly Call[] {
  const chosen = new Set(
    [...new Set(calls.map(stepOf))].flatMap((step) =>
      shuffled(calls.filter((call) => stepOf(call) === step)).slice(0, MOST_OF_A_STEP),
    ),
  );
  return calls.filter((call) => chosen.has(call));
}

/** Of the calls that read alike, one: reading the third entry fails as reading the second does. */
function oneOfEach(calls: readonly Call[]): readonly Call[] {
  return [...new Map(shuffled(calls).map((call) => [stepOf(call), call])).values()];
}

/** So many runs, before a call counts as one that cannot be hit. */
const MOST_TRIES = 6;

/**
 * Node may make a call more or less before the folder is reached, so that another is hit. Then the command is traced
 * once more, because a run whose calls were counted with nothing kept misses every time when something is.
 */
async function attemptAt(call: Call, what: Injection["what"], trial: Trial): Promise<Call | undefined> {
  let { ordinal } = call;
  for (let tries = 1; ; tries++) {
    const hit = await attempt({ call: call.name, ordinal, what }, trial);
    if (tries === MOST_TRIES || (hit !== undefined && stepOf(hit) === stepOf(call))) return hit;
    ordinal = (await ordinalsOf(stepOf(call), trial)).at(0) ?? ordinal;
  }
}

/** Where an undisturbed run makes the calls of a step now. */
async function ordinalsOf(step: string, { newPoc, args }: Trial): Promise<readonly number[]> {
  const folder = await newPoc();
  const { calls } = await trace(folder, args(nextMarker(), folder));
  discard(folder);
  return calls.filter((call) => stepOf(call) === step).map(({ ordinal }) => ordinal);
}

let count = 0;

/** All of one shape: a text with a digit loads what looks for forgotten flags, and so makes calls of its own. */
function nextMarker(): string {
  return `marker-${process.pid}-${++count}`;
}

/** One run against a fresh copy; the folder is kept where a promise is broken. Returns the call that was hit. */
async function attempt(injection: Injection, { newPoc, args, broken }: Trial): Promise<Call | undefined> {
  const folder = await newPoc();
  const before = snapshot(folder);
  const marker = nextMarker();
  const { outcome, hit } = await trace(folder, args(marker, folder), injection);
  // Node ends itself where what it does for its own sake fails, and nobody can catch that.
  const aborted = hit === undefined && outcome.signal === "SIGABRT";
  const killed = injection.what.startsWith("signal=") || aborted;
  const found = [
    ...(await broken({
      folder,
      before,
      marker,
      outcome,
      killed,
      mayLeaveTemporary: injection.call.startsWith("unlink"),
    })),
  ];
  // What the disk did not confirm is not on it, whatever can be read back now.
  if (hit?.name === "fsync" && outcome.code === 0) found.push("exit 0 without the disk having confirmed");
  if (found.length > 0) {
    throw new Error(
      `${injection.call} number ${injection.ordinal}, ${injection.what} (${hit?.text ?? "elsewhere"}); kept ${folder}\n${found.join("\n")}\nstandard error: ${outcome.err}`,
    );
  }
  discard(folder);
  return hit;
}
