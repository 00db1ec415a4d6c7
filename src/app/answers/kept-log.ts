// The log of a PoC is kept once, and the answers of all commands refer to it: six of them would hold a long log six
// times. What they refer to is one kept file, by an id that no other has. The bytes in it prove the answer: those of
// the disk are compared with them, every one.

import type { Files, Folder, FolderItem, LogKeeper, LogStore } from "../ports/ports.ts";

/** Whether a log is as it was kept under that id: the names in its folder, and the bytes of every file in it. */
export function isLogAsKept(files: Files, folder: Folder, subfolder: string, id: string, store: LogStore): boolean {
  const kept = store.read();
  if (kept === undefined) return false;
  try {
    if (kept.id !== id || !kept.next()) return false;
    const items = folder.list(subfolder);
    const names = new TextDecoder("utf-8", { ignoreBOM: true }).decode(kept.page.subarray(kept.from, kept.to));
    if (names !== namesText(folder.path, subfolder, items)) return false;
    while (kept.next())
      if (!files.holds(`${folder.path}/${items[kept.number]!.name}`, kept.page, kept.from, kept.to)) return false;
    return true;
  } finally {
    kept.close();
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
