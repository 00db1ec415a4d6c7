import { CHART_NAMES } from "../charts/chart.ts";

/** What a document is rendered for. A page has more ways to show the same: badges, and charts as pictures. */
export interface Reading {
  readonly medium: "text" | "page";
  /** What each chart says in words, by the name a template asks for; "" where there is nothing to show. */
  readonly charts: ReadonlyMap<string, string>;
  /** What people wrote from right to left, the longest first; see `spokenTexts`. */
  readonly spoken?: readonly string[];
}

/** As Markdown to be read as it is, with nothing to draw. */
export const AS_TEXT: Reading = { medium: "text", charts: new Map(CHART_NAMES.map((name) => [name, ""])) };

/** A function that templates may call. Its output goes into the document as it is, so it makes its input safe. */
export interface TemplateHelper {
  /** How it is written: `{{link text url}}`. */
  readonly usage: string;
  /** What it does, for the documentation of templates. */
  readonly about: string;
  /** What each parameter must be. */
  readonly parameters: readonly ("text" | "texts")[];
  /** @throws HelperFault */
  readonly run: (values: readonly (string | readonly string[])[], reading: Reading) => string;
}

/** Why a helper cannot do what it was asked for; the caller knows where that was. */
export class HelperFault extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
