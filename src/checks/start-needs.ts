import type { Place } from "../diagnostics/place.ts";
import { DEFINITION_FILES } from "../domain/records/records.ts";

/** What `poc start` needs, in the order in which a team finds it out: five things, each said in a few words. */
export const START_NEEDS = {
  question: "the question, and what is not known yet",
  people: "who owns it, and who sponsors it",
  limits: "the time and the money that it may take",
  proof: "what must be shown: a metric with its baseline, target and cases, and the payback",
  end: "what ends the work, and by which day",
} as const;

export type StartNeed = keyof typeof START_NEEDS;

const OF_CHARTER: Readonly<Record<string, StartNeed>> = {
  question: "question",
  unknowns: "question",
  owner: "people",
  sponsor: "people",
};

const OF_FILES: Readonly<Record<string, StartNeed>> = {
  [DEFINITION_FILES.charter]: "limits",
  [DEFINITION_FILES.evals]: "proof",
  [DEFINITION_FILES.value]: "proof",
  [DEFINITION_FILES.killCriteria]: "end",
};

/** The need that a place of what `startProblems` found belongs to; undefined where it belongs to none. */
export function startNeedAt({ file, path: [key] }: Place): StartNeed | undefined {
  const ofKey = typeof key === "string" && file === DEFINITION_FILES.charter ? OF_CHARTER[key] : undefined;
  return ofKey ?? OF_FILES[file];
}

/** Its place among the five, from 0; what belongs to none comes last. */
export function startNeedRank(place: Place): number {
  const need = startNeedAt(place);
  return need === undefined ? Object.keys(START_NEEDS).length : Object.keys(START_NEEDS).indexOf(need);
}
