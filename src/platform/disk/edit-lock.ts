// The lock guards definitions only: entries are new files and need none. It is written here because the common packages
// judge a lock by its age alone; this one names its owner, and is taken over only where the owner is known to be dead.

import { closeSync, fstatSync, linkSync, lstatSync, openSync, unlinkSync, writeSync } from "node:fs";
import { FileFault } from "../../app/ports/faults.ts";
import { removeQuietly, temporaryPath, type Target } from "./durable-write.ts";
import { hostName, isAlive } from "./owner.ts";
import { pause } from "./pause.ts";
import { randomId } from "./randomness.ts";
import { closeQuietly, readRegularFile } from "./regular-file.ts";
import { errnoOf, systemFault } from "./system-fault.ts";

/** The right to edit one file, as long as it is held. */
export interface EditLock {
  /** Throws where another process took the lock away, having judged this process dead. */
  confirm(): void;
  release(): void;
}

/** What a lock file says about its owner. A process that finds it can tell whom to ask. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  readonly time: string;
  /** Tells this lock from every other, should the process number come round again. */
  readonly token: string;
}

/** A lock that was found: its text, its owner where the text names one, its age in milliseconds. */
interface Found {
  readonly text: string;
  readonly owner: Owner | undefined;
  readonly age: number;
}

/** Edits take milliseconds, so another's is worth waiting for, briefly. */
const PATIENCE_MS = 300;
/** A lock without an owner is one that is being written, or the remains of one. */
const NAMELESS_AGE_MS = 10_000;
const TAKEOVER_AGE_MS = 60_000;
const MAX_LOCK_BYTES = 4096;

function lockName(base: string): string {
  return `.${base}.lock`;
}

/** Whether `base` is the lock of some file; readers do not see those. */
export function isLock(base: string): boolean {
  return base.startsWith(".") && base.endsWith(".lock") && base.length > 6;
}

/**
 * Takes the lock of `target`, waiting briefly where another process has it; after that, fails with `locked`.
 * The lock of a process that is dead is taken over, and `notice` is told so in one line.
 */
export function takeEditLock(target: Target, notice: (text: string) => void, patienceMs = PATIENCE_MS): EditLock {
  const path = `${target.folder}/${lockName(target.base)}`;
  const own = ownText();
  const candidate = temporaryPath(target.folder);
  try {
    const started = writeCandidate(candidate, own);
    for (let waited = 0; !claim(candidate, path, own);) {
      const found = find(path, started + waited);
      if (found === undefined) continue;
      if (isAbandoned(found)) {
        if (takeOver(path, found, target.folder, started + waited))
          notice(`took over the lock of ${target.shown}, left by ${describe(found)}`);
        else waited = wait(target, found, waited, patienceMs);
      } else {
        waited = wait(target, found, waited, patienceMs);
      }
    }
  } catch (error) {
    throw error instanceof FileFault ? error : systemFault(error, target.shown, "edit");
  } finally {
    removeQuietly(candidate);
  }
  // What fails once is asked again: a lock that is left here would have to be taken over by the next command.
  const isOurs = () => (readLock(path) || readLock(path)) === own;
  return {
    confirm() {
      if (!isOurs())
        throw new FileFault(
          "locked",
          target.shown,
          `cannot replace ${target.shown}: its lock was taken away meanwhile; nothing was written`,
        );
    },
    release() {
      if (isOurs()) removeQuietly(path);
    },
  };
}

function ownText(): string {
  const owner: Owner = {
    pid: process.pid,
    host: hostName(),
    command: `poc ${process.argv[2]?.startsWith("-") === false ? process.argv[2] : ""}`.trim(),
    time: new Date().toISOString(),
    token: randomId(16),
  };
  return `${JSON.stringify(owner)}\n`;
}

/** Returns the time by the clock of the file system, against which ages are measured: hosts' clocks may differ. */
function writeCandidate(path: string, text: string): number {
  const fd = openSync(path, "wx");
  try {
    writeSync(fd, text);
    return fstatSync(fd).mtimeMs;
  } finally {
    closeQuietly(fd);
  }
}

