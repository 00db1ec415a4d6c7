import type { Code } from "../../diagnostics/catalogue.ts";

/** What is wrong with a text as such, before it has keys and values to point at: offsets into the whole text. */
export interface TextFault {
  readonly code: Code;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
  /** Where the same thing stood first. */
  readonly first?: { readonly start: number; readonly end: number; readonly label: string };
}
