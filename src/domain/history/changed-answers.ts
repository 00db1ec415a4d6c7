import type { Entry } from "../records/entry.ts";
import { saying } from "../records/log.ts";
import { writtenOn } from "../records/seen.ts";

/** A question of a kill criterion that was answered yes and no on one day. The last answer counts. */
export interface ChangedAnswer {
  /** The id of the kill criterion. */
  readonly criterion: string;
  /** In the order in which they were given; all were written on one day. */
  readonly answers: readonly { readonly answer: "yes" | "no"; readonly entry: Entry }[];
}

/**
 * Answers that changed within a day. At the end of the day no verdict shows the other answer, so a yes could be taken
 * back unseen. Withdrawn answers are left out, because the log shows them.
 */
export function changedAnswers(counted: readonly Entry[]): readonly ChangedAnswer[] {
  const days = new Map<string, ChangedAnswer>();
  for (const entry of saying(counted, "answers")) {
    for (const [criterion, answer] of entry.answers) {
      const key = `${writtenOn(entry)} ${criterion}`;
      days.set(key, { criterion, answers: [...(days.get(key)?.answers ?? []), { answer, entry }] });
    }
  }
  return [...days.values()].filter(({ answers }) => new Set(answers.map(({ answer }) => answer)).size > 1);
}
