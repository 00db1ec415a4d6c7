import type { Entry } from "../records/entry.ts";

/**
 * Up to which moment an author knew the log when an entry was written: that of the entry, or of the newest one that it
 * says it follows, where that is later because the entry was dated back or its clock was set back.
 *
 * @param entries the whole log; withdrawn entries had been seen too
 */
export function knownUntil({ at, after }: Entry, entries: readonly Entry[]): number {
  const followed = after === undefined ? undefined : entries.find(({ id }) => id === after);
  return Math.max(at.epochMs, followed?.at.epochMs ?? -Infinity);
}
