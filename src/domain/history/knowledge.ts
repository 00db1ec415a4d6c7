import type { Entry } from "../records/entry.ts";
import { byTime } from "../records/log.ts";

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

/** The same, prepared for many entries of one log. */
export function knowledgeIn(entries: readonly Entry[]): SeenMs {
  const seenMs = seenIn(entries);
  return (entry) => Math.floor(seenMs(entry));
}

/**
 * When an entry came to be seen, in milliseconds since 1970: its own moment, or just behind the entry that it says it
 * was written after, where that is later. A date can be typed, so it does not tell which of two runs was first.
 */
export type SeenMs = (entry: Entry) => number;

export const SEEN_AS_DATED: SeenMs = ({ at }) => at.epochMs;

/** Less than the gap between the moments of two entries, and exact beside milliseconds since 1970. */
const JUST_BEHIND_MS = 1 / 1024;

/** @param entries the whole log; withdrawn entries had been seen too */
export function seenIn(entries: readonly Entry[]): SeenMs {
  const known = new Map<string, number>();
  let byId: ReadonlyMap<string, Entry> | undefined;
  return (entry) => {
    if (entry.after === undefined) return entry.at.epochMs;
    // The entry it names may be back-dated itself. The search ends where entries name each other in a circle.
    const chain: Entry[] = [];
    for (let next: Entry | undefined = entry; next !== undefined && !known.has(next.id);) {
      known.set(next.id, next.at.epochMs);
      chain.push(next);
      const { after }: Entry = next;
      if (after === undefined) break;
      byId ??= new Map(entries.map((one) => [one.id, one]));
      next = byId.get(after);
    }
    for (const { id, at, after } of chain.reverse()) {
      const followed = after === undefined ? undefined : known.get(after);
      if (followed !== undefined) known.set(id, Math.max(at.epochMs, followed + JUST_BEHIND_MS));
    }
    return known.get(entry.id) ?? entry.at.epochMs;
  };
}

/** Orders entries by when they were seen. */
export function bySeen(seenMs: SeenMs): (a: Entry, b: Entry) => number {
  return (a, b) => seenMs(a) - seenMs(b) || byTime(a, b);
}
