import { readCanonicalEntry } from "./canonical-entry.ts";
import type { Outline, ScalarOutline } from "../places/outline.ts";

/** The outline of an entry in the canonical form: a line for each key, its value in JSON. Undefined in another form. */
export function canonicalOutline(text: string): Outline | undefined {
  if (readCanonicalEntry(text) === undefined) return undefined;
  const pairs = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf("\n", start);
    const colon = text.indexOf(": ", start);
    const key: ScalarOutline = scalar(text.slice(start, colon), start, colon, 0);
    pairs.push({ key, value: new JsonOutline(text, colon + 2).value() });
    start = end + 1;
  }
  return { kind: "map", range: [0, pairs.at(-1)?.value.range[1] ?? 0], pairs };
}

function scalar(value: ScalarOutline["value"], start: number, end: number, quotes: 0 | 1, source?: string) {
  return { kind: "scalar", range: [start, end], value, source, quotes } as const;
}

/** Walks over JSON that was parsed already, so that nothing in it can be wrong. */
class JsonOutline {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  value(): Outline {
    const start = this.#at;
    switch (this.#text[start]) {
      case "[": {
        const items: Outline[] = [];
        this.#each("]", () => items.push(this.value()));
        return { kind: "list", range: [start, this.#at], items };
      }
      case "{": {
        const pairs: { readonly key: Outline; readonly value: Outline }[] = [];
        this.#each("}", () => {
          const key = this.value();
          this.#at += ": ".length;
          pairs.push({ key, value: this.value() });
        });
        return { kind: "map", range: [start, this.#at], pairs };
      }
      case '"': {
        let end = start + 1;
        while (this.#text[end] !== '"') end += this.#text[end] === "\\" ? 2 : 1;
        this.#at = end + 1;
        return scalar(JSON.parse(this.#text.slice(start, end + 1)) as string, start, end + 1, 1);
      }
      default: {
        let end = start;
        while (!ENDS_WORD.has(this.#text[end])) end += 1;
        this.#at = end;
        const source = this.#text.slice(start, end);
        return scalar(JSON.parse(source) as number | boolean | null, start, end, 0, source);
      }
    }
  }

  /** From what opens a collection to after what closes it. */
  #each(close: string, take: () => void): void {
    this.#at += 1;
    while (this.#text[this.#at] !== close) {
      take();
      if (this.#text[this.#at] === ",") this.#at += ", ".length;
    }
    this.#at += 1;
  }
}

const ENDS_WORD: ReadonlySet<string | undefined> = new Set([",", "]", "}", "\n", undefined]);
