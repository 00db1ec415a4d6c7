const PIECE = 1024 * 1024;

/**
 * Many short texts as bytes, one behind the other in a few large pieces beside V8's heap: a hundred thousand strings
 * would be a third of what a command holds, and V8 would move each of them several times.
 */
export class PackedBytes {
  readonly #pieces: Uint8Array[] = [];
  /** The piece of each text, and where in it the text lies. */
  readonly #pieceOf: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #free = 0;

  /** Of all texts together. */
  bytes = 0;

  /** @returns the number by which the text is found again */
  add(bytes: Uint8Array): number {
    let piece = this.#pieces.at(-1);
    if (piece === undefined || this.#free + bytes.length > piece.length) {
      this.#pieces.push((piece = new Uint8Array(Math.max(PIECE, bytes.length))));
      this.#free = 0;
    }
    piece.set(bytes, this.#free);
    this.#pieceOf.push(this.#pieces.length - 1);
    this.#starts.push(this.#free);
    this.#free += bytes.length;
    this.bytes += bytes.length;
    return this.#ends.push(this.#free) - 1;
  }

  at(number: number): Uint8Array {
    return this.#pieces[this.#pieceOf[number]!]!.subarray(this.#starts[number], this.#ends[number]);
  }

  /** All texts in their order, many at once. */
  *together(): Generator<Uint8Array> {
    let from = 0;
    for (const [index, piece] of this.#pieces.entries()) {
      let to = from;
      while (this.#pieceOf[to] === index) to++;
      yield piece.subarray(0, this.#ends[to - 1]);
      from = to;
    }
  }
}
