import * as z from "zod/mini";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Path, type Place } from "../../diagnostics/place.ts";
import { UNREAD, type Field } from "../schema/field.ts";
import { zodSchema } from "../schema/zod-schema.ts";
import { schemaIssues, type SchemaIssue } from "./schema-issue.ts";
import { dropAt, writtenAt } from "../yaml/written-at.ts";
import { isWrittenMap, type Written, type WrittenMap } from "../yaml/written.ts";

/** What is already known of a file before its schema sees it. */
export interface Known {
  /** Where placeholders stood: what is missing there is no error. */
  readonly placeholders: readonly Path[];
  /** What was refused while the text was read; it has been reported. */
  readonly refused: readonly Place[];
  /** What replaces a missing field, if the rest is worth keeping without it. */
  readonly standIn?: (path: Path, parent: WrittenMap) => Written;
}

export interface Salvaged<T> {
  /** Undefined where not even a part could be read. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The paths that were dropped. */
  readonly unreadable: readonly Place[];
}

const KNOWN_NOTHING: Known = { placeholders: [], refused: [] };

/** Each pass drops at least one value, and what it drops grows from a field to the item around it to the whole. */
const MOST_PASSES = 64;

/**
 * Reads `written` by a schema, dropping as little as possible of what does not fit: the item of a list, else the field,
 * else what cannot do without the field. `written` is changed.
 */
export function salvage<T>(
  schema: Field<T>,
  written: Written,
  file: string,
  known: Known = KNOWN_NOTHING,
): Salvaged<T> {
  const first = known.refused.length === 0 ? schema.quick(written) : UNREAD;
  if (first !== UNREAD) return { value: first, diagnostics: [], unreadable: [] };
  return new Salvage(schema, written, file, known).run();
}

class Salvage<T> {
  readonly #schema: Field<T>;
  readonly #written: Written;
  readonly #file: string;
  readonly #known: Known;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #unreadable = new Map<string, Place>();
  /** What was refused or dropped: consequences of its absence are not reported again. */
  readonly #settled: Set<string>;
  /** What was left for later: its absence is not an error, and what falls with it is not unreadable. */
  readonly #open: Set<string>;
  /** What this pass drops, and which of the two lists it belongs to. */
  readonly #passed: (readonly [paths: Set<string>, path: Path])[] = [];

  constructor(schema: Field<T>, written: Written, file: string, known: Known) {
    this.#schema = schema;
    this.#written = written;
    this.#file = file;
    this.#known = known;
    this.#open = new Set(known.placeholders.map(pathKey));
    this.#settled = new Set(known.refused.map(({ path }) => pathKey(path)));
  }

  run(): Salvaged<T> {
    // What was refused is absent already. Its item is dropped after the first pass, which has more to say of the item.
    let refused = this.#known.refused.map((place) => this.#refusedUnit(place));
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const result = z.safeParse(zodSchema(this.#schema), this.#written);
      if (result.success && refused.length === 0)
        return { value: result.data, diagnostics: this.#diagnostics, unreadable: [...this.#unreadable.values()] };
      const issues = (result.error?.issues ?? []).flatMap((issue) => schemaIssues(issue, this.#written, this.#file));
      const units = [...issues.map((issue) => this.#judge(issue)), ...refused];
      if (units.some((unit) => unit?.length === 0)) break;
      for (const unit of units) if (unit !== undefined) dropAt(this.#written, unit);
      // Only now: the issues of one pass do not follow from each other, though they may concern the same item.
      for (const [paths, path] of this.#passed.splice(0)) paths.add(pathKey(path));
      refused = [];
    }
    return { value: undefined, diagnostics: this.#diagnostics, unreadable: [valueAt(this.#file)] };
  }

  /**
   * Reports an issue, unless it only follows from another, and says what to drop for it; nothing where a stand-in fits.
   */
  #judge(issue: SchemaIssue): Path | undefined {
    const { path, diagnostic } = issue;
    const lacking = diagnostic.code === "missing-field";
    const open = has(this.#open, path, lacking);
    if (!open && !has(this.#settled, path, lacking)) this.#diagnostics.push(diagnostic);
    if (issue.missing && this.#standIn(path)) {
      if (!open) this.#lose(valueAt(this.#file, ...path));
      return undefined;
    }
    const fault = issue.missing ? path.slice(0, -1) : path;
    const unit = issue.stray || open ? fault : unitOf(fault);
    this.#passed.push([open ? this.#open : this.#settled, unit]);
    if (!open) this.#lose(issue.stray ? diagnostic.place : valueAt(this.#file, ...unit));
    return unit;
  }

  #refusedUnit(place: Place): Path {
    const unit = place.part === "key" ? place.path : unitOf(place.path);
    this.#lose(place.part === "key" ? place : valueAt(this.#file, ...unit));
    return unit;
  }

  #lose(place: Place): void {
    this.#unreadable.set(`${place.part} ${pathKey(place.path)}`, place);
  }

  #standIn(path: Path): boolean {
    const parent = writtenAt(this.#written, path.slice(0, -1));
    const name = path.at(-1);
    if (!isWrittenMap(parent) || typeof name !== "string") return false;
    const value = this.#known.standIn?.(path, parent);
    if (value === undefined) return false;
    parent[name] = value;
    return true;
  }
}

/** Whether `path` or a value around it is among `paths`; with `below`, also whether a value within it is. */
function has(paths: ReadonlySet<string>, path: Path, below: boolean): boolean {
  for (let length = 0; length <= path.length; length++) {
    if (paths.has(pathKey(path.slice(0, length)))) return true;
  }
  if (!below) return false;
  const beginning = path.length === 0 ? "[" : `${pathKey(path).slice(0, -1)},`;
  return [...paths].some((other) => other.startsWith(beginning));
}

/** What is dropped for a fault at `path`: the innermost item of a list around it, or the value itself. */
function unitOf(path: Path): Path {
  const item = path.findLastIndex((step) => typeof step === "number");
  return item < 0 ? path : path.slice(0, item + 1);
}

function pathKey(path: Path): string {
  return JSON.stringify(path);
}
