import { DECISION_WORDS, type DecisionOutcome, type DecisionWord } from "../../domain/records/entry.ts";
import type { Charter } from "../../domain/records/charter.ts";
import type { Prompter } from "../ports/ports.ts";

/** What a decision states besides its outcome and reason; fields that were not given are absent. */
export type DecisionWords = { readonly [W in DecisionWord]?: string };

/** With more questions in a row, people just press return. */
export const MOST_QUESTIONS = 4;

const QUESTIONS: Readonly<Record<DecisionWord, string>> = {
  ask: "What do you request: amount, people, place, dates, and what it buys? (return: nothing)",
  ends: "What would end it? (return: not said)",
  learned: "What was learned, in a sentence or two? (return: not said)",
  alternatives: "What are the alternatives: doing nothing, buying, another variant? (return: not said)",
  retryIf: "What would have to change for another try? (return: not said)",
};

/** What a decision is asked for, the weightiest first. An extension asks for time, which `--days` says. */
const ASKED: Readonly<Record<DecisionOutcome, readonly DecisionWord[]>> = {
  go: ["ask", "ends", "learned", "alternatives"],
  conditional: ["ask", "ends", "learned", "alternatives"],
  "no-go": ["learned", "retryIf", "alternatives"],
  extend: [],
};

/** The words that were neither typed nor found in poc.yaml. */
export function unsaidWords(
  outcome: DecisionOutcome,
  typed: DecisionWords,
  charter: Charter | undefined,
): readonly DecisionWord[] {
  return ASKED[outcome].filter((word) => typed[word] === undefined && charter?.next?.[word] === undefined);
}

/**
 * What was typed, else what poc.yaml says under `next`, else what a person answers, who is asked `most` questions at
 * the most. What stays open is left out, and the memo says so.
 */
export async function decisionWords(
  outcome: DecisionOutcome,
  typed: DecisionWords,
  charter: Charter | undefined,
  prompts: Prompter | undefined,
  most: number,
): Promise<DecisionWords> {
  const unsaid = unsaidWords(outcome, typed, charter).slice(0, Math.max(0, most));
  const said = new Map<DecisionWord, string>();
  for (const word of DECISION_WORDS) {
    const text = typed[word] ?? (ASKED[outcome].includes(word) ? charter?.next?.[word] : undefined);
    if (text !== undefined) said.set(word, text);
  }
  if (prompts !== undefined)
    for (const word of unsaid) said.set(word, await prompts.ask({ message: QUESTIONS[word], default: "" }));
  return Object.fromEntries([...said].map(([word, text]) => [word, text.trim()]).filter(([, text]) => text !== ""));
}
