import { openSync, readSync, unlinkSync, writeSync } from "node:fs";
import type { KeptLog, LogKeeper, LogStore } from "../../app/ports/ports.ts";
import { keptPlace, quietly, type Environment, type KeptPlace } from "./kept-place.ts";
import { randomId } from "./randomness.ts";
import { closeQuietly } from "./regular-file.ts";

/** A file begins with its id. The pieces follow: of each a number and its length, four bytes both, and its bytes. */
const ID_LENGTH = 16;
const HEAD = 8;
const PAGE = 256 * 1024;
/** Of a longer log nothing is kept: a quarter of a million entries have as many bytes. */
const MOST_BYTES = 64e6;

/**
 * Logs in the user's cache folder, one file for each PoC folder, whatever the build and the version of Node. Any fault
 * is a miss. No file is longer than a page in memory, read or written.
 */
export function logStores(env: Environment): (folder: string) => LogStore | undefined {
  const place = keptPlace(env, "logs");
  return (folder) => {
    if (place === undefined) return undefined;
    const path = place.pathOf(folder);
    return { read: () => quietly(() => keptLog(place, path)), keep: () => new Keeper(place, path) };
  };
}

function keptLog(place: KeptPlace, path: string): KeptLog | undefined {
  const file = place.open(path);
  return file && new Reader(file.fd, file.size);
}

class Reader implements KeptLog {
  readonly id: string;
  number = 0;
  page = Buffer.allocUnsafe(PAGE);
  from = 0;
  to = 0;
  /** Of the page: quicker than what a Buffer has for numbers, in code that runs a few times. */
  #view = viewOf(this.page);
  readonly #fd: number;
  readonly #size: number;
  /** How far the file was read, and where that ends in the page. */
  #position = 0;
  #end = 0;

  constructor(fd: number, size: number) {
    this.#fd = fd;
    this.#size = size;
    this.#need(ID_LENGTH);
    this.id = this.page.toString("latin1", 0, ID_LENGTH);
    this.to = ID_LENGTH;
  }

