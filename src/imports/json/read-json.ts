// Our own reader, because imports need what JSON.parse lacks: all digits of an amount, the line of a fault, duplicate
// keys, bare NaN, and a bound on depth. No package has all of these.

import { ImportFault } from "../import-problem.ts";
import { JsonList, JsonMap, JsonNumber, type Json } from "./json-value.ts";

/** Records of results are nested ten or twenty deep. */
const DEEPEST = 100;

const BLANK = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- a text holds none of them
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /-?[A-Za-z]+/y;

const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ["null", null],
  ["true", true],
  ["false", false],
  // Not JSON, strictly. Inspect AI and Python's json module write them.
  ["NaN", new JsonNumber("NaN")],
  ["Infinity", new JsonNumber("Infinity")],
  ["-Infinity", new JsonNumber("-Infinity")],
]);

/**
 * Reads a text that is one JSON value.
 *
 * @param line the line in which `text` begins
 * @throws ImportFault with the line, where it is cut off, no JSON, too deep, or has a key twice
 */
export function readJson(text: string, line = 1): Json {
  return new Reader(text, line).document();
}

/** The map that a text is; undefined where it is anything else, or no JSON. */
export function readJsonMap(text: string): JsonMap | undefined {
  try {
    const value = readJson(text);
    return value instanceof JsonMap ? value : undefined;
  } catch (error) {
    if (error instanceof ImportFault) return undefined;
    throw error;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  /** Lines are counted from here on, when one is asked for. */
  #counted = 0;
  #line: number;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#line = line;
  }

  document(): Json {
    const value = this.#value(0);
    this.#skip(BLANK);
    if (this.#at < this.#text.length) throw this.#fault(`found ${this.#here()} after the end of the document`);
    return value;
  }

  #value(depth: number): Json {
    if (depth > DEEPEST) throw this.#fault(`it is nested more than ${DEEPEST} deep`);
    this.#skip(BLANK);
    const first = this.#text[this.#at];
    if (first === "{") return this.#map(depth);
    if (first === "[") return this.#list(depth);
    if (first === '"') return this.#string();
    const number = this.#skip(NUMBER);
    if (number !== "") return new JsonNumber(number);
    const word = WORDS.get(this.#skip(WORD));
    if (word === undefined) throw this.#fault(`found ${this.#here()}, expected a JSON value`);
    return word;
  }

  #map(depth: number): JsonMap {
    const line = this.#lineHere();
    const fields = new Map<string, Json>();
    this.#at++;
    this.#skip(BLANK);
    if (this.#take("}")) return new JsonMap(fields, line);
    for (;;) {
      this.#skip(BLANK);
      if (this.#text[this.#at] !== '"') throw this.#fault(`found ${this.#here()}, expected a key in quotes`);
      const key = this.#string();
      if (fields.has(key))
        throw this.#fault(`found the key "${key.slice(0, 40)}" twice in one object, expected it once`);
      this.#skip(BLANK);
      if (!this.#take(":")) throw this.#fault(`found ${this.#here()}, expected a colon`);
      fields.set(key, this.#value(depth + 1));
      this.#skip(BLANK);
      if (this.#take("}")) return new JsonMap(fields, line);
      if (!this.#take(",")) throw this.#fault(`found ${this.#here()}, expected a comma or the end of the object`);
    }
  }

  #list(depth: number): JsonList {
    const items: Json[] = [];
    this.#at++;
    this.#skip(BLANK);
    if (this.#take("]")) return new JsonList(items);
    for (;;) {
      items.push(this.#value(depth + 1));
      this.#skip(BLANK);
      if (this.#take("]")) return new JsonList(items);
      if (!this.#take(",")) throw this.#fault(`found ${this.#here()}, expected a comma or the end of the list`);
    }
  }

  #string(): string {
    const start = this.#at++;
    this.#skip(PLAIN);
    if (this.#text[this.#at] === '"') return this.#text.slice(start + 1, this.#at++);
    while (this.#text[this.#at] === "\\") {
      this.#at += 2;
      this.#skip(PLAIN);
    }
    if (this.#text[this.#at] !== '"') throw this.#fault(`found ${this.#here()} within a text`);
    const written = this.#text.slice(start, ++this.#at);
    try {
      const read: unknown = JSON.parse(written);
      return String(read);
    } catch {
      throw this.#fault(`found a text that is not valid JSON: ${written.slice(0, 40)}`);
    }
  }

  #skip(what: RegExp): string {
    what.lastIndex = this.#at;
    const found = what.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #here(): string {
    const rest = this.#text.slice(this.#at, this.#at + 20).split("\n", 1)[0] ?? "";
    return this.#at >= this.#text.length ? "the end of the file" : JSON.stringify(rest);
  }

  #lineHere(): number {
    for (let at = this.#text.indexOf("\n", this.#counted); at >= 0 && at < this.#at;) {
      this.#line++;
      this.#counted = at + 1;
      at = this.#text.indexOf("\n", this.#counted);
    }
    return this.#line;
  }

  #fault(message: string): ImportFault {
    const hint = this.#at >= this.#text.length ? "the file is cut off: write or download it again" : undefined;
    return new ImportFault(message, { line: this.#lineHere(), hint });
  }
}
