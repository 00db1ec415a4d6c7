import { isFillIn } from "../../domain/scalars/readings/fill-in.ts";
import type { UsageProblem } from "../ports/faults.ts";

/** Fewer letters say nothing; a script that writes words with one or two signs needs fewer of them. */
const LEAST_LETTERS = 3;

/** Whether a text can be the reason of an act: `x`, `-` and `ok` are none, nor is the `why` of a suggested command. */
export function isReason(text: string): boolean {
  if (isFillIn(text)) return false;
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters + signs >= LEAST_LETTERS;
}

/** What is wrong with reasons that were typed: each with its flag; one that was left out is no matter of this. */
export function reasonProblems(typed: readonly (readonly [flag: string, text: string | undefined])[]) {
  return typed.flatMap(([flag, text]): readonly UsageProblem[] =>
    text === undefined || text.trim() === "" || isReason(text)
      ? []
      : [{ message: `${flag}: found "${text.trim()}", expected a reason`, hint: "give the reason in a few words" }],
  );
}

/** Refuses an answer that gives no reason, to a question whose answer becomes part of the record. */
export function neededReason(text: string): string | undefined {
  if (text.trim() === "") return "this is part of the record and cannot be left out";
  return isReason(text) ? undefined : "give the reason in a few words";
}
