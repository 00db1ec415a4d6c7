// The log of a PoC is kept once, and the answers of all commands refer to it: six of them would hold a long log six
// times. What they refer to is one kept file, by an id that no other has. The bytes in it prove the answer: those of
// the disk are compared with them, every one.

import type { Files, Folder, FolderItem, KeptLog, LogKeeper, LogStore } from "../ports/ports.ts";

/**
 * Compares a log with what is kept of it. Where something is another, the command reads the log next, and gets what was
 * listed and compared by then: entries are added far more often than they are edited, and no file is read twice.
 */
export class ComparedLog {
  readonly #folder: Folder;
  readonly #subfolder: string;
  readonly #items: readonly FolderItem[];
  readonly #kept: KeptLog;
  /** How many files have the bytes that are kept, and were not taken yet. */
  #same = 0;

  constructor(folder: Folder, subfolder: string, kept: KeptLog) {
    [this.#folder, this.#subfolder, this.#kept] = [folder, subfolder, kept];
    this.#items = folder.list(subfolder);
  }

  /** Whether the names in the folder, and the bytes of every file in it, are those that are kept. */
  isAsKept(files: Files): boolean {
    const [kept, { path }] = [this.#kept, this.#folder];
    if (!this.#hasNames()) return false;
    for (; kept.next(); this.#same++)
      if (!files.holds(`${path}/${this.#items[kept.number]!.name}`, kept.page, kept.from, kept.to)) {
        kept.rewind();
        kept.next();
        return false;
      }
    return true;
  }

  #hasNames(): boolean {
    const kept = this.#kept;
    if (!kept.next()) return false;
    const names = new TextDecoder("utf-8", { ignoreBOM: true }).decode(kept.page.subarray(kept.from, kept.to));
    return names === namesText(this.#folder.path, this.#subfolder, this.#items);
  }

  /** What was listed; undefined for another folder. */
  listed(where: string, subfolder: string): readonly FolderItem[] | undefined {
    return where === this.#folder.path && subfolder === this.#subfolder ? this.#items : undefined;
  }

  /** The bytes of a file that is the next of those that were compared, until the one after it is asked for. */
  bytes(where: string, name: string): Uint8Array | undefined {
    if (this.#same === 0 || where !== this.#folder.path) return undefined;
    this.#same--;
    const kept = this.#kept;
    try {
      if (kept.next() && this.#items[kept.number]?.name === name) return kept.page.subarray(kept.from, kept.to);
    } catch {
      // What was kept has been cut short since: the rest is read from the disk.
    }
    this.#same = 0;
    return undefined;
  }

  close(): void {
    this.#same = 0;
    this.#kept.close();
  }
}

/** Notes the files of one folder that are read in turn, in the order of their names. */
export class LogNotes {
  readonly where: string;
  readonly subfolder: string;
  readonly #items: readonly FolderItem[];
  readonly #keeper: LogKeeper;
  #next = 0;

  constructor(where: string, subfolder: string, items: readonly FolderItem[], store: LogStore) {
    [this.where, this.subfolder, this.#items, this.#keeper] = [where, subfolder, items, store.keep()];
    this.#keeper.add(0, new TextEncoder().encode(namesText(where, subfolder, items)));
  }

  /** False where the file is not the next one of that folder, or another one: then nothing can be kept. */
  add(where: string, name: string, bytes: Uint8Array): boolean {
    if (where !== this.where) return false;
    while (this.#next < this.#items.length && this.#items[this.#next]!.name !== name) this.#next++;
    if (this.#next === this.#items.length) return false;
    this.#keeper.add(this.#next++, bytes);
    return true;
  }

  /** Id of what is kept; undefined where it cannot be. */
  done(): string | undefined {
    return this.#keeper.done();
  }

  drop(): void {
    this.#keeper.drop();
  }
}

/** No name has the letter between them. Nearly all are files, so that only the others are told apart. */
function namesText(where: string, subfolder: string, items: readonly FolderItem[]): string {
  const others = items.filter(({ kind }) => kind !== "file");
  return `${JSON.stringify([where, subfolder, others])}\n${items.map(({ name }) => name).join("\0")}`;
}
