/** A text for each row. A plain list is one; the two classes below hold a million in a few bytes each. */
export interface Texts extends Iterable<string> {
  readonly length: number;
  at(row: number): string | undefined;
}

/**
 * Many different texts one behind the other in one buffer, by their UTF-16 units, in a byte each as long as all are
 * below 256: strings of a million ids take several times as much, and the heap that grows with them twice that again.
 */
export class PackedTexts implements Texts {
  readonly #units: GrowingNumbers<Uint8Array | Uint16Array>;
  readonly #starts: GrowingNumbers<Uint32Array>;
  readonly #ends: GrowingNumbers<Uint32Array>;

  constructor(units: GrowingNumbers<Uint8Array | Uint16Array> = new GrowingNumbers(new Uint8Array(1024))) {
    this.#units = units;
    this.#starts = new GrowingNumbers(new Uint32Array(256));
    this.#ends = new GrowingNumbers(new Uint32Array(256));
  }

  get length(): number {
    return this.#starts.length;
  }

  push(text: string): void {
    this.#starts.push(this.#units.length);
    for (let k = 0; k < text.length; k++) {
      const unit = text.charCodeAt(k);
      if (unit > LARGEST_BYTE && this.#units.list instanceof Uint8Array)
        this.#units.list = Uint16Array.from(this.#units.list);
      this.#units.push(unit);
    }
    this.#ends.push(this.#units.length);
  }

  at(row: number): string | undefined {
    if (row >= this.length) return undefined;
    const { list } = this.#units;
    const [start, end] = [this.#starts.list[row]!, this.#ends.list[row]!];
    let text = "";
    for (let from = start; from < end; from += MOST_ARGUMENTS)
      text += String.fromCharCode(...list.subarray(from, Math.min(end, from + MOST_ARGUMENTS)));
    return text;
  }

  /** Compares the texts of two rows as `<` does, without making strings of them. */
  compare(a: number, b: number): number {
    const { list } = this.#units;
    const [endA, endB] = [this.#ends.list[a]!, this.#ends.list[b]!];
    let [atA, atB] = [this.#starts.list[a]!, this.#starts.list[b]!];
    for (; atA < endA && atB < endB; atA++, atB++) {
      const difference = list[atA]! - list[atB]!;
      if (difference !== 0) return difference;
    }
    return endA - atA - (endB - atB);
  }

  /** The texts of these rows. They share the buffer. */
  picked(rows: Iterable<number>): PackedTexts {
    const texts = new PackedTexts(this.#units);
    for (const row of rows) {
      texts.#starts.push(this.#starts.list[row]!);
      texts.#ends.push(this.#ends.list[row]!);
    }
    return texts;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let row = 0; row < this.length; row++) yield this.at(row)!;
  }
}

const LARGEST_BYTE = 0xff;

/** Few enough for one call of a function. */
const MOST_ARGUMENTS = 1024;

/** Texts of which a few repeat, such as names of arms: each is kept once, and a row is its number. */
export class RepeatedTexts implements Texts {
  readonly #names: string[];
  readonly #numbers = new Map<string, number>();
  readonly #rows: GrowingNumbers<Uint32Array>;

  constructor(
    names: readonly string[] = [],
    rows: GrowingNumbers<Uint32Array> = new GrowingNumbers(new Uint32Array(256)),
  ) {
    this.#names = [...names];
    this.#rows = rows;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** The texts that occur; if they are many, some may be listed twice. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** @param own makes a text that may be kept of one that was cut out of a file */
  push(text: string, own: (text: string) => string): void {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#names.push(own(text)) - 1;
      // If every row has another text, the map would only cost memory.
      if (this.#numbers.size < MOST_KNOWN) this.#numbers.set(this.#names[number]!, number);
    }
    this.#rows.push(number);
  }

  at(row: number): string | undefined {
    return row < this.length ? this.#names[this.#rows.list[row]!] : undefined;
  }

  picked(rows: Iterable<number>): RepeatedTexts {
    const texts = new RepeatedTexts(this.#names);
    for (const row of rows) texts.#rows.push(this.#rows.list[row]!);
    return texts;
  }

  /** The same rows with each name replaced. Neither table grows after that. */
  renamed(called: (name: string) => string): RepeatedTexts {
    return new RepeatedTexts(this.#names.map(called), this.#rows);
  }

  *[Symbol.iterator](): Generator<string> {
    for (let row = 0; row < this.length; row++) yield this.at(row)!;
  }
}

const MOST_KNOWN = 10_000;

/** The texts of these rows, held as they were held. */
export function pickedTexts(texts: Texts, rows: Iterable<number>): Texts {
  return texts instanceof PackedTexts || texts instanceof RepeatedTexts
    ? texts.picked(rows)
    : Array.from(rows, (row) => texts.at(row)!);
}

/** Compares the texts of two rows by their UTF-16 units. */
export function orderOf(texts: Texts): (a: number, b: number) => number {
  if (texts instanceof PackedTexts) return (a, b) => texts.compare(a, b);
  return (a, b) => {
    const [one, other] = [texts.at(a)!, texts.at(b)!];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}

/** The texts by their UTF-16 units. */
export function sortedTexts(texts: PackedTexts): PackedTexts {
  return texts.picked(Uint32Array.from({ length: texts.length }, (_, row) => row).sort(orderOf(texts)));
}

/** Texts with line ends between them, in pieces, because a hash of a million texts needs no single string. */
export function* linePieces(texts: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  let before = "";
  for (const text of texts) {
    piece.push(before + text);
    before = "\n";
    if (piece.length < PIECE) continue;
    yield piece.join("");
    piece = [];
  }
  yield piece.join("");
}

/** Small enough to be released at once. */
const PIECE = 500;

/** A list of numbers outside of the heap that can grow. */
export class GrowingNumbers<T extends Numbers> {
  list: T;
  length = 0;

  constructor(list: T) {
    this.list = list;
  }

  /** Adds a number and returns its index. */
  push(value: number): number {
    if (this.length === this.list.length) this.list = grown(this.list);
    this.list[this.length] = value;
    return this.length++;
  }
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

function grown<T extends Numbers>(list: T): T;
function grown(list: Numbers): Numbers {
  const length = list.length * 2;
  const larger =
    list instanceof Uint8Array
      ? new Uint8Array(length)
      : list instanceof Uint16Array
        ? new Uint16Array(length)
        : list instanceof Uint32Array
          ? new Uint32Array(length)
          : new Float64Array(length);
  larger.set(list);
  return larger;
}
