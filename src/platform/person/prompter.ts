import { styleText } from "node:util";
import { createPromptModule } from "inquirer";
import { Cancelled } from "../../app/ports/faults.ts";
import { explainedPrompter } from "../../app/ports/explained-prompter.ts";
import type { Choice, Prompter } from "../../app/ports/ports.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";

/** What stands before a question on its line, with a blank. */
const SIGN = 2;

/** A question in lines that a terminal does not break within a word. */
function inLines(text: string): string {
  const room = Math.max(20, (process.stderr.columns || 80) - SIGN);
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

/** An answer behind its question, once it is given: inquirer would break it wherever the line is full. */
function behind(message: string, answer: string): string {
  const question = inLines(visibleText(message)).split("\n").at(-1) ?? "";
  const [first = "", ...others] = inLines(`${question} ${answer}`).split("\n");
  return [first.slice(question.length + 1), ...others].map((line) => styleText("cyan", line)).join("\n");
}

const SHOW_CURSOR = "\u001b[?25h";

/** Asks on standard error, so that standard output holds results only. Loads inquirer, so it is to be imported late. */
export function terminalPrompter(): Prompter {
  const terminal = { err: (text: string) => void process.stderr.write(text), columns: process.stderr.columns || 80 };
  return explainedPrompter(rawPrompter(), terminal);
}

function rawPrompter(): Prompter {
  return {
    ask: ({ message, default: byDefault, refuse }) =>
      answer<string>({
        type: "input",
        message: inLines(visibleText(message)),
        // What was refused would stay in the line, and the next answer would be typed behind it.
        theme: { validationFailureMode: "clear", style: { answer: (text: string) => behind(message, text) } },
        ...(byDefault === undefined ? {} : { default: byDefault }),
        validate: (text: string) => {
          const reason = refuse?.(text);
          return reason === undefined ? true : visibleText(reason);
        },
      }),
    confirm: (message, byDefault) =>
      answer<boolean>({ type: "confirm", message: inLines(visibleText(message)), default: byDefault }),
    choose: <T extends string>(message: string, choices: readonly Choice<T>[], byDefault?: T) =>
      answer<T>({
        type: "select",
        message: inLines(visibleText(message)),
        choices: shown(choices),
        ...(byDefault === undefined ? {} : { default: byDefault }),
      }),
    chooseMany: (message, choices) =>
      answer<readonly string[]>({ type: "checkbox", message: inLines(visibleText(message)), choices: shown(choices) }),
  };
}

function shown(choices: readonly Choice[]): { name: string; value: string }[] {
  return choices.map(({ value, label }) => ({ name: visibleText(label), value }));
}

/**
 * Question and answer. Whatever ends the prompt without an answer is `Cancelled`. Every command asks before it writes,
 * so that nothing was written by then.
 */
async function answer<T>(question: object): Promise<T> {
  const closed = new AbortController();
  const onClose = () => closed.abort();
  // Inquirer would wait for ever for a terminal that is gone, and the process would then end as if all were well.
  const events = ["end", "close", "error"] as const;
  for (const event of events) process.stdin.on(event, onClose);
  const signals = [
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const;
  const handlers = signals.map(([name, code]) => ({ name, stop: () => leave(code) }));
  for (const { name, stop } of handlers) process.on(name, stop);
  try {
    if (process.stdin.readableEnded || process.stdin.destroyed)
      throw new Cancelled("cancelled, because standard input is closed; nothing was written");
    const prompt = createPromptModule({ input: process.stdin, output: process.stderr, signal: closed.signal });
    const answers = (await prompt([{ ...question, name: "answer" }] as never)) as { answer: T };
    return answers.answer;
  } catch (error) {
    throw isEnd(error) ? new Cancelled("cancelled; nothing was written") : error;
  } finally {
    for (const event of events) process.stdin.removeListener(event, onClose);
    for (const { name, stop } of handlers) process.removeListener(name, stop);
  }
}

/** Inquirer hides the cursor and the terminal waits in raw mode: Node restores the mode, we the cursor. */
function leave(code: number): never {
  process.stderr.write(SHOW_CURSOR);
  process.exit(code);
}

function isEnd(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === "ExitPromptError" || error.name === "AbortPromptError" || error.name === "CancelPromptError")
  );
}
