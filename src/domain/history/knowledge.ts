import type { Entry } from "../records/entry.ts";

/**
 * The moment up to which an author knew the log when an entry was written: that of the entry, or of the newest entry
 * that it names, if that is later because the entry was back-dated or its clock was set back.
 *
 * @param entries the whole log; withdrawn entries had been seen too
 */
export function knownUntil({ at, after }: Entry, entries: readonly Entry[]): number {
  const followed = after === undefined ? undefined : entries.find(({ id }) => id === after);
  return Math.max(at.epochMs, followed?.at.epochMs ?? -Infinity);
}

/** The same, to be asked of many entries of one log. */
export function knowledgeIn(entries: readonly Entry[]): (entry: Entry) => number {
  let moments: ReadonlyMap<string, number> | undefined;
  return ({ at, after }) => {
    if (after === undefined) return at.epochMs;
    moments ??= new Map(entries.map((entry) => [entry.id, entry.at.epochMs]));
    return Math.max(at.epochMs, moments.get(after) ?? -Infinity);
  };
}
