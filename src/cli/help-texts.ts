import { wrap } from "../output/terminal/display-width.ts";
import { safe } from "../output/terminal/safe.ts";
import type { Example } from "./command.ts";

/** What `poc --help` says besides the commands themselves. */

export const PURPOSE =
  "Run an AI proof of concept that ends in a decision: timebox, spend cap, kill criteria, evidence, and a Go/No-Go " +
  "memo. Everything is plain YAML in one folder.";

const FIRST_STEPS: readonly Example[] = [
  { line: "poc init", what: "set up the folder: ten working days, a cap, kill criteria" },
  { line: "poc start", what: "freeze the terms and start the clock" },
  { line: 'poc log "Reranker on" --eval wrong-rate=22/200 --spend 12.40', what: "" },
  { line: "poc status", what: "time, money, evidence, what is due next" },
  { line: "poc value", what: "what it is worth, and what would change the answer" },
  { line: "poc memo", what: "the Go/No-Go memo; --format html or pdf" },
  { line: 'poc decide go --why "Halves wrong answers at half the price"', what: "" },
  { line: "poc gate", what: "what the next gate asks for, from the idea to scale" },
];

const EXIT_CODES: readonly Example[] = [
  { line: "0", what: "nothing wrong" },
  { line: "1", what: "a limit or rule is breached" },
  { line: "2", what: "bad usage" },
  { line: "3", what: "the records cannot be read or judged" },
  { line: "4", what: "evidence that is due is missing or not settled" },
  { line: "130", what: "cancelled" },
];

export function epilogueText(columns: number): string {
  const steps = itemsText(FIRST_STEPS, columns);
  return `\nA PoC from kickoff to decision:\n${steps}\n\nExit codes:\n${itemsText(EXIT_CODES, columns)}`;
}

export function examplesText(examples: readonly Example[], columns: number): string {
  return `\nExamples:\n${itemsText(examples, columns)}`;
}

/** Longer lines than this have what they do below them. */
const LONGEST_BESIDE = 60;

/** Each line with its explanation: beside it if everything fits, otherwise below it. */
function itemsText(items: readonly Example[], columns: number): string {
  const explained = items.filter(({ what }) => what !== "");
  const width = Math.max(0, ...explained.map(({ line }) => line.length));
  const longest = Math.max(0, ...explained.map(({ what }) => what.length));
  const beside = width <= LONGEST_BESIDE && 2 + width + 2 + longest <= columns;
  return items
    .map(({ line, what }) =>
      what === "" ? `  ${line}` : beside ? `  ${line.padEnd(width)}  ${what}` : `  ${line}\n${below(what, columns)}`,
    )
    .join("\n");
}

/** A text below the name that it explains, further in, and broken between words. */
export function below(text: string, columns: number): string {
  return wrap(safe(text), columns - BELOW)
    .map((line) => " ".repeat(BELOW) + line)
    .join("\n");
}

const BELOW = 6;
