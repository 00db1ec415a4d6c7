import type { Example } from "./command.ts";

/** What `poc --help` says besides the commands themselves. */

export const PURPOSE =
  "Run an AI proof of concept that ends in a decision: timebox, spend cap, kill criteria, evidence, and a Go/No-Go " +
  "memo. Everything is plain YAML in one folder.";

export const EPILOGUE = `
A PoC from kickoff to decision:
  poc init            set up the folder: ten working days, a cap, kill criteria
  poc start           freeze the terms and start the clock
  poc log "Reranker on" --eval wrong-rate=22/200 --spend 12.40
  poc status          time, money, evidence, what is due next
  poc value           what it is worth, and what would change the answer
  poc memo            the Go/No-Go memo; --format html or pdf
  poc decide go --why "Halves wrong answers at half the price"
  poc gate            what the next gate asks for, from the idea to scale

Exit codes:
  0    nothing wrong
  1    a limit or rule is breached
  2    bad usage
  3    the records cannot be read or judged
  4    evidence that is due is missing or not settled
  130  cancelled`;

export function examplesText(examples: readonly Example[]): string {
  const width = Math.max(...examples.map((example) => example.line.length));
  const lines = examples.map((example) =>
    width > 60 ? `  ${example.line}\n      ${example.what}` : `  ${example.line.padEnd(width)}  ${example.what}`,
  );
  return `\nExamples:\n${lines.join("\n")}`;
}
