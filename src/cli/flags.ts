import { FAIL_ON } from "../app/ports/exit.ts";
import { PAPERS } from "../app/ports/paper.ts";
import { choice, text, truth, type Flags } from "./flag.ts";

/** Flags that several commands share, declared once: `flags: { ...AS_OF, ...FORMAT }`. */

export const AS_OF = {
  asOf: text("<day>", "show the state at the end of that day, or at that moment"),
} satisfies Flags;

export const BY = {
  by: text(
    "<person>",
    'the author: "Ana Ruiz <ana@example.com>"; by default you, by POC_AUTHOR or git. ' +
      "In the name of another, the entry says who recorded it",
  ),
} satisfies Flags;

export const ALLOW_SECRET = {
  allowSecret: truth("store a text that looks like a key"),
} satisfies Flags;

export const QUIET = {
  quiet: truth("print the id of the entry, and nothing else", { short: "q" }),
} satisfies Flags;

/** `--format` with these words, and `--json`. */
export function formatOf<const T extends string = never>(...others: readonly T[]) {
  return {
    format: choice("<format>", ["human", "json", ...others], "how to print the result", {
      byDefault: "human",
      shorthand: "json",
    }),
  } satisfies Flags;
}

export const FORMAT = formatOf();

export const FAIL = {
  failOn: choice("<severity>", FAIL_ON, "fail at this severity or above", { byDefault: "error" }),
} satisfies Flags;

export const OUT = {
  out: text("<file>", "write to this file; - is standard output", { short: "o" }),
} satisfies Flags;

/** How a PDF is made. */
export const PRINTER = {
  browser: text("<path>", "the Chromium or Chrome that prints the PDF; by default POC_BROWSER, or one that poc finds"),
  paper: choice("<size>", PAPERS, "paper size of the PDF", { byDefault: "a4" }),
} satisfies Flags;
