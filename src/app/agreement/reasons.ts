import { isFillIn } from "../../domain/scalars/readings/fill-in.ts";
import type { UsageProblem } from "../ports/faults.ts";

/** Shorter texts explain nothing; scripts that write a word with one or two signs need fewer. */
const LEAST_LETTERS = 3;

/** Whether a text explains an act: `x`, `-`, `ok` and the `why` of a suggested command do not. */
export function isReason(text: string): boolean {
  if (isFillIn(text)) return false;
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters + signs >= LEAST_LETTERS;
}

/** The problems of typed reasons, each with its flag. A missing reason is reported elsewhere. */
export function reasonProblems(typed: readonly (readonly [flag: string, text: string | undefined])[]) {
  return typed.flatMap(([flag, text]): readonly UsageProblem[] =>
    text === undefined || text.trim() === "" || isReason(text)
      ? []
      : [{ message: `${flag}: found "${text.trim()}", expected a reason`, hint: "give the reason in a few words" }],
  );
}

/** Refuses an answer that explains nothing, because the answer becomes part of the record. */
export function neededReason(text: string): string | undefined {
  if (text.trim() === "") return "this is part of the record and cannot be left out";
  return isReason(text) ? undefined : "give the reason in a few words";
}
