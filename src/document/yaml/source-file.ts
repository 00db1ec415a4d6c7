import type { Code } from "../../diagnostics/catalogue.ts";

/** A file of the PoC folder as it was found: its bytes, or why they could not be read. */
export type SourceFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly fault: FileProblem };

/** Why a file is not read, and what to do about it where that is known. */
export interface FileProblem {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string;
}

/** The most a file of records may hold: any more is not a record of a PoC, and a way to make every command slow. */
export const LARGEST_FILE = 1024 * 1024;

/** The most characters a field may hold. */
export const LONGEST_FIELD = 64 * 1024;
