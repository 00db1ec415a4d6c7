import type { Entry } from "./entry.ts";

/** The log as of an instant: what counts, what was withdrawn, and what had not happened yet. */
export interface EffectiveLog {
  /** Entries that count, oldest first. Corrections themselves are among them; they carry no other facts. */
  readonly counted: readonly Entry[];
  /** Every entry up to the instant, oldest first, what was withdrawn among them: for whoever shows the whole log. */
  readonly entries: readonly Entry[];
  /** Entries that a correction withdrew, by id, with the correction. */
  readonly withdrawn: ReadonlyMap<string, Entry>;
  /** Entries dated after the instant. */
  readonly later: readonly Entry[];
}

/** By instant, then by id, so that two machines list the same log alike. */
export function byTime(a: Entry, b: Entry): number {
  return a.at.epochMs - b.at.epochMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** `entries` in order of `byTime`. An undo that is itself undone withdraws nothing. */
export function effectiveLog(entries: readonly Entry[], asOf: number): EffectiveLog {
  const here = entries.filter((entry) => entry.at.epochMs <= asOf);
  const later = entries.filter((entry) => entry.at.epochMs > asOf);
  const undos = here.filter((entry) => entry.undo !== undefined);
  const withdrawn = new Map<string, Entry>();
  // The newest correction is withdrawn by nobody, so going backwards each one is settled when it is reached.
  for (const undo of undos.toReversed()) {
    if (!withdrawn.has(undo.id)) withdrawn.set(undo.undo!.entry, undo);
  }
  return { entries: here, counted: here.filter((entry) => !withdrawn.has(entry.id)), withdrawn, later };
}