  next(): boolean {
    this.from = this.to;
    if (this.from === this.#end && this.#position === this.#size) return false;
    this.#need(HEAD);
    this.number = this.#view.getUint32(this.from, true);
    const length = this.#view.getUint32(this.from + 4, true);
    this.#need(HEAD + length);
    this.from += HEAD;
    this.to = this.from + length;
    return true;
  }

  rewind(): void {
    this.to = this.#end = 0;
    this.#position = ID_LENGTH;
  }

  close(): void {
    closeQuietly(this.#fd);
  }

  /** Has so many bytes in the page from `from` on. */
  #need(length: number): void {
    if (this.#end - this.from >= length) return;
    if (length > this.#end - this.from + this.#size - this.#position) throw new Error("a kept file was cut short");
    const rest = this.page.subarray(this.from, this.#end);
    if (length > this.page.length) this.#view = viewOf((this.page = Buffer.allocUnsafe(length)));
    this.page.set(rest, 0);
    this.from = 0;
    this.#end = rest.length;
    while (this.#end < length) {
      const room = Math.min(this.#size - this.#position, this.page.length - this.#end);
      const count = readSync(this.#fd, this.page, this.#end, room, this.#position);
      if (count === 0) throw new Error("a kept file was cut short");
      this.#end += count;
      this.#position += count;
    }
  }
}

/** Compares with what is kept, a page at a time, and begins a new file at the first page that is another. */
class Keeper implements LogKeeper {
  readonly #place: KeptPlace;
  readonly #path: string;
  /** What is kept, as long as it is the same as what was added. */
  #same: { readonly fd: number; readonly size: number; readonly id: string } | undefined;
  #written: { readonly fd: number; readonly id: string } | undefined;
  /** Path of what is written, until it is in its place. */
  #temporary: string | undefined;
  readonly #page = Buffer.allocUnsafe(PAGE);
  readonly #view = viewOf(this.#page);
  readonly #other = Buffer.allocUnsafe(PAGE);
  #filled = 0;
  /** How many bytes of the file were compared or written, its id among them. */
  #position = ID_LENGTH;
  #failed = false;

  constructor(place: KeptPlace, path: string) {
    this.#place = place;
    this.#path = path;
    this.#same = quietly(() => this.#kept());
  }

  add(number: number, bytes: Uint8Array): void {
    if (this.#filled + HEAD > PAGE) this.#turn();
    if (this.#failed) return;
    this.#view.setUint32(this.#filled, number, true);
    this.#view.setUint32(this.#filled + 4, bytes.length, true);
    this.#filled += HEAD;
    for (let from = 0; from < bytes.length;) {
      if (this.#filled === PAGE) this.#turn();
      if (this.#failed) return;
      const to = Math.min(bytes.length, from + PAGE - this.#filled);
      this.#page.set(to - from === bytes.length ? bytes : bytes.subarray(from, to), this.#filled);
      this.#filled += to - from;
      from = to;
    }
  }

  done(): string | undefined {
    this.#turn();
    // What was kept goes on behind what was added.
    if (this.#same !== undefined && this.#same.size !== this.#position) this.#try(() => this.#begin());
    const id = this.#same?.id ?? this.#written?.id;
    this.#close();
    const temporary = this.#temporary;
    if (temporary !== undefined) this.#try(() => this.#place.put(temporary, this.#path, this.#position));
    return this.#failed ? undefined : id;
  }

  drop(): void {
    this.#fail();
  }

  #kept() {
    const file = this.#place.open(this.#path);
    if (file === undefined) return undefined;
    const length = readSync(file.fd, this.#other, 0, ID_LENGTH, 0);
    if (length === ID_LENGTH) return { ...file, id: this.#other.toString("latin1", 0, ID_LENGTH) };
    closeQuietly(file.fd);
    return undefined;
  }

  /** The page is full, or the last one. */
  #turn(): void {
    this.#try(() => {
      if (this.#position + this.#filled > MOST_BYTES) throw new Error("too long to be kept");
      if (!this.#isSame()) {
        const { fd } = this.#written ?? this.#begin();
        writeAll(fd, this.#page, this.#filled);
      }
      this.#position += this.#filled;
      this.#filled = 0;
    });
  }

  #isSame(): boolean {
    if (this.#same === undefined) return false;
    const length = readSync(this.#same.fd, this.#other, 0, this.#filled, this.#position);
    return length === this.#filled && this.#page.compare(this.#other, 0, length, 0, length) === 0;
  }

  /** A new file with everything that was the same so far. */
  #begin() {
    this.#temporary = this.#place.temporary();
    if (this.#temporary === undefined) throw new Error("others may write here");
    const [fd, id] = [openSync(this.#temporary, "wx", 0o600), randomId(ID_LENGTH)];
    this.#written = { fd, id };
    writeAll(fd, Buffer.from(id, "latin1"), ID_LENGTH);
    for (let at = ID_LENGTH; this.#same !== undefined && at < this.#position;) {
      const length = readSync(this.#same.fd, this.#other, 0, Math.min(PAGE, this.#position - at), at);
      if (length === 0) throw new Error("a kept file was cut short");
      writeAll(fd, this.#other, length);
      at += length;
    }
    if (this.#same !== undefined) closeQuietly(this.#same.fd);
    this.#same = undefined;
    return this.#written;
  }

  #try(act: () => void): void {
    if (this.#failed) return;
    try {
      act();
    } catch {
      this.#fail();
    }
  }

  #fail(): void {
    this.#failed = true;
    this.#close();
    const temporary = this.#temporary;
    if (temporary !== undefined) quietly(() => unlinkSync(temporary));
  }

  #close(): void {
    for (const file of [this.#same, this.#written]) if (file !== undefined) closeQuietly(file.fd);
    this.#same = this.#written = undefined;
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function writeAll(fd: number, bytes: Buffer, length: number): void {
  for (let at = 0; at < length;) at += writeSync(fd, bytes, at, length - at);
}
