import type { Place } from "../diagnostics/place.ts";
import { DEFINITION_FILES } from "../domain/records/records.ts";
import { START_NEED_NAMES, START_PARTS, type StartNeed } from "../wording/start-needs.ts";

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

/** Which part of its need a place belongs to: `sponsor`, `target`; undefined where it is about all of it. */
export function startPartAt(place: Place): string | undefined {
  const need = startNeedAt(place);
  if (need === undefined) return undefined;
  if (place.file === DEFINITION_FILES.value) return "payback";
  const names = Object.keys(START_PARTS[need]);
  return (
    place.path.find((step): step is string => typeof step === "string" && names.includes(step)) ??
    OTHER_KEYS[String(place.path.at(-1))]
  );
}

const OTHER_KEYS: Readonly<Record<string, string>> = { ask: "when" };

/** Its place among the five, from 0; a problem that belongs to none comes last. */
export function startNeedRank(place: Place): number {
  const need = startNeedAt(place);
  return need === undefined ? START_NEED_NAMES.length : START_NEED_NAMES.indexOf(need);
}
