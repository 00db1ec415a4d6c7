import { LOG_FOLDER } from "../../domain/records/records.ts";
import { readCanonicalEntry } from "../canonical/canonical-entry.ts";
import { composeTree } from "../yaml/yaml-tree.ts";
import { lineStarts, type LineStarts } from "./lines.ts";
import { outlineOf, type Outline } from "./outline.ts";

/** A line of a text, and the offset at which it begins. */
export interface Line {
  readonly start: number;
  readonly text: string;
}

/** Undefined where the text is no YAML at all. */
export function composedOutline(text: string): Outline | undefined {
  const { root } = composeTree(text);
  return root === undefined ? undefined : outlineOf(root);
}

/** The texts that records were read from, for showing and locating places in them. */
export class Sources {
  readonly #texts: readonly ReadonlyMap<string, string>[];
  readonly #known: ReadonlyMap<string, Outline>;
  readonly #composed = new Map<string, Outline | undefined>();
  readonly #lines = new Map<string, LineStarts>();

  /** Each file has its text in one of `texts`, and its outline in `known` where it was read by way of YAML. */
  constructor(texts: readonly ReadonlyMap<string, string>[], known: ReadonlyMap<string, Outline> = new Map()) {
    this.#texts = texts;
    this.#known = known;
  }

  /** These sources with one file more: an entry that was just written. */
  with(file: string, text: string): Sources {
    return new Sources([new Map([[file, text]]), ...this.#texts], this.#known);
  }

  /** The text of a file without its byte order mark; undefined where it was not read. */
  text(file: string): string | undefined {
    for (const texts of this.#texts) {
      const text = texts.get(file);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** The outline of a file. Composed only when a place in it is looked for, for most files never have one. */
  outline(file: string): Outline | undefined {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    if (!this.#composed.has(file)) {
      const text = this.text(file);
      this.#composed.set(file, text === undefined ? undefined : composedOutline(text));
    }
    return this.#composed.get(file);
  }

  /** The line of `key` in an entry in the canonical form; undefined where the file is not in that form. */
  canonicalLine(file: string, key: string | number | undefined): Line | undefined {
    const text = this.text(file);
    if (
      typeof key !== "string" ||
      text === undefined ||
      !file.startsWith(`${LOG_FOLDER}/`) ||
      readCanonicalEntry(text) === undefined
    )
      return undefined;
    const start = text.startsWith(`${key}: `) ? 0 : text.indexOf(`\n${key}: `) + 1;
    return start === 0 && !text.startsWith(`${key}: `)
      ? undefined
      : { start, text: text.slice(start, text.indexOf("\n", start)) };
  }

  lines(file: string): LineStarts {
    let lines = this.#lines.get(file);
    if (lines === undefined) this.#lines.set(file, (lines = lineStarts(this.text(file) ?? "")));
    return lines;
  }
}
