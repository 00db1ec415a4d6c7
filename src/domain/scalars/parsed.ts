import type { Code } from "../../diagnostics/catalogue.ts";

/** Why a piece of text is not what it should be. */
export interface TextProblem {
  readonly code: Code;
  /** What would have been right, as a noun phrase: `an amount such as 12.40 EUR`. */
  readonly expected: string;
  /** What is wrong with what was found, where more can be said than that it is not the expected. */
  readonly found?: string;
  /** The part of the text that is at fault, as offsets. */
  readonly within?: readonly [start: number, end: number];
  readonly hint?: string;
}

/** Text read into a value of the domain, or the reason why not. Never thrown. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: TextProblem };

export function ok<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function problem(
  code: Code,
  expected: string,
  more: { found?: string; within?: readonly [number, number]; hint?: string } = {},
): { readonly ok: false; readonly problem: TextProblem } {
  return { ok: false, problem: { code, expected, ...more } };
}
