import { lstatSync, mkdirSync, readdirSync, type Stats } from "node:fs";
import { dirname } from "node:path";
import { FileFault } from "../../app/ports/faults.ts";
import type { Edit, Folder, FolderItem } from "../../app/ports/ports.ts";
import {
  createDurably,
  isTemporary,
  openFolder,
  removeQuietly,
  replaceDurably,
  sweepTemporaries,
  syncFolder,
  type Target,
} from "./durable-write.ts";
import { isLock, takeEditLock } from "./edit-lock.ts";
import {
  isCutShort,
  isPending,
  LARGEST_NOTE,
  pendingName,
  pendingText,
  readPending,
  settledText,
} from "./pending-change.ts";
import { closeQuietly, linkFault, notAFile, readRegularFile, readRegularFileInTurn } from "./regular-file.ts";
import { errnoOf, systemFault, type Doing } from "./system-fault.ts";

/** An act takes tenths of a second, and ten people may start at once. */
const ACT_PATIENCE_MS = 10_000;

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The folder at `root`, absolute and without links. `notice` is told, in one line, what a person should know and need
 * not act on.
 */
export function realFolder(root: string, notice: (text: string) => void): Folder {
  return new RealFolder(root, notice);
}

class RealFolder implements Folder {
  readonly path: string;
  private readonly notice: (text: string) => void;
  /** Subfolders that were seen to be folders: 10,000 entries need not ask 10,000 times. Writing asks again. */
  private readonly seen = new Set<string>();
  /** Leftovers that listing came across, by subfolder. */
  private readonly leftovers = new Map<string, readonly string[]>();

  constructor(root: string, notice: (text: string) => void) {
    this.path = root;
    this.notice = notice;
  }

  list(subfolder: string): readonly FolderItem[] {
    const parts = safeParts(subfolder);
    if (!this.lookThrough(parts, "list")) return [];
    try {
      const prefix = subfolder === "" ? "" : `${subfolder}/`;
      const items: FolderItem[] = [];
      const leftovers: string[] = [];
      const pending: string[] = [];
      for (const entry of readdirSync(this.absolute(subfolder), { withFileTypes: true })) {
        if (isTemporary(entry.name)) leftovers.push(entry.name);
        else if (isPending(entry.name)) pending.push(prefix + entry.name);
        else if (!isLock(entry.name)) items.push({ name: prefix + entry.name, kind: kindOf(entry) });
      }
      this.leftovers.set(subfolder, leftovers);
      for (const name of pending) this.settle(name);
      return items.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (errnoOf(error) === "ENOENT") return [];
      throw systemFault(error, subfolder === "" ? this.path : subfolder, "list");
    }
  }

  kind(name: string): FolderItem["kind"] | undefined {
    const parts = safeParts(name);
    if (parts.length > 0 && !this.lookThrough(parts.slice(0, -1), "read")) return undefined;
    const stats = this.look(this.absolute(name), name, "read");
    return stats === undefined ? undefined : kindOf(stats);
  }

  read(name: string, limit: number): Uint8Array {
    this.lookBefore(name);
    return readRegularFile(this.absolute(name), name, limit, false);
  }

  readInTurn(name: string, limit: number): Uint8Array {
    this.lookBefore(name);
    return readRegularFileInTurn(this.absolute(name), name, limit);
  }

  /** Whether every folder on the way to a file is one. */
  private lookBefore(name: string): void {
    const slash = name.lastIndexOf("/");
    if (slash >= 0 && this.seen.has(name.slice(0, slash)) && isPlainBase(name, slash + 1)) return;
    const parts = safeParts(name);
    if (!this.lookThrough(parts.slice(0, -1), "read")) throw absent(name);
  }

  create(name: string, text: string | Uint8Array): void {
    const target = this.prepare(name, "write");
    const now = createDurably(target, text);
    const subfolder = name.slice(0, Math.max(0, name.lastIndexOf("/")));
    sweepTemporaries(target.folder, this.leftovers.get(subfolder) ?? [], now);
  }

  createWith(name: string, text: string, edits: readonly Edit[]): void {
    const target = this.prepare(name, "write");
    const shown = name.slice(0, name.length - target.base.length) + pendingName();
    const note = { ...target, base: shown.slice(shown.lastIndexOf("/") + 1), shown };
    try {
      createDurably(note, pendingText(name, edits));
    } catch (fault) {
      removeQuietly(`${note.folder}/${note.base}`);
      throw fault instanceof FileFault ? new FileFault(fault.kind, name, fault.message, { cause: fault }) : fault;
    }
    try {
      for (const edit of edits) this.replace(edit.name, edit.after, edit.before);
      this.create(name, text);
    } catch (fault) {
      // Where the entry may be on the disk, the edits belong to it.
      const kept = fault instanceof FileFault && fault.perhapsWritten && fault.file === name;
      if (kept || this.isPutBack(edits)) removeQuietly(`${note.folder}/${note.base}`);
      throw fault;
    }
    removeQuietly(`${note.folder}/${note.base}`);
  }

