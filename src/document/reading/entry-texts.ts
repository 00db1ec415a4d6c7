import { readText } from "../yaml/source-text.ts";
import { PackedBytes } from "./packed-bytes.ts";

/**
 * The texts of a log, by name. A text is made again for the few that something is said of: of the very bytes that were
 * read, whatever lies on the disk by then.
 */
export class EntryTexts {
  readonly #names: string[] = [];
  readonly #texts = new PackedBytes();
  #indexOf: ((name: string) => number | undefined) | undefined;

  /** A name that was added before has the later text. */
  add(name: string, bytes: Uint8Array): void {
    this.#names.push(name);
    this.#texts.add(bytes);
    this.#indexOf = undefined;
  }

  get(name: string): string | undefined {
    this.#indexOf ??= indexIn(this.#names);
    const index = this.#indexOf(name);
    return index === undefined ? undefined : readText(this.#texts.at(index)).text;
  }
}

/** Where each of the names is found. Files are read in the order of their names, and then no map has to be made. */
function indexIn(names: readonly string[]): (name: string) => number | undefined {
  if (!isAscending(names)) {
    const indexes = new Map(names.map((one, index) => [one, index]));
    return (name) => indexes.get(name);
  }
  return (name) => {
    let [low, high] = [0, names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (names[middle]! < name) low = middle + 1;
      else high = middle;
    }
    return names[low] === name ? low : undefined;
  };
}

function isAscending(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index++) if (names[index - 1]! >= names[index]!) return false;
  return true;
}
