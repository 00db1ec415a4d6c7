import { readText } from "../yaml/source-text.ts";

const CHUNK = 1024 * 1024;

/**
 * The texts of a log as bytes, one behind the other in a few large pieces: a hundred thousand texts would be a third of
 * what a check holds, and V8 would move each of them several times. A text is made again for the few that something is
 * said of: of the very bytes that were read, whatever lies on the disk by then.
 */
export class EntryTexts {
  readonly #names: string[] = [];
  readonly #chunks: Uint8Array[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** The piece of each text. */
  readonly #pieces: number[] = [];
  #free = 0;
  #indexOf: ((name: string) => number | undefined) | undefined;

  /** A name that was added before has the later text. */
  add(name: string, bytes: Uint8Array): void {
    let chunk = this.#chunks.at(-1);
    if (chunk === undefined || this.#free + bytes.length > chunk.length) {
      this.#chunks.push((chunk = new Uint8Array(Math.max(CHUNK, bytes.length))));
      this.#free = 0;
    }
    chunk.set(bytes, this.#free);
    this.#names.push(name);
    this.#pieces.push(this.#chunks.length - 1);
    this.#starts.push(this.#free);
    this.#free += bytes.length;
    this.#ends.push(this.#free);
    this.#indexOf = undefined;
  }

  get(name: string): string | undefined {
    this.#indexOf ??= indexIn(this.#names);
    const index = this.#indexOf(name);
    if (index === undefined) return undefined;
    return readText(this.#chunks[this.#pieces[index]!]!.subarray(this.#starts[index], this.#ends[index])).text;
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
