import type { Code } from "../../diagnostics/catalogue.ts";

/** Why a piece of text is not what it should be. */
export interface TextProblem {
  readonly code: Code;
  /** What was expected, as a noun phrase: `an amount such as 12.40 EUR`. */
  readonly expected: string;
  /** What is wrong with the text, if there is more to say than that it is not what was expected. */
  readonly found?: string;
  /** The part of the text that is at fault, as offsets. */
  readonly within?: readonly [start: number, end: number];
  readonly hint?: string;
  /** The possible meanings, if there are several: corrected texts, each with one meaning, the likelier first. */
  readonly readings?: readonly string[];
  /** Whether only the field is at fault, so that the item around it can be used without it. */
  readonly alone?: true;
}

/** Text read into a value of the domain, or the reason why not. Never thrown. */
export type Parsed<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** How the text was read, where it does not say so by the letter: an answer says it back. */
      readonly read?: string;
    }
  | { readonly ok: false; readonly problem: TextProblem };

/** @param read how the text was read, where it does not say so by the letter */
export function ok<T>(value: T, read?: string): { readonly ok: true; readonly value: T; readonly read?: string } {
  return read === undefined ? { ok: true, value } : { ok: true, value, read };
}

export function problem(
  code: Code,
  expected: string,
  more: {
    found?: string;
    within?: readonly [number, number];
    hint?: string;
    readings?: readonly string[];
    alone?: true;
  } = {},
): { readonly ok: false; readonly problem: TextProblem } {
  return { ok: false, problem: { code, expected, ...more } };
}
