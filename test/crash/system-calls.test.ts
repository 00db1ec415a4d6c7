// Kills `poc log` at every system call it makes in the folder, and makes every one of them fail, one run each.
import { describe, expect, test } from "vitest";
import { say } from "../platform/say.ts";
import { FULL, TIMEOUT, shuffled, untilSeconds } from "./budget.ts";
import { brokenPromises, entriesWith, snapshot } from "./promise.ts";
import { straceMissing, trace, type Call, type Injection } from "./strace.ts";
import { COMMAND, IS_BUILT, discard, pocUnderWay, pocWithoutLog } from "./subject.ts";

const missing = IS_BUILT ? straceMissing() : `there is no ${COMMAND}: npm run build`;
if (missing !== undefined) say(`skipped: no system call of poc log was failed or killed (${missing})`);

const ERRORS = ["EIO", "ENOSPC", "EROFS", "EDQUOT", "EMFILE"] as const;
const CHANGING = new Set(["write", "pwrite64", "fsync", "link", "linkat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "ftruncate", "fchmod"]);

/** By which the entry comes about, as against what is read before. */
function isChanging({ name, subject, text }: Call): boolean {
  return CHANGING.has(name) || subject === "a temporary file" || (name === "openat" && text.includes("O_CREAT"));
}

function stepOf({ name, subject }: Call): string {
  return `${name} of ${subject}`;
}

let count = 0;

/** One run against a fresh copy; the folder is kept where the promise is broken. Returns the call that was hit. */
async function attempt(injection: Injection, newPoc: () => Promise<string>): Promise<Call | undefined> {
  const folder = await newPoc();
  const before = snapshot(folder);
  const marker = `marker-${process.pid}-${++count}`;
  const { outcome, hit } = await trace(folder, ["log", marker], injection);
  const killed = injection.what.startsWith("signal=");
  const broken = [...(await brokenPromises({ folder, before, marker, outcome, killed, mayLeaveTemporary: injection.call.startsWith("unlink") }))];
  // What the disk did not confirm is not on it, whatever can be read back now.
  if (hit?.name === "fsync" && outcome.code === 0) broken.push("exit 0 without the disk having confirmed");
  if (broken.length > 0) {
    throw new Error(`${injection.call} number ${injection.ordinal}, ${injection.what} (${hit?.text ?? "elsewhere"}); kept ${folder}\n${broken.join("\n")}\nstandard error: ${outcome.err}`);
  }
  discard(folder);
  return hit;
}

/** The calls of an undisturbed run. What is tried hardest comes first; the rest in an order of chance. */
async function callsToTry(newPoc: () => Promise<string>): Promise<readonly Call[]> {
  const folder = await newPoc();
  const { outcome, calls } = await trace(folder, ["log", "undisturbed"]);
  expect(outcome.code, outcome.err).toBe(0);
  expect(entriesWith(folder, "undisturbed")).toHaveLength(1);
  discard(folder);
  return [...calls.filter(isChanging), ...shuffled(calls.filter((call) => !isChanging(call)))];
}

function report(title: string, tried: ReadonlyMap<string, number>, total: number): void {
  const list = [...tried].map(([what, times]) => `${what} ×${times}`).sort();
  say(`${title}: ${[...tried.values()].reduce((sum, times) => sum + times, 0)} of ${total} tried\n  ${list.join("\n  ")}`);
}

/** Node may make a call more or less before the folder is reached, so that another is hit; then once more. */
async function attemptAt(call: Call, what: Injection["what"], newPoc: () => Promise<string>): Promise<Call | undefined> {
  for (let tries = 1; ; tries++) {
    const hit = await attempt({ call: call.name, ordinal: call.ordinal, what }, newPoc);
    if (tries === 4 || (hit?.name === call.name && hit.subject === call.subject)) return hit;
  }
}

interface Trial {
  readonly title: string;
  readonly newPoc: () => Promise<string>;
  readonly faults: readonly Injection["what"][];
  /** What has to have been hit in the end. */
  readonly steps: readonly string[];
  /** After so many seconds only those are still tried. */
  readonly seconds: number;
}

/** Tries every call of `poc log`; returns what was hit. In the slice each call meets one of the faults, by chance. */
async function tryAll({ title, newPoc, faults, steps, seconds }: Trial): Promise<readonly string[]> {
  const timeLeft = untilSeconds(seconds);
  const tried = new Map<string, number>();
  const calls = await callsToTry(newPoc);
  for (const call of calls) {
    for (const what of FULL ? faults : shuffled(faults).slice(0, 1)) {
      if (!timeLeft() && !steps.includes(stepOf(call))) continue;
      const hit = await attemptAt(call, what, newPoc);
      const key = hit === undefined ? "elsewhere" : stepOf(hit);
      tried.set(key, (tried.get(key) ?? 0) + 1);
    }
  }
  report(title, tried, calls.length * faults.length);
  return [...tried.keys()];
}

const KILL = ["signal=KILL"] as const;
const FAIL = ERRORS.map((error) => `error=${error}` as const);
const STEPS = ["openat of a temporary file", "write of a temporary file", "fsync of a temporary file", "link of a temporary file", "unlink of a temporary file", "fsync of the log folder"];

/** The first entry makes the folder that it goes into. */
const FIRST_STEPS = ["mkdir of the log folder", "fsync of the folder", "fsync of the log folder"];

describe.runIf(missing === undefined)("poc log keeps its promise", () => {
  test.each<Trial>([
    { title: "it is killed at any system call", newPoc: pocUnderWay, faults: KILL, steps: STEPS, seconds: 6 },
    { title: "any system call fails", newPoc: pocUnderWay, faults: FAIL, steps: STEPS, seconds: 8 },
    { title: "it is killed while it makes the log folder", newPoc: pocWithoutLog, faults: KILL, steps: FIRST_STEPS, seconds: 0 },
    { title: "making the log folder fails", newPoc: pocWithoutLog, faults: FAIL, steps: FIRST_STEPS, seconds: 0 },
  ])("when $title", { timeout: TIMEOUT }, async (trial) => {
    const tried = await tryAll(trial);
    for (const step of trial.steps) expect(tried).toContain(step);
  });

  test("because data, name and folder reach the disk in this order, and only then is it told", { timeout: TIMEOUT }, async () => {
    const folder = await pocUnderWay();
    const { calls } = await trace(folder, ["log", "in order"]);
    const steps = calls.map(stepOf);
    const positions = ["write of a temporary file", "fsync of a temporary file", "link of a temporary file", "fsync of the log folder"].map((step) => steps.lastIndexOf(step));
    expect(positions).not.toContain(-1);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    const changes = steps.slice(positions[0]).filter((_, index) => isChanging(calls[positions[0]! + index]!));
    expect(changes).toEqual(["write of a temporary file", "fsync of a temporary file", ...closings(changes), "link of a temporary file", "unlink of a temporary file", "fsync of the log folder"]);
    discard(folder);
  });
});

/** Closing and looking at the temporary file change nothing; how often it happens is no part of the promise. */
function closings(steps: readonly string[]): string[] {
  return steps.filter((step) => /^(close|fstat|statx|newfstatat) of a temporary file$/.test(step));
}
