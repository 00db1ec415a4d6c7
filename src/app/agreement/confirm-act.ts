import { visibleText } from "../../domain/scalars/visible-text.ts";
import { Cancelled } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { wrappedText } from "../ports/wrapped-text.ts";

/** What is about to be recorded: `["Reason", "the vendor is late"]`. */
export type ActLine = readonly [label: string, text: string];

const LABEL = 14;

/**
 * Shows an act that cannot be undone, as it was typed and answered, and has the person confirm it. Return alone is no
 * answer, because a person who skips questions with it would confirm as well.
 *
 * @throws Cancelled where the person says no
 */
export async function confirmAct(context: Context, lines: readonly ActLine[], question: string): Promise<void> {
  const { err, columns } = context.terminal;
  const margin = " ".repeat(LABEL + 2);
  const shown = lines.map(([label, text]) => {
    const wrapped = wrappedText(visibleText(text), columns, margin);
    return `  ${label.padEnd(LABEL)}${wrapped.slice(margin.length)}`;
  });
  err(`\n${shown.join("")}`);
  const said = await (
    await context.prompter()
  ).ask({
    message: `${question} (yes or no)`,
    example: "yes records it as shown; no stores nothing",
    refuse: (typed) => (YES.test(typed.trim()) || NO.test(typed.trim()) ? undefined : "type yes or no"),
  });
  if (NO.test(said.trim())) throw new Cancelled("cancelled; nothing was written");
}

const YES = /^y(?:es)?$/i;
const NO = /^no?$/i;
