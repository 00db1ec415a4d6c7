// Files are written here and not by a package such as write-file-atomic, because a new entry must never replace a file
// (link instead of rename), the folder must reach the disk too, and links must not be followed.

import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
  type Stats,
} from "node:fs";
import { FileFault } from "../../app/ports/faults.ts";
import { pause } from "./pause.ts";
import { randomId } from "./randomness.ts";
import { closeQuietly } from "./regular-file.ts";
import { errnoOf, systemFault } from "./system-fault.ts";

/** Where a file is to be. The folder exists, and no part of it is looked at again. */
export interface Target {
  /** Absolute path. */
  readonly folder: string;
  readonly base: string;
  /** The name for people. */
  readonly shown: string;
}

const TEMPORARY = ".tmp-";
const HOUR_MS = 3_600_000;
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** Names that only this module makes; readers do not see them. */
export function isTemporary(base: string): boolean {
  return base.startsWith(TEMPORARY);
}

/**
 * Makes a file that was not there: complete and on the disk when this returns, or not there at all. The order is what
 * makes it so: data to the disk, then the name, then the folder that holds the name.
 * Returns the time by the clock of the file system, in milliseconds since 1970.
 */
export function createDurably(target: Target, text: string | Uint8Array): number {
  return publish(target, text, undefined, "write", linkInto);
}

/**
 * Puts `text` in the place of what is there, in one step, keeping mode and owner of `old`. `lastLook` runs just before
 * the step, and stops it by throwing.
 */
export function replaceDurably(
  target: Target,
  text: string | Uint8Array,
  old: Stats | undefined,
  lastLook: () => void,
): void {
  publish(target, text, old, "replace", (temporary, final) => {
    // Renaming asks for no right to write the old file; its owner's wish counts all the same.
    if (old !== undefined) accessSync(final, constants.W_OK);
    lastLook();
    insistently(() => renameSync(temporary, final));
    return true;
  });
}

/**
 * Writes a temporary file beside the final one and has `place` give it its final name; `place` tells whether the
 * temporary name is gone by that.
 */
function publish(
  target: Target,
  text: string | Uint8Array,
  old: Stats | undefined,
  doing: "write" | "replace",
  place: (temporary: string, final: string) => boolean,
): number {
  const temporary = temporaryPath(target.folder);
  let folder: number | undefined;
  let present = false;
  let placed = false;
  try {
    // Opened first, so that nothing but the disk itself can fail once the file has its name.
    folder = openFolder(target.folder);
    const fd = openSync(temporary, NEW_FILE, 0o666);
    present = true;
    const written = fill(fd, text, old);
    present = !place(temporary, `${target.folder}/${target.base}`);
    placed = true;
    if (present) removeQuietly(temporary);
    present = false;
    syncFolder(folder);
    return written;
  } catch (error) {
    if (present) removeQuietly(temporary);
    if (placed) throw unconfirmed(target, doing, error);
    throw error instanceof FileFault ? error : systemFault(error, target.shown, doing);
  } finally {
    if (folder !== undefined) closeQuietly(folder);
  }
}

function unconfirmed(target: Target, doing: "write" | "replace", cause: unknown): FileFault {
  const thing = target.shown.startsWith("log/") ? "the entry" : "the file";
  const what = doing === "write" ? `${thing} may have been written as` : "the change may have been written to";
  return new FileFault(
    "io",
    target.shown,
    `${what} ${target.shown}; check before repeating (the disk did not confirm it)`,
    { cause, perhapsWritten: true },
  );
}

export function temporaryPath(folder: string): string {
  return `${folder}/${TEMPORARY}${randomId(12)}`;
}

/** Writes everything, to the disk itself, and closes. Returns the time of writing by the clock of the file system. */
function fill(fd: number, text: string | Uint8Array, old: Stats | undefined): number {
  let open = true;
  try {
    const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done);
    if (old !== undefined) keepOwnerAndMode(fd, old);
    fsyncSync(fd);
    const time = fstatSync(fd).mtimeMs;
    open = false;
    // Not quietly: some file systems report a failed write only here.
    closeSync(fd);
    return time;
  } finally {
    if (open) closeQuietly(fd);
  }
}

function keepOwnerAndMode(fd: number, old: Stats): void {
  const now = fstatSync(fd);
  if (now.uid !== old.uid || now.gid !== old.gid) {
    try {
      fchownSync(fd, old.uid, old.gid);
    } catch {
      // Only root may give a file away; the text matters more than whose it is.
    }
  }
  fchmodSync(fd, old.mode & 0o777);
}

/** Fails with EEXIST where `final` exists. Tells whether the temporary name is gone. */
function linkInto(temporary: string, final: string): boolean {
  try {
    insistently(() => linkSync(temporary, final));
    return false;
  } catch (error) {
    // A network file system may do as it is asked and report a failure: two names mean that it was done.
    if (lstatSync(temporary, { throwIfNoEntry: false })?.nlink === 2) return false;
    const code = errnoOf(error);
    if (code !== "EPERM" && code !== "ENOSYS" && code !== "EOPNOTSUPP" && code !== "ENOTSUP" && code !== "EMLINK")
      throw error;
    return moveInto(temporary, final);
  }
}

/**
 * For file systems without links (FAT, some network shares): reserves the name, then moves the complete file onto it.
 */
function moveInto(temporary: string, final: string): boolean {
  closeSync(openSync(final, NEW_FILE, 0o666));
  try {
    insistently(() => renameSync(temporary, final));
    return true;
  } catch (error) {
    removeQuietly(final);
    throw error;
  }
}

/** Undefined where folders cannot be opened, as on Windows, which makes names durable by itself. */
export function openFolder(path: string): number | undefined {
  return process.platform === "win32" ? undefined : openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
}

/** Puts the names in a folder on the disk. Some file systems have no such call and say so: nothing to do there. */
export function syncFolder(fd: number | undefined): void {
  if (fd === undefined) return;
  try {
    fsyncSync(fd);
  } catch (error) {
    const code = errnoOf(error);
    if (code !== "EINVAL" && code !== "ENOTSUP" && code !== "EOPNOTSUPP") throw error;
  }
}

/** Removes temporary files that a killed process left, never those that one may be writing now. */
export function sweepTemporaries(folder: string, bases: readonly string[], now: number): void {
  for (const base of bases) {
    const path = `${folder}/${base}`;
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isFile() === true && now - stats.mtimeMs > HOUR_MS) removeQuietly(path);
  }
}

export function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // A leftover is ignored by every reader and swept later.
  }
}

/** Virus scanners and indexers on Windows hold files open for moments; elsewhere such an error is final. */
function insistently(step: () => void): void {
  for (let attempt = 1; ; attempt++) {
    try {
      return step();
    } catch (error) {
      const code = errnoOf(error);
      if (process.platform !== "win32" || attempt === 8 || (code !== "EPERM" && code !== "EBUSY" && code !== "EACCES"))
        throw error;
      pause(attempt * 10);
    }
  }
}
