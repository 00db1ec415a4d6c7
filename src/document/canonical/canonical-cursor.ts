import { canonicalJson, holdsNeverRaw } from "./canonical-json.ts";

/** Returned if the text is not canonical, or not exactly; then the full readers decide. */
export const NOT_CANONICAL: unique symbol = Symbol("not canonical");
export type NotCanonical = typeof NOT_CANONICAL;

const [QUOTE, BACKSLASH, COMMA, COLON, BLANK, LINE_END] = [34, 92, 44, 58, 32, 10];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [91, 93, 123, 125];
/** DEL, and everything after it: some of these are never raw. */
const RARE = 127;

/** V8 copies shorter parts of a string, and makes longer ones refer to it. */
const LONGEST_COPIED = 12;

/**
 * Goes once over a text in the canonical form, a value at a time, and takes nothing that the form does not have:
 * blanks elsewhere, other escapes, numbers in another notation.
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

  /** The part of a line before the value, which is the key in an entry; undefined if there is none. */
  lineKey(): string | undefined {
    const start = this.#at;
    const end = this.#text.indexOf(": ", start);
    if (end < 0) return undefined;
    this.#at = end + 2;
    return this.#text.slice(start, end);
  }

  endLine(): boolean {
    return this.#take(LINE_END);
  }

  isAtLineEnd(): boolean {
    return this.#text.charCodeAt(this.#at) === LINE_END;
  }

  /** The rest of the line without its end; undefined if it has none. */
  restOfLine(): string | undefined {
    const end = this.#text.indexOf("\n", this.#at);
    return end < 0 ? undefined : this.#text.slice(this.#at, end);
  }

  /** Skips what lies ahead. */
  skip(ahead: string): void {
    this.#at += ahead.length;
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

  /** The key of a map, up to its value; undefined if there is none. */
  key(): string | undefined {
    const key = this.#string();
    if (key === undefined) return undefined;
    return this.#take(COLON) && this.#take(BLANK) ? key : undefined;
  }

  /**
   * The same with a string of its own: a part of a text keeps the whole text in memory, which matters for what is kept
   * of every entry.
   */
  ownScalar(): string | number | boolean | NotCanonical {
    const start = this.#at;
    const value = this.scalar();
    return typeof value === "string" && value.length > LONGEST_COPIED
      ? String(JSON.parse(this.#text.slice(start, this.#at)))
      : value;
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
      if (code === BACKSLASH || isSurrogate(code)) return this.#escaped(start);
      if (code < BLANK) return undefined;
      if (code >= RARE) this.#rare = true;
    }
    return undefined;
  }

  /** A string with escapes, from behind its quote on, where it is what `canonicalJson` makes of it. */
  #escaped(start: number): string | undefined {
    const text = this.#text;
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== QUOTE) end += text.charCodeAt(end) === BACKSLASH ? 2 : 1;
    const raw = text.slice(start - 1, end + 1);
    const value = parsedString(raw);
    if (value === undefined || canonicalJson(value) !== raw) return undefined;
    this.#at = end + 1;
    return value;
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

function parsedString(raw: string): string | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Half a character, which JSON escapes if the other half is missing. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Digits, point, signs and the exponent. */
function isOfNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46 || code === 45 || code === 43 || code === 101;
}