/** Whether the lock is ours now. A link gives it its name and its text in one step. */
function claim(candidate: string, path: string, own: string): boolean {
  try {
    linkSync(candidate, path);
    return true;
  } catch (error) {
    const code = errnoOf(error);
    if (code === "EEXIST") return readLock(path) === own;
    if (code !== "EPERM" && code !== "ENOSYS" && code !== "EOPNOTSUPP" && code !== "ENOTSUP") throw error;
    return claimWithoutLink(path, own);
  }
}

function claimWithoutLink(path: string, own: string): boolean {
  try {
    const fd = openSync(path, "wx");
    try {
      writeSync(fd, own);
    } finally {
      closeSync(fd);
    }
    return true;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Empty where it is there and nothing can be learned from it. */
function readLock(path: string): string | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (!stats.isFile() || stats.size > MAX_LOCK_BYTES) return "";
    // Not readFileSync with an encoding: where closing fails, that ends the process where nothing can catch it.
    return new TextDecoder().decode(readRegularFile(path, path, MAX_LOCK_BYTES, "refuse-links"));
  } catch {
    return "";
  }
}

function find(path: string, now: number): Found | undefined {
  const text = readLock(path);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (text === undefined || stats === undefined) return undefined;
  return { text, owner: parseOwner(text), age: Math.max(0, now - stats.mtimeMs) };
}

function parseOwner(text: string): Owner | undefined {
  try {
    const value = JSON.parse(text) as Partial<Owner> | null;
    if (!Number.isSafeInteger(value?.pid) || value!.pid! <= 0 || typeof value?.host !== "string") return undefined;
    const { pid, host, command, time, token } = value;
    return { pid: pid!, host, command: String(command ?? "poc"), time: String(time ?? ""), token: String(token ?? "") };
  } catch {
    return undefined;
  }
}

function isAbandoned({ owner, age }: Found): boolean {
  if (owner === undefined) return age > NAMELESS_AGE_MS;
  return owner.host === hostName() && !isAlive(owner.pid);
}

/**
 * Removes an abandoned lock; false where another process is at it. Two that both saw it must not both remove it, for
 * the second would remove the first one's new lock: only the one that makes the marker of just this lock may.
 */
function takeOver(path: string, found: Found, folder: string, now: number): boolean {
  const marker = `${folder}/.tmp-takeover-${fingerprint(found.text)}`;
  try {
    closeSync(openSync(marker, "wx"));
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
    const left = lstatSync(marker, { throwIfNoEntry: false });
    if (left !== undefined && now - left.mtimeMs > TAKEOVER_AGE_MS) removeQuietly(marker);
    return false;
  }
  try {
    if (readLock(path) !== found.text) return false;
    unlinkSync(path);
    return true;
  } finally {
    removeQuietly(marker);
  }
}

/** FNV-1a: only tells one lock's text from another's in a file name. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Returns how long was waited in all, in milliseconds. */
function wait(target: Target, found: Found, waited: number, patienceMs: number): number {
  if (waited >= patienceMs) {
    throw new FileFault(
      "locked",
      target.shown,
      `cannot edit ${target.shown}: it is locked by ${describe(found)}; try again when that is done, or delete ` +
        `${lockShown(target)} if no command is editing`,
    );
  }
  pause(20);
  return waited + 20;
}

function lockShown(target: Target): string {
  return target.shown.slice(0, target.shown.length - target.base.length) + lockName(target.base);
}

function describe({ owner, age }: Found): string {
  if (owner === undefined) return `an unknown process, ${ageLabel(age)} ago`;
  return `process ${owner.pid} on ${visible(owner.host)} (${visible(owner.command)}), ${ageLabel(age)} ago`;
}

function ageLabel(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** The file may hold anything: only what is harmless on a terminal is repeated. */
function visible(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 64);
}
