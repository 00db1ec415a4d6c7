/** A file of raw values, one case a line. Cells are text, unchanged: what they mean is up to the caller. */
export interface RawFile {
  /** As the heading or the first line names them; one that is called "" where the file is a bare column. */
  readonly columns: readonly string[];
  /** How many cases there are. */
  readonly size: number;
  /** The cells of a column by their first lines; undefined if no column has that name. */
  column(name: string): readonly RawCell[] | undefined;
}

export interface RawCell {
  /** From 1. */
  readonly line: number;
  /** "" where it is empty; undefined where a line of JSON lacks the field. */
  readonly text: string | undefined;
}

/** Why a file cannot be read, and at which line, where it is one. */
export interface RawFault {
  readonly line: number | undefined;
  readonly message: string;
  readonly hint?: string;
}
