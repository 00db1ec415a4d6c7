import { wrappedText } from "./wrapped-text.ts";
import type { Prompter, Question, Terminal } from "./ports.ts";

const HELP = /^(?:\?+|help)$/i;

/** A prompter at which `?` shows an example and asks again, whatever the question. So no answer is ever `?`. */
export function explainedPrompter(raw: Prompter, { err, columns }: Pick<Terminal, "err" | "columns">): Prompter {
  return {
    ...raw,
    async ask(question: Question) {
      const refuse = (typed: string) => (isHelp(typed) ? undefined : question.refuse?.(typed));
      for (;;) {
        const typed = await raw.ask({ ...question, refuse });
        if (!isHelp(typed)) return typed;
        err(wrappedText(`Such as: ${question.example}`, columns, "  "));
      }
    },
  };
}

function isHelp(typed: string): boolean {
  return HELP.test(typed.trim());
}
