import type { Entry } from "./entry.ts";
import { finalFact } from "./facts.ts";

/** The log as of an instant: what counts, what was withdrawn, and what had not happened yet. */
export interface EffectiveLog {
  /** Entries that count, oldest first. Corrections themselves are among them; they carry no other facts. */
  readonly counted: readonly Entry[];
  /** Every entry up to the instant, oldest first, what was withdrawn among them: for views of the whole log. */
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

/** `entries` in order of `byTime`. An undo that is itself undone withdraws nothing, nor does one of a final entry. */
export function effectiveLog(entries: readonly Entry[], asOf: number): EffectiveLog {
  const here = entries.filter((entry) => entry.at.epochMs <= asOf);
  const later = entries.filter((entry) => entry.at.epochMs > asOf);
  const final = new Set(here.filter((entry) => finalFact(entry) !== undefined).map(({ id }) => id));
  const withdrawn = withdrawnBy(here.filter(({ undo }) => undo !== undefined && !final.has(undo.entry)));
  return { entries: here, counted: here.filter((entry) => !withdrawn.has(entry.id)), withdrawn, later };
}

/**
 * What corrections withdraw, by id, each with the first that does. Settled by who points at whom and not by time, for
 * an undo and the undo of it may bear the same second: first those that nobody points at, then what they point at.
 */
function withdrawnBy(undos: readonly Entry[]): ReadonlyMap<string, Entry> {
  const byId = new Map(undos.map((undo) => [undo.id, undo]));
  const waiting = new Map<string, number>();
  for (const { undo } of undos) waiting.set(undo!.entry, (waiting.get(undo!.entry) ?? 0) + 1);
  const withdrawn = new Map<string, Entry>();
  const settled = undos.filter(({ id }) => !waiting.has(id));
  for (const undo of settled) {
    const target = undo.undo!.entry;
    const first = withdrawn.get(target);
    if (!withdrawn.has(undo.id) && (first === undefined || byTime(undo, first) < 0)) withdrawn.set(target, undo);
    const left = waiting.get(target)! - 1;
    waiting.set(target, left);
    const next = byId.get(target);
    if (left === 0 && next !== undefined) settled.push(next);
  }
  return withdrawn;
}
