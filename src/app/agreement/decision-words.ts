import { DECISION_WORDS, type DecisionOutcome, type DecisionWord } from "../../domain/records/entry.ts";
import type { Charter } from "../../domain/records/charter.ts";
import { isFillIn } from "../../domain/scalars/readings/fill-in.ts";
import type { UsageProblem } from "../ports/faults.ts";
import type { Prompter } from "../ports/ports.ts";

/** What a decision states besides its outcome and reason; fields that were not given are absent. */
export type DecisionWords = { readonly [W in DecisionWord]?: string };

/** With more questions in a row, people just press return. */
export const MOST_QUESTIONS = 4;

interface WordQuestion {
  /** As the flag that takes the answer. */
  readonly flag: string;
  readonly label: string;
  readonly message: string;
  readonly example: string;
}

const QUESTIONS: Readonly<Record<DecisionWord, WordQuestion>> = {
  ask: {
    flag: "--ask",
    label: "Requested",
    message: "What do you request: amount, people, place, dates, and what it buys? (return: nothing)",
    example: "20,000 EUR and two people, 7 to 18 December, for a pilot with 20 users",
  },
  ends: {
    flag: "--ends",
    label: "Ends if",
    message: "What would end it? (return: not said)",
    example: "fewer than 80 of 100 answers are right on 18 December",
  },
  learned: {
    flag: "--learned",
    label: "Learned",
    message: "What was learned, in a sentence or two? (return: not said)",
    example: "half of the errors come from rules that are out of date",
  },
  alternatives: {
    flag: "--alternatives",
    label: "Alternatives",
    message: "What are the alternatives: doing nothing, buying, another variant? (return: not said)",
    example: "buying LexRead costs twice as much and reads 8% fewer clauses",
  },
  retryIf: {
    flag: "--retry-if",
    label: "Again if",
    message: "What would have to change for another try? (return: not said)",
    example: "the corpus has one current version of each rule",
  },
};

/** Each of the words with its label, as they will be recorded. */
export function wordLines(words: DecisionWords): readonly (readonly [label: string, text: string])[] {
  return DECISION_WORDS.flatMap((word) => {
    const text = words[word];
    return text === undefined ? [] : [[QUESTIONS[word].label, text] as const];
  });
}

/** Typed words that say nothing: they would stand on page one of the memo for good. */
export function wordProblems(typed: DecisionWords): readonly UsageProblem[] {
  return DECISION_WORDS.flatMap((word): readonly UsageProblem[] => {
    const { flag } = QUESTIONS[word];
    const text = typed[word];
    if (text === undefined || !isEmptyWord(text)) return [];
    const found = text.trim() === "" ? "no text" : `"${text.trim()}"`;
    return [{ message: `${flag}: found ${found}`, hint: `leave ${flag} out, or say it in a few words` }];
  });
}

function isEmptyWord(text: string): boolean {
  return /^-*$/.test(text.trim()) || isFillIn(text);
}

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
    for (const word of unsaid) {
      const { message, example } = QUESTIONS[word];
      const refuse = (text: string) =>
        /^-*$/.test(text.trim()) || !isFillIn(text) ? undefined : "say it in a few words, or press return";
      const text = await prompts.ask({ message, example, default: "", refuse });
      if (!isEmptyWord(text)) said.set(word, text);
    }
  return Object.fromEntries([...said].map(([word, text]) => [word, text.trim()]).filter(([, text]) => text !== ""));
}
