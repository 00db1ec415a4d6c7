import type { Code } from "./catalogue.ts";
import type { Place } from "./place.ts";

/** Another place that explains a diagnostic, with a short label of what is to be seen there. */
export interface Related {
  readonly place: Place;
  readonly label: string;
}

/** One problem found in the records. Data, never thrown: all of them are collected and reported together. */
export interface Diagnostic {
  readonly code: Code;
  /** One sentence: what was found and what was expected. User text in it is raw; output makes it safe to print. */
  readonly message: string;
  readonly place: Place;
  readonly related?: readonly Related[];
  /** The command or the edit that fixes it. */
  readonly hint?: string;
}

/** 1-based lines and columns; columns count UTF-16 units, as editors do. `end` is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place resolved against the text of its file. `source` is the line at `span.line`, without its line end. */
export interface Location {
  readonly file: string;
  readonly span: Span;
  readonly source: string;
}

/** A diagnostic whose places were resolved to lines and columns. */
export interface LocatedDiagnostic extends Diagnostic {
  readonly location: Location;
  readonly relatedLocations: readonly (Location & { readonly label: string })[];
}
