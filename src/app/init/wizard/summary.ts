import { parseSaidTarget, saidTargetText } from "../../../domain/records/said-target.ts";
import type { Prompter } from "../../ports/ports.ts";
import { visibleText } from "../../../domain/scalars/visible-text.ts";
import type { Situation, Step } from "./step.ts";

/** What a person does at the summary: write it, change the answer of a step, or go back. */
export type Confirmation =
  | { readonly kind: "write" }
  | { readonly kind: "back" }
  | { readonly kind: "change"; readonly step: Step };

const WIDTH = 79;
const HALF = 39;
const LABEL = 15;

/** The steps that the summary shows, each with a number by which it is changed. */
export function summarySteps(steps: readonly Step[], situation: Situation): readonly Step[] {
  return steps.filter(
    ({ name, applies }) => name !== "builtBefore" && name !== "anyway" && applies?.(situation) !== false,
  );
}

/** ` 9 Spend cap         2000 EUR`, two on a line where both are short. What was not asked says where it is from. */
export function summaryText(
  steps: readonly Step[],
  situation: Situation,
  sources: ReadonlyMap<string, string>,
): string {
  const items = steps.map((step, index) => {
    const source = sources.get(step.name);
    const answer = answerShown(step, situation) + (source === undefined ? "" : ` (${source})`);
    return `${String(index + 1).padStart(3)} ${step.label.padEnd(LABEL)} ${visibleText(answer)}`;
  });
  const lines: string[] = [];
  for (let at = 0; at < items.length; at++) {
    const [item, next] = [items[at]!, items[at + 1]];
    const both = next !== undefined && [item, next].every((text) => [...text].length <= HALF);
    lines.push(both ? `${item.padEnd(HALF + 1)}${next}` : cut(item));
    if (both) at++;
  }
  return `${lines.join("\n")}\n`;
}

function answerShown({ name, known }: Step, situation: Situation): string {
  const answer = situation.answers.get(name) ?? known?.(situation) ?? "";
  if (name === "killBy" && answer === "") return "two thirds into the timebox";
  if (answer === "") return "left open";
  const target = name === "target" ? parseSaidTarget(answer) : undefined;
  return target?.ok === true && saidTargetText(target.value) !== answer
    ? `${answer}: ${saidTargetText(target.value)}`
    : answer;
}

/** One line on a terminal of 80 columns; the file has the whole text. */
function cut(text: string): string {
  const letters = [...text];
  return letters.length <= WIDTH ? text : `${letters.slice(0, WIDTH - 1).join("")}…`;
}

/** Return writes; a number changes that line; `<` takes back the last answer. */
export async function askConfirmation(prompter: Prompter, steps: readonly Step[]): Promise<Confirmation | undefined> {
  const text = await prompter.ask({
    message: "Write it? (return: yes; a number changes that line, < goes back)",
    example: "yes, or 9 to change line 9",
    default: "yes",
    refuse: (typed) => (confirmationOf(typed, steps) === "unclear" ? "yes, no, < or the number of a line" : undefined),
  });
  const said = confirmationOf(text, steps);
  return said === "no" || said === "unclear" ? undefined : said;
}

function confirmationOf(text: string, steps: readonly Step[]): Confirmation | "no" | "unclear" {
  const typed = text.trim().toLowerCase();
  if (/^(?:|y|yes)$/.test(typed)) return { kind: "write" };
  if (/^(?:n|no)$/.test(typed)) return "no";
  if (/^(?:<|back)$/.test(typed)) return { kind: "back" };
  const step = /^\d{1,2}$/.test(typed) ? steps[Number(typed) - 1] : undefined;
  return step === undefined ? "unclear" : { kind: "change", step };
}
