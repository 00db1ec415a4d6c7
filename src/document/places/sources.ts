import { LineCounter, type ParsedNode } from "yaml";
import { LOG_FOLDER } from "../../domain/records/records.ts";
import { readCanonicalEntry } from "../canonical/canonical-entry.ts";
import { composeTree } from "../yaml/yaml-tree.ts";

/** A line of a text, and the offset at which it begins. */
export interface Line {
  readonly start: number;
  readonly text: string;
}

/** The texts that records were read from, for showing and locating places in them. */
export class Sources {
  readonly #texts: readonly ReadonlyMap<string, string>[];
  readonly #trees = new Map<string, ParsedNode | undefined>();
  readonly #lines = new Map<string, LineCounter>();

  /** Each file has its text in one of `texts`. */
  constructor(texts: readonly ReadonlyMap<string, string>[]) {
    this.#texts = texts;
  }

  /** These sources with one file more, such as an entry that was just written. */
  with(file: string, text: string): Sources {
    return new Sources([new Map([[file, text]]), ...this.#texts]);
  }

  /** The text of a file without its byte order mark; undefined where it was not read. */
  text(file: string): string | undefined {
    for (const texts of this.#texts) {
      const text = texts.get(file);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** The tree of a file. Composed only when a place in it is looked for, for most files never have one. */
  tree(file: string): ParsedNode | undefined {
    if (!this.#trees.has(file)) {
      const text = this.text(file);
      this.#trees.set(file, text === undefined ? undefined : composeTree(text).root);
    }
    return this.#trees.get(file);
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

  /**
   * Counts the lines of a file. Filled from the text, because a canonical entry was read without the parser of yaml.
   */
  lines(file: string): LineCounter {
    let lines = this.#lines.get(file);
    if (lines === undefined) {
      const text = this.text(file) ?? "";
      lines = new LineCounter();
      lines.addNewLine(0);
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
      this.#lines.set(file, lines);
    }
    return lines;
  }
}
