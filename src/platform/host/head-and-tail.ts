/** The first and the last of a stream of bytes, in bounded memory: what a run says is at its two ends. */
export class HeadAndTail {
  readonly #half: number;
  readonly #head: Uint8Array[] = [];
  #headSize = 0;
  #tail: Uint8Array[] = [];
  #tailSize = 0;
  #dropped = 0;

  /** @param most bytes that are kept, half of them from each end */
  constructor(most: number) {
    this.#half = Math.floor(most / 2);
  }

  add(chunk: Uint8Array): void {
    const room = this.#half - this.#headSize;
    if (room > 0) {
      this.#head.push(chunk.subarray(0, room));
      this.#headSize += Math.min(room, chunk.length);
    }
    const rest = chunk.subarray(Math.max(0, room));
    if (rest.length === 0) return;
    this.#tail.push(rest);
    this.#tailSize += rest.length;
    // A chunk that has fallen out of the tail as a whole is let go, but for the byte that tells whether a line begins
    // after it; the last cut is made once, at the end.
    while (this.#tailSize - this.#tail[0]!.length > this.#half) {
      const gone = this.#tail.shift()!;
      this.#tailSize -= gone.length;
      this.#dropped += gone.length;
    }
  }

  /** All of it; or whole lines from both ends, and how much is missing between them. */
  text(): string {
    const [head, tail] = [Buffer.concat(this.#head), Buffer.concat(this.#tail)];
    if (this.#dropped === 0 && tail.length <= this.#half) return Buffer.concat([head, tail]).toString("utf8");
    const cut = tail.length - this.#half;
    // Half a line may be half a key that no pattern knows any more.
    const headEnd = head.lastIndexOf(0x0a) + 1;
    const lineEnd = tail.indexOf(0x0a, cut - 1);
    const tailStart = lineEnd < 0 ? tail.length : lineEnd + 1;
    const missing = this.#dropped + tailStart + (head.length - headEnd);
    return (
      `${head.subarray(0, headEnd).toString("utf8")}[… ${missing} bytes left out …]\n` +
      `${tail.subarray(tailStart).toString("utf8")}`
    );
  }
}
