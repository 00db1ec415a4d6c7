import type { FlagSpec } from "./command.ts";
import { FAIL_ON } from "../app/ports/exit.ts";
import { PAPERS } from "../app/ports/paper.ts";

/** Flags that several commands share, said the same way everywhere. */

export const AS_OF: FlagSpec = {
  flags: "--as-of <day>",
  description: "judge as of the end of that day, or of an instant",
};
export const BY: FlagSpec = {
  flags: "--by <person>",
  description: 'who it is from, "Ana Ruiz <ana@example.com>"; else POC_AUTHOR or git\'s configuration',
};
export const ALLOW_SECRET: FlagSpec = {
  flags: "--allow-secret",
  description: "store a text that looks like a key",
};
export const FORMAT: FlagSpec = {
  flags: "--format <format>",
  description: "how to print the result",
  choices: ["human", "json"],
  byDefault: "human",
};
export const FAIL: FlagSpec = {
  flags: "--fail-on <severity>",
  description: "from which severity on to fail",
  choices: FAIL_ON,
  byDefault: "error",
};
export const OUT: FlagSpec = { flags: "-o, --out <file>", description: "write to this file; - is standard output" };
export const BROWSER: FlagSpec = {
  flags: "--browser <path>",
  description: "the Chromium or Chrome that makes the PDF; else POC_BROWSER or one that is found",
};
export const PAPER: FlagSpec = {
  flags: "--paper <size>",
  description: "paper of the PDF",
  choices: PAPERS,
  byDefault: "a4",
};
