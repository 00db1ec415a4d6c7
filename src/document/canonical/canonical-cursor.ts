import { holdsNeverRaw } from "./canonical-json.ts";

/** What a walk finds where the text is not canonical, or not so by the letter: the full readers decide then. */
export const NOT_CANONICAL: unique symbol = Symbol("not canonical");
export type NotCanonical = typeof NOT_CANONICAL;

const [QUOTE, BACKSLASH, COMMA, COLON, BLANK, LINE_END] = [34, 92, 44, 58, 32, 10];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [91, 93, 123, 125];
/** DEL, and everything after it: some of these are never raw. */
const RARE = 127;

/**
 * Goes once over a text in the canonical form, a value at a time, and takes nothing that the form does not have:
 * blanks elsewhere, escapes, numbers in another notation. It knows no escapes: what has one is left to `JSON.parse`.
 */
export class CanonicalCursor {
  readonly #text: string;
  #at = 0;
  #rare = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether everything was walked over, and all of it may stand raw in the canonical form. */
  isAtEnd(): boolean {
    return this.#at === this.#text.length && !(this.#rare && holdsNeverRaw(this.#text));
  }

  /** The key of a line, up to its value; undefined where there is none. */
  lineKey(): string | undefined {
    const text = this.#text;
    const start = this.#at;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === COLON) {
        if (text.charCodeAt(at + 1) !== BLANK) return undefined;
        this.#at = at + 2;
        return text.slice(start, at);
      }
      if (code < 95 || code > 122) return undefined;
    }
    return undefined;
  }

  endLine(): boolean {
    return this.#take(LINE_END);
  }

  openMap(): boolean {
    return this.#take(OPEN_MAP);
  }

  closeMap(): boolean {
    return this.#take(CLOSE_MAP);
  }

  openList(): boolean {
    return this.#take(OPEN_LIST);
  }

  closeList(): boolean {
    return this.#take(CLOSE_LIST);
  }

  isAtCollection(): boolean {
    const code = this.#text.charCodeAt(this.#at);
    return code === OPEN_LIST || code === OPEN_MAP;
  }

  /** From a value to the next one, or to the next key. */
  next(): boolean {
    if (this.#text.charCodeAt(this.#at) !== COMMA || this.#text.charCodeAt(this.#at + 1) !== BLANK) return false;
    this.#at += 2;
    return true;
  }

  /** The key of a map, up to its value; undefined where there is none. */
  key(): string | undefined {
    const key = this.#string();
    if (key === undefined) return undefined;
    return this.#take(COLON) && this.#take(BLANK) ? key : undefined;
  }

  /** A string, a number or a boolean. */
  scalar(): string | number | boolean | NotCanonical {
    const code = this.#text.charCodeAt(this.#at);
    if (code === QUOTE) return this.#string() ?? NOT_CANONICAL;
    if (this.#word("true")) return true;
    if (this.#word("false")) return false;
    return this.#number();
  }

  #take(code: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== code) return false;
    this.#at += 1;
    return true;
  }

  #word(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #string(): string | undefined {
    const text = this.#text;
    const start = this.#at + 1;
    if (text.charCodeAt(this.#at) !== QUOTE) return undefined;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        return text.slice(start, at);
      }
      if (code < BLANK || code === BACKSLASH || isSurrogate(code)) return undefined;
      if (code >= RARE) this.#rare = true;
    }
    return undefined;
  }

  /** As JavaScript prints it: JSON prints numbers so. */
  #number(): number | NotCanonical {
    const text = this.#text;
    let at = this.#at;
    while (isOfNumber(text.charCodeAt(at))) at += 1;
    const token = text.slice(this.#at, at);
    const number = Number(token);
    // No token is no number, though JavaScript makes 0 of it.
    if (token === "" || String(number) !== token) return NOT_CANONICAL;
    this.#at = at;
    return number;
  }
}

/** Half a character, which JSON escapes. Whole ones beyond the first 65,536 are left to `JSON.parse` with them. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Digits, point, signs and the exponent. */
function isOfNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46 || code === 45 || code === 43 || code === 101;
}
