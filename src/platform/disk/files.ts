import {
  appendFileSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
  readdirSync,
  rmdirSync,
  unlinkSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { FileFault } from "../../app/ports/faults.ts";
import type { Files, FolderItem } from "../../app/ports/ports.ts";
import { createDurably, replaceDurably } from "./durable-write.ts";
import { kindOf } from "./entry-kind.ts";
import { realFolder } from "./folder.ts";
import {
  closeQuietly,
  linkFault,
  notAFile,
  readRegularFile,
  regularFilePieces,
  regularFileSize,
} from "./regular-file.ts";
import { errnoOf, systemFault } from "./system-fault.ts";

// Windows has neither flag.
const QUICK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Files of this machine. `cwd` is asked only where a path is relative; `notice` as for `realFolder`. */
export function realFiles(cwd: () => string, notice: (text: string) => void): Files {
  const absolute = (path: string): string => (isAbsolute(path) ? resolve(path) : resolve(cwd(), path));
  return {
    findUp: (start, name) => findUp(absolute(start), name),
    resolve: absolute,
    linkAt: (path) => isLink(absolute(path)),
    folder: (path) => realFolder(withoutLinks(absolute(path)), notice),
    namesIn: (path) => namesIn(absolute(path), path),
    bareNames,
    holds: holdsBytes,
    readNamed: (path, limit) => readRegularFile(absolute(path), path, limit, "follow-links"),
    openNamed: (path) => ({
      size: regularFileSize(absolute(path), path),
      pieces: () => regularFilePieces(absolute(path), path),
    }),
    writeNamed: (path, text, overwrite) => writeNamed(absolute(path), path, text, overwrite),
    appendNamed: (path, text, limit) => appendNamed(absolute(path), path, text, limit),
    removeNamed: (path, within) => removeNamed(absolute(path), path, absolute(within)),
    makeFoldersAbove: (path) => makeFolders(dirname(absolute(path))),
  };
}

/** A link or a pipe of that name counts: reading it then says what is wrong, where passing by would be a riddle. */
function findUp(start: string, name: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, name);
    try {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (stats !== undefined && !stats.isDirectory()) return folder;
    } catch (error) {
      // A folder that we may not look into is not ours; nor is a file one.
      if (errnoOf(error) === undefined) throw error;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function namesIn(path: string, shown: string): readonly FolderItem[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw systemFault(error, shown, "list");
  }
}

/** What files are read into that are only compared. */
let page = Buffer.allocUnsafe(64 * 1024);

/**
 * Three calls a file and no copy: a portfolio has a hundred thousand. A read that is cut short holds something else. A
 * link is not opened, a folder not read, and a pipe that nobody writes to has no bytes.
 */
function holdsBytes(path: string, bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  // One byte more, so that a file that goes on behind them is seen to.
  if (page.length <= length) page = Buffer.allocUnsafe(2 * length);
  try {
    const fd = openSync(path, QUICK);
    try {
      if (readSync(fd, page, 0, length + 1, null) !== length) return false;
    } finally {
      closeQuietly(fd);
    }
    return page.compare(bytes, from, to, 0, length) === 0;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

function bareNames(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch (error) {
    throw systemFault(error, path, "read");
  }
}

/**
 * The path with every link on the way to it resolved, once: going into a folder through a link is ordinary use. What
 * is not there yet is kept as it is named.
 */
function withoutLinks(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    const code = errnoOf(error);
    if (code === "ELOOP") throw linkFault(path, "read");
    if (code !== "ENOENT") throw systemFault(error, path, "read");
    return path === dirname(path) ? path : join(withoutLinks(dirname(path)), basename(path));
  }
}

function writeNamed(path: string, shown: string, text: string | Uint8Array, overwrite: boolean): void {
  const folder = withoutLinks(dirname(path));
  const target = { folder, base: basename(path), shown };
  try {
    const old = lstatSync(join(folder, target.base), { throwIfNoEntry: false });
    if (old?.isSymbolicLink() === true) throw linkFault(shown, "write");
    if (old !== undefined && !old.isFile()) throw notAFile(old, shown);
    if (!overwrite) createDurably(target, text);
    else replaceDurably(target, text, old, () => undefined);
  } catch (error) {
    throw error instanceof FileFault ? error : systemFault(error, shown, "write");
  }
}

function makeFolders(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw systemFault(error, path, "write");
  }
}

function appendNamed(path: string, shown: string, text: string, limit: number): boolean {
  try {
    const old = statSync(path, { throwIfNoEntry: false });
    if (old !== undefined && !old.isFile()) throw notAFile(old, shown);
    if ((old?.size ?? 0) + Buffer.byteLength(text) > limit) return false;
    appendFileSync(path, text);
    return true;
  } catch (error) {
    throw error instanceof FileFault ? error : systemFault(error, shown, "write");
  }
}

function removeNamed(path: string, shown: string, within: string): void {
  try {
    const old = lstatSync(path);
    if (old.isSymbolicLink()) throw linkFault(shown, "write");
    if (!old.isFile()) throw notAFile(old, shown);
    unlinkSync(path);
    for (let folder = dirname(path); folder !== within && folder.startsWith(within); folder = dirname(folder)) {
      if (readdirSync(folder).length > 0) return;
      rmdirSync(folder);
    }
  } catch (error) {
    throw error instanceof FileFault ? error : systemFault(error, shown, "write");
  }
}
