import type { Entry } from "../records/entry.ts";
import { byTime } from "../records/log.ts";
import { writtenMs, type SeenMs } from "../records/seen.ts";

/**
 * The moment up to which an author knew the log when an entry was written: that of the entry, or of the newest entry
 * that it names, if that is later because the entry was back-dated or its clock was set back.
 *
 * @param entries the whole log; withdrawn entries had been seen too
 */
export function knownUntil(entry: Entry, entries: readonly Entry[]): number {
  const followed = entry.after === undefined ? undefined : entries.find(({ id }) => id === entry.after);
  return Math.max(writtenMs(entry), followed === undefined ? -Infinity : writtenMs(followed));
}

/** Orders entries by when they were seen. */
export function bySeen(seenMs: SeenMs): (a: Entry, b: Entry) => number {
  return (a, b) => seenMs(a) - seenMs(b) || byTime(a, b);
}