  /** Finishes a change that a process left in the middle, by the note that it left: all of it, or nothing. */
  private settle(note: string): void {
    const path = this.absolute(note);
    try {
      const age = Date.now() - lstatSync(path).mtimeMs;
      const change = readPending(new TextDecoder().decode(readRegularFile(path, note, LARGEST_NOTE, false)));
      if (change === undefined || !isCutShort(change, age)) return;
      const complete = this.kind(change.creates) !== undefined;
      const edited = complete ? [] : this.putBack(change.edits);
      removeQuietly(path);
      this.notice(settledText(change, complete, edited));
    } catch (fault) {
      if (!(fault instanceof FileFault) && errnoOf(fault) === undefined) throw fault;
      // Another process was quicker; or nothing can be written here, and then there is something to say.
      if (errnoOf(fault) !== "ENOENT" && lstatSync(path, { throwIfNoEntry: false }) !== undefined)
        this.notice(`a change was cut short and could not be put back: ${String((fault as Error).message)}`);
    }
  }

  /** Whether nothing of the edits is left; where it is, the note stays, and the next command finishes. */
  private isPutBack(edits: readonly Edit[]): boolean {
    try {
      this.putBack(edits);
      return true;
    } catch (fault) {
      if (fault instanceof FileFault) return false;
      throw fault;
    }
  }

  /** Replaces what was changed by what was there before; returns the files that hold something else by now. */
  private putBack(edits: readonly Edit[]): readonly string[] {
    return edits.flatMap(({ name, before, after }) => {
      const now = this.look(this.absolute(name), name, "read");
      const bytes = now === undefined ? undefined : readRegularFile(this.absolute(name), name, now.size, false);
      if (bytes === undefined || holds(bytes, before)) return [];
      if (!holds(bytes, after)) return [name];
      this.replace(name, before, after);
      return [];
    });
  }

  replace(name: string, text: string, expected: string | undefined): void {
    this.exchange(name, (target, old, confirm) => {
      if (expected === undefined) return replaceDurably(target, text, old, confirm);
      const current = old === undefined ? undefined : this.current(name, old, expected);
      if (current === undefined || !holds(current, expected)) throw changed(name);
      replaceDurably(target, keepMark(current, text), old, confirm);
    });
  }

  replaceBytes(name: string, bytes: Uint8Array): void {
    this.exchange(name, (target, old, confirm) => replaceDurably(target, bytes, old, confirm));
  }

  alone(name: string, act: () => void): void {
    const lock = takeEditLock(this.prepare(name, "write"), this.notice, ACT_PATIENCE_MS);
    try {
      act();
    } finally {
      lock.release();
    }
  }

  makeFolder(name: string): void {
    this.make(safeParts(name));
  }

  /** Under the lock of the file; `confirm` makes sure that it is still ours, just before the step. */
  private exchange(name: string, step: (target: Target, old: Stats | undefined, confirm: () => void) => void): void {
    const target = this.prepare(name, "replace");
    const lock = takeEditLock(target, this.notice);
    try {
      const old = this.look(this.absolute(name), name, "replace");
      if (old !== undefined) refuseAllButFiles(old, name, "replace");
      step(target, old, () => lock.confirm());
    } finally {
      lock.release();
    }
  }

  private absolute(name: string): string {
    return name === "" ? this.path : `${this.path}/${name}`;
  }

  /** The bytes that are there now; nothing is read where the size alone shows that they are others. */
  private current(name: string, old: Stats, expected: string): Uint8Array {
    if (old.size > Buffer.byteLength(expected) + BYTE_ORDER_MARK.length) throw changed(name);
    return readRegularFile(this.absolute(name), name, old.size, false);
  }

  private prepare(name: string, doing: Doing): Target {
    const parts = safeParts(name);
    const base = parts.at(-1);
    if (base === undefined)
      throw new FileFault("not-a-file", this.path, `cannot ${doing} ${this.path}: it is a folder, not a file`);
    const holder = parts.slice(0, -1);
    this.make(holder);
    return { folder: this.absolute(holder.join("/")), base, shown: name };
  }

