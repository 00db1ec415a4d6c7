import { knownWords } from "../../app/completion/known-words.ts";
import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";
import { COMMANDS } from "../command-table.ts";
import { completeLine, type Completion } from "./complete-line.ts";

/** As the scripts of the shells read them, behind the last colon. */
const NO_SPACE = 2;
const NO_FILES = 4;

/**
 * What the scripts of `poc completion` call: `poc complete -- log --eval wr`, or the line itself, `poc complete --line
 * "poc log --eval wr"`; PowerShell drops empty words, so it gives the line. One candidate a line, with a tab before
 * what it is; then how to go on.
 */
export async function runComplete(context: Context, argv: readonly string[]): Promise<number> {
  const [form, ...rest] = argv;
  const words = form === "--bash" || form === "--line" ? wordsOf(rest.join(" ")).slice(1) : form === "--" ? rest : argv;
  const completion = await completeLine(words, COMMANDS, (kind, directory) => knownWords(context, directory, kind));
  context.terminal.out(answer(completion, form === "--bash" ? brokenAt(words.at(-1) ?? "") : 0));
  return EXIT.fine;
}

function answer({ candidates, files, goesOn }: Completion, cut: number): string {
  const lines = candidates.map(({ word, about }) => `${word.slice(cut)}\t${shortened(visibleText(about))}\n`);
  return `${lines.join("")}:${(goesOn ? NO_SPACE : 0) + (files ? 0 : NO_FILES)}\n`;
}

const LONGEST = 60;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** bash breaks words at `=` and `:`, and replaces only what follows the last of them. */
function brokenAt(word: string): number {
  const flag = word.startsWith("--") ? word.indexOf("=") + 1 : 0;
  const value = word.slice(flag);
  return Math.max(value.lastIndexOf("="), value.lastIndexOf(":")) + 1;
}

/** The words of a line that is still being typed: quotes and backslashes are read, nothing is expanded. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (quote !== "") {
      if (char === quote) quote = "";
      else word = (word ?? "") + char;
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= "";
    } else if (char === "\\") {
      word = (word ?? "") + (line[++at] ?? "");
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + char;
  }
  return [...words, word ?? ""];
}
