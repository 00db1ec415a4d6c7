import type { CivilDate } from "../scalars/calendar.ts";
import { dateIn } from "../scalars/instant.ts";
import type { Entry } from "./entry.ts";

/**
 * When an entry came to be seen, in milliseconds since 1970: when it was written, or just behind the entry that it says
 * it was written after, where that is later. A date can be typed, so it does not tell which of two runs was first.
 */
export type SeenMs = (entry: Entry) => number;

export const SEEN_AS_DATED: SeenMs = ({ at }) => at.epochMs;

/** When an entry was written: its own moment, unless it is back-dated. In milliseconds since 1970. */
export const writtenMs: SeenMs = ({ at, logged }) =>
  logged === undefined ? at.epochMs : Math.max(at.epochMs, logged.epochMs);

/** The day on which an entry was written, by the clock that wrote it: its own, unless it is back-dated. */
export function writtenOn({ at, date, logged }: Pick<Entry, "at" | "date" | "logged">): CivilDate {
  if (logged === undefined || logged.epochMs <= at.epochMs) return date;
  return dateIn({ name: "", offsetAt: () => logged.offset }, logged.epochMs);
}

/** Less than the gap between the moments of two entries, and exact beside milliseconds since 1970. */
const JUST_BEHIND_MS = 1 / 1024;

/** Kept for each list, and released with it. */
const known = new WeakMap<readonly Entry[], SeenMs>();

/** @param entries the whole log; withdrawn entries had been seen too */
export function seenIn(entries: readonly Entry[]): SeenMs {
  let seenMs = known.get(entries);
  if (seenMs === undefined) known.set(entries, (seenMs = seenAmong(entries)));
  return seenMs;
}

function seenAmong(entries: readonly Entry[]): SeenMs {
  const seen = new Map<string, number>();
  let byId: ReadonlyMap<string, Entry> | undefined;
  return (entry) => {
    if (entry.after === undefined) return writtenMs(entry);
    // The entry it names may be back-dated itself. The search ends where entries name each other in a circle.
    const chain: Entry[] = [];
    for (let next: Entry | undefined = entry; next !== undefined && !seen.has(next.id);) {
      seen.set(next.id, writtenMs(next));
      chain.push(next);
      const { after }: Entry = next;
      if (after === undefined) break;
      byId ??= new Map(entries.map((one) => [one.id, one]));
      next = byId.get(after);
    }
    for (const one of chain.reverse()) {
      const followed = one.after === undefined ? undefined : seen.get(one.after);
      if (followed !== undefined) seen.set(one.id, Math.max(writtenMs(one), followed + JUST_BEHIND_MS));
    }
    return seen.get(entry.id) ?? writtenMs(entry);
  };
}

/**
 * The same to the millisecond: from this moment on the entry is part of what is known, and not before, whatever day it
 * is dated to. This alone decides what the log was at the end of a day.
 */
export function knowledgeIn(entries: readonly Entry[]): SeenMs {
  return knowledgeOf(seenIn(entries));
}

export function knowledgeOf(seenMs: SeenMs): SeenMs {
  return (entry) => Math.floor(seenMs(entry));
}
