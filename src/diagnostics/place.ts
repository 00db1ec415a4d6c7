/** A route into a YAML document: keys of maps and indices of lists, from the root. */
export type Path = readonly (string | number)[];

/**
 * A place in the records, named symbolically. Checks and domain rules speak in places;
 * only `document` turns one into a line and a column, at the very end.
 */
export interface Place {
  /** File name relative to the PoC folder, with forward slashes: `evals.yaml`, `log/2026-11-25-….yaml`. */
  readonly file: string;
  readonly path: Path;
  /** Whether the key or the value at `path` is meant. A path that is not in the file points at its nearest parent. */
  readonly part: "key" | "value";
  /** Part of the scalar, as offsets into its text, where the trouble is smaller than the whole. */
  readonly within?: readonly [start: number, end: number];
}

/** The value at `path` in `file`. */
export function valueAt(file: string, ...path: (string | number)[]): Place {
  return { file, path, part: "value" };
}

/** The key at the end of `path` in `file`. */
export function keyAt(file: string, ...path: (string | number)[]): Place {
  return { file, path, part: "key" };
}

/** `evals.wrong-rate.target`-like text of a path, for people and JSON. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : step))
    .join(".")
    .replaceAll(".[", "[");
}
