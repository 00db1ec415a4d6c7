import { MOST_UNKNOWNS, type Triage } from "./charter.ts";

/** What is known at kickoff. Absent: nobody said. */
export interface TriageAnswers {
  readonly unknowns: number;
  readonly patternKnown: boolean;
  readonly valueObvious: boolean;
  readonly owner: boolean;
  readonly sponsor: boolean;
  readonly mvpBudget: boolean;
}

/**
 * Is this a PoC at all? A known pattern with obvious value goes straight to an MVP; a PoC retires one or two unknowns
 * for somebody who will fund and adopt what comes after. The advice is recorded, and binds nobody.
 */
export function triage(answers: TriageAnswers): Triage {
  if (answers.patternKnown && answers.valueObvious)
    return { advice: "mvp", because: ["the pattern is known and the value obvious"] };
  const because = [
    answers.unknowns === 0 ? "no unknown is named" : "",
    answers.unknowns > MOST_UNKNOWNS ? "more than two unknowns make a mini-product" : "",
    answers.owner ? "" : "no owner",
    answers.sponsor ? "" : "no sponsor",
    answers.mvpBudget ? "" : "no MVP budget",
  ].filter((reason) => reason !== "");
  return { advice: because.length === 0 ? "poc" : "not-yet", because };
}
