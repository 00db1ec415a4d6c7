/** Words of a hash: two texts of ten million that are alike in 96 bits are not to be expected in any file. */
const LANES = 3;
/** Beside those: the number that was kept, and a hash of the note. */
const WORDS = LANES + 2;
const BLOCK = 32_768;

/**
 * Texts that were seen, with a number and a note for each, in twenty bytes a text whatever its length: millions of rows
 * are told apart in a part of the memory that the file takes.
 */
export class Fingerprints {
  readonly #blocks: Uint32Array[] = [];
  /** By hash: the index of the text plus one, 0 if there is none. */
  #slots = new Uint32Array(1024);
  readonly #now = new Uint32Array(LANES);
  size = 0;

  /** The number that the text was seen with first, and whether its note was the same; undefined where it is new. */
  see(text: string, number: number, note = ""): { readonly number: number; readonly sameNote: boolean } | undefined {
    hashInto(this.#now, text);
    const [first = 0, second = 0, third = 0] = this.#now;
    hashInto(this.#now, note);
    const [noted = 0] = this.#now;
    const mask = this.#slots.length - 1;
    for (let slot = first & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot]!;
      if (place === 0) {
        this.#slots[slot] = this.#keep([first, second, third, number, noted]);
        if (this.size * 2 > this.#slots.length) this.#grow();
        return undefined;
      }
      const [block, at] = this.#at(place - 1);
      if (block[at] === first && block[at + 1] === second && block[at + 2] === third)
        return { number: block[at + LANES]!, sameNote: block[at + LANES + 1] === noted };
    }
  }

  #keep(words: readonly number[]): number {
    if (this.size % BLOCK === 0) this.#blocks.push(new Uint32Array(BLOCK * WORDS));
    const [block, at] = this.#at(this.size);
    block.set(words, at);
    return ++this.size;
  }

  #at(place: number): readonly [block: Uint32Array, at: number] {
    return [this.#blocks[Math.floor(place / BLOCK)]!, (place % BLOCK) * WORDS];
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let place = 0; place < this.size; place++) {
      const [block, at] = this.#at(place);
      let slot = block[at]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = place + 1;
    }
    this.#slots = slots;
  }
}

/** Odd numbers without a pattern in their bits, from the fractions of the square roots of 2, 3 and 5. */
const FACTORS = [0x6a09e667, 0xbb67ae85, 0x3c6ef373 | 1] as const;

/** Each lane multiplies and turns by itself; at the end each bit depends on all of them. */
function hashInto(lanes: Uint32Array, text: string): void {
  let a = text.length;
  let b = ~text.length;
  let c = text.length ^ FACTORS[0];
  for (let k = 0; k < text.length; k++) {
    const unit = text.charCodeAt(k);
    a = Math.imul(((a << 13) | (a >>> 19)) ^ unit, FACTORS[0]);
    b = Math.imul(((b << 17) | (b >>> 15)) ^ unit, FACTORS[1]);
    c = Math.imul(((c << 5) | (c >>> 27)) ^ unit, FACTORS[2]);
  }
  lanes[0] = mixed(a ^ (b >>> 7));
  lanes[1] = mixed(b ^ (c >>> 11));
  lanes[2] = mixed(c ^ (a >>> 3));
}

/** The last step of MurmurHash3 (Appleby, public domain): one bit in changes half of those that come out. */
function mixed(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