  /** Whether the folders `parts` are there. A link among them is a fault: it may lead anywhere. */
  private lookThrough(parts: readonly string[], doing: "read" | "list" | "write" | "replace"): boolean {
    for (let depth = 1; depth <= parts.length; depth++) {
      const name = parts.slice(0, depth).join("/");
      if (this.seen.has(name)) continue;
      const stats = this.look(this.absolute(name), name, doing);
      if (stats === undefined) return false;
      refuseAllButFolders(stats, name, doing);
      this.seen.add(name);
    }
    return true;
  }

  private look(path: string, shown: string, doing: Doing): Stats | undefined {
    try {
      return lstatSync(path, { throwIfNoEntry: false });
    } catch (error) {
      if (errnoOf(error) === "ENOTDIR") return undefined;
      throw systemFault(error, shown === "" ? path : shown, doing);
    }
  }

  /** Makes the PoC folder and the folders `parts` in it, each name on the disk before the next is made. */
  private make(parts: readonly string[]): void {
    const missing: string[] = [];
    let path = this.path;
    let stats = this.look(path, path, "make");
    for (; stats === undefined && path !== dirname(path); stats = this.look(path, path, "make")) {
      missing.unshift(path);
      path = dirname(path);
    }
    if (stats !== undefined) refuseAllButFolders(stats, path, "make");
    for (const folder of missing) makeOne(folder, folder);
    for (let depth = 1; depth <= parts.length; depth++) {
      const name = parts.slice(0, depth).join("/");
      makeOne(this.absolute(name), name);
    }
  }
}

function makeOne(path: string, shown: string): void {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats !== undefined) return refuseAllButFolders(stats, shown, "make");
    const parent = openFolder(dirname(path));
    try {
      makeUnlessThere(path);
      syncFolder(parent);
    } finally {
      if (parent !== undefined) closeQuietly(parent);
    }
    refuseAllButFolders(lstatSync(path), shown, "make");
  } catch (error) {
    throw error instanceof FileFault ? error : systemFault(error, shown, "make");
  }
}

/** Another process may make it in the same moment. */
function makeUnlessThere(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
}

function isPlainBase(name: string, from: number): boolean {
  return name.length > from && name[from] !== "." && !name.includes("\\", from) && !name.includes("\0", from);
}

export function kindOf(entry: {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}): FolderItem["kind"] {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

function refuseAllButFolders(stats: Stats, shown: string, doing: "read" | "list" | "write" | "replace" | "make"): void {
  if (stats.isSymbolicLink()) throw linkFault(shown, doing);
  if (!stats.isDirectory()) throw new FileFault("not-a-file", shown, `cannot ${doing} ${shown}: it is not a folder`);
}

function refuseAllButFiles(stats: Stats, shown: string, doing: "replace"): void {
  if (stats.isSymbolicLink()) throw linkFault(shown, doing);
  if (!stats.isFile()) throw notAFile(stats, shown);
}

function absent(name: string): FileFault {
  return new FileFault("missing", name, `cannot read ${name}: there is no such file`);
}

function changed(name: string): FileFault {
  return new FileFault("changed", name, `${name} changed since it was read; nothing was written`);
}

/** Readers strip a byte order mark, so a text without one stands for the file with it. */
function holds(bytes: Uint8Array, text: string): boolean {
  const wanted = Buffer.from(text, "utf8");
  return wanted.equals(bytes) || (hasMark(bytes) && wanted.equals(bytes.subarray(BYTE_ORDER_MARK.length)));
}

function keepMark(old: Uint8Array, text: string): string {
  return hasMark(old) && !text.startsWith("\ufeff") ? `\ufeff${text}` : text;
}

function hasMark(bytes: Uint8Array): boolean {
  return BYTE_ORDER_MARK.equals(bytes.subarray(0, BYTE_ORDER_MARK.length));
}

/**
 * The parts of a name relative to the PoC folder; none for "", the folder itself. Refuses, as `denied`, what would
 * leave the folder or mean different files on different systems.
 */
export function safeParts(name: string): readonly string[] {
  if (name === "") return [];
  const parts = name.split("/");
  if (parts.some(isUnsafe) || /^[A-Za-z]:/.test(name)) {
    throw new FileFault("denied", name, `${JSON.stringify(name)} is not the name of a file within the PoC folder`);
  }
  return parts;
}

function isUnsafe(part: string): boolean {
  return part === "" || part === "." || part === ".." || part.includes("\\") || part.includes("\0");
}
