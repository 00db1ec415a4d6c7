import { lineStarts, type LineStarts } from "./lines.ts";
import type { Outline } from "./outline.ts";

/** How to get the outline of a text; undefined if it has none, because it could not be read. */
export type OutlineOf = (file: string, text: string) => Outline | undefined;

/** Texts by the names of their files. */
export type Texts = Pick<ReadonlyMap<string, string>, "get">;

/** The texts that records were read from, for showing and locating places in them. */
export class Sources {
  readonly #texts: readonly Texts[];
  readonly #outlineOf: OutlineOf;
  readonly #outlines = new Map<string, Outline | undefined>();
  readonly #lines = new Map<string, LineStarts>();

  /** Each file has its text in exactly one of `texts`. */
  constructor(texts: readonly Texts[], outlineOf: OutlineOf) {
    this.#texts = texts;
    this.#outlineOf = outlineOf;
  }

  /** These sources with one file more: an entry that was just written. */
  with(file: string, text: string): Sources {
    return new Sources([new Map([[file, text]]), ...this.#texts], this.#outlineOf);
  }

  /** The text of a file without its byte order mark; undefined where it was not read. */
  text(file: string): string | undefined {
    for (const texts of this.#texts) {
      const text = texts.get(file);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** The outline of a file. Asked for only when a place in it is looked for, for most files never have one. */
  outline(file: string): Outline | undefined {
    if (!this.#outlines.has(file)) {
      const text = this.text(file);
      this.#outlines.set(file, text === undefined ? undefined : this.#outlineOf(file, text));
    }
    return this.#outlines.get(file);
  }

  lines(file: string): LineStarts {
    let lines = this.#lines.get(file);
    if (lines === undefined) this.#lines.set(file, (lines = lineStarts(this.text(file) ?? "")));
    return lines;
  }
}
