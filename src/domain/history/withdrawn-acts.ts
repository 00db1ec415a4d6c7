import type { Entry } from "../records/entry.ts";
import type { EffectiveLog } from "../records/log.ts";
import { driftBetween } from "../records/terms.ts";

/** A start or the passage of a gate that was withdrawn because there was another one. */
export interface WithdrawnAct {
  readonly entry: Entry;
  readonly correction: Entry;
  /** The one that holds instead. */
  readonly kept: Entry | undefined;
  /** For a start: the terms that it froze differently from the start that holds. */
  readonly terms: readonly string[];
}

export function withdrawnActs({ counted, entries, withdrawn }: EffectiveLog): readonly WithdrawnAct[] {
  if (withdrawn.size === 0) return [];
  return entries.flatMap((entry) => {
    const correction = withdrawn.get(entry.id);
    if (correction === undefined || (entry.start === undefined && entry.gate === undefined)) return [];
    const kept = counted.find(({ start, gate }) =>
      entry.start === undefined ? gate?.gate === entry.gate?.gate : start !== undefined,
    );
    const [before, now] = [entry.start?.terms, kept?.start?.terms];
    const terms = before === undefined || now === undefined ? [] : driftBetween(before, now).map(({ term }) => term);
    return [{ entry, correction, kept, terms }];
  });
}
