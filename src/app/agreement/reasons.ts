import { isReason } from "../../domain/scalars/reason.ts";
import type { UsageProblem } from "../ports/faults.ts";

/** What is wrong with reasons that were typed: each with its flag; one that was left out is no matter of this. */
export function reasonProblems(typed: readonly (readonly [flag: string, text: string | undefined])[]) {
  return typed.flatMap(([flag, text]): readonly UsageProblem[] =>
    text === undefined || text.trim() === "" || isReason(text)
      ? []
      : [{ message: `${flag}: found "${text.trim()}", expected a reason`, hint: "say why in a few words" }],
  );
}

/** Refuses an answer that gives no reason, to a question whose answer becomes part of the record. */
export function neededReason(text: string): string | undefined {
  if (text.trim() === "") return "this is part of the record and cannot be left out";
  return isReason(text) ? undefined : "say why in a few words";
}
