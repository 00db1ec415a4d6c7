import { readdirSync, type Stats } from "node:fs";
import { FileFault } from "../../app/ports/faults.ts";
import type { Edit, Folder, FolderItem } from "../../app/ports/ports.ts";
import { isText, keepMark, MARK_LENGTH } from "./byte-order-mark.ts";
import {
  createDurably,
  isTemporary,
  removeQuietly,
  replaceDurably,
  sweepTemporaries,
  type Target,
} from "./durable-write.ts";
import { isLock, takeEditLock } from "./edit-lock.ts";
import { kindOf, lookAt, refuseAllButFiles, refuseAllButFolders } from "./entry-kind.ts";
import { makeFolders } from "./make-folders.ts";
import { isPending, pendingName, pendingText } from "./pending-change.ts";
import { readRegularFile, readRegularFileInTurn } from "./regular-file.ts";
import { absoluteIn, isPlainBase, safeParts } from "./safe-parts.ts";
import { isPutBack, settleChange } from "./settle-change.ts";
import { errnoOf, systemFault, type Doing } from "./system-fault.ts";

/** An act takes tenths of a second, and ten people may start at once. */
const ACT_PATIENCE_MS = 10_000;

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
      for (const name of pending) settleChange(this, name, this.notice);
      return items.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (errnoOf(error) === "ENOENT") return [];
      throw systemFault(error, subfolder === "" ? this.path : subfolder, "list");
    }
  }

  kind(name: string): FolderItem["kind"] | undefined {
    const parts = safeParts(name);
    if (parts.length > 0 && !this.lookThrough(parts.slice(0, -1), "read")) return undefined;
    const stats = lookAt(this.absolute(name), name, "read");
    return stats === undefined ? undefined : kindOf(stats);
  }

  read(name: string, limit: number): Uint8Array {
    this.lookBefore(name);
    return readRegularFile(this.absolute(name), name, limit, "refuse-links");
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
      if (kept || isPutBack(this, edits)) removeQuietly(`${note.folder}/${note.base}`);
      throw fault;
    }
    removeQuietly(`${note.folder}/${note.base}`);
  }

  replace(name: string, text: string, expected: string | undefined): void {
    this.exchange(name, (target, old, confirm) => {
      if (expected === undefined) return replaceDurably(target, text, old, confirm);
      const current = old === undefined ? undefined : this.current(name, old, expected);
      if (current === undefined || !isText(current, expected)) throw changed(name);
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
    makeFolders(this.path, safeParts(name));
  }

  /** Under the lock of the file; `confirm` makes sure that it is still ours, just before the step. */
  private exchange(name: string, step: (target: Target, old: Stats | undefined, confirm: () => void) => void): void {
    const target = this.prepare(name, "replace");
    const lock = takeEditLock(target, this.notice);
    try {
      const old = lookAt(this.absolute(name), name, "replace");
      if (old !== undefined) refuseAllButFiles(old, name, "replace");
      step(target, old, () => lock.confirm());
    } finally {
      lock.release();
    }
  }

  private absolute(name: string): string {
    return absoluteIn(this.path, name);
  }

  /** The bytes that are there now; nothing is read where the size alone shows that they are others. */
  private current(name: string, old: Stats, expected: string): Uint8Array {
    if (old.size > Buffer.byteLength(expected) + MARK_LENGTH) throw changed(name);
    return readRegularFile(this.absolute(name), name, old.size, "refuse-links");
  }

  private prepare(name: string, doing: Doing): Target {
    const parts = safeParts(name);
    const base = parts.at(-1);
    if (base === undefined)
      throw new FileFault("not-a-file", this.path, `cannot ${doing} ${this.path}: it is a folder, not a file`);
    const holder = parts.slice(0, -1);
    makeFolders(this.path, holder);
    return { folder: this.absolute(holder.join("/")), base, shown: name };
  }

  /** Whether the folders `parts` are there. A link among them is a fault: it may lead anywhere. */
  private lookThrough(parts: readonly string[], doing: "read" | "list" | "write" | "replace"): boolean {
    for (let depth = 1; depth <= parts.length; depth++) {
      const name = parts.slice(0, depth).join("/");
      if (this.seen.has(name)) continue;
      const stats = lookAt(this.absolute(name), name, doing);
      if (stats === undefined) return false;
      refuseAllButFolders(stats, name, doing);
      this.seen.add(name);
    }
    return true;
  }
}

function absent(name: string): FileFault {
  return new FileFault("missing", name, `cannot read ${name}: there is no such file`);
}

function changed(name: string): FileFault {
  return new FileFault("changed", name, `${name} changed since it was read; nothing was written`);
}
