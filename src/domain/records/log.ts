import type { Entry, EntrySource } from "./entry.ts";
import { knowledgeOf, SEEN_AS_DATED, seenIn, type SeenMs } from "./seen.ts";
import { FACT_NAMES, finalFact, listsBySaid, type FactName, type Saying } from "./facts.ts";

/** The log as of an instant: what counts, what was withdrawn, and what had not happened yet. */
export interface EffectiveLog {
  /** Entries that count, oldest first. Corrections themselves are among them; they carry no other facts. */
  readonly counted: readonly Entry[];
  /** Every entry up to the instant, oldest first, including withdrawn ones: for views of the whole log. */
  readonly entries: readonly Entry[];
  /** Entries that a correction withdrew, by id, with the correction. */
  readonly withdrawn: ReadonlyMap<string, Entry>;
  /** Entries that nobody could know of at the instant: dated after it, or written after it. */
  readonly later: readonly Entry[];
}

/** Entries by what they say. */
type BySaid = { readonly [K in FactName]: Saying<K>[] };

/** Cached for each list, and released with it. */
const indexes = new WeakMap<readonly Entry[], BySaid>();

/**
 * The entries that say something about a fact, in their order. Nearly every rule looks at one kind of fact, and few
 * entries of a long log have it, so a list is searched once for all rules together.
 */
export function saying<K extends FactName>(entries: readonly Entry[], fact: K): readonly Saying<K>[] {
  let index = indexes.get(entries);
  if (index === undefined) indexes.set(entries, (index = bySaid(entries)));
  return index[fact];
}

/** The entries that say something about any of several facts, in their order. */
export function sayingAny(entries: readonly Entry[], facts: readonly FactName[]): readonly Entry[] {
  const found = new Set<Entry>(facts.flatMap((fact) => saying(entries, fact)));
  return found.size === 0 ? [] : entries.filter((entry) => found.has(entry));
}

function bySaid(entries: readonly Entry[]): BySaid {
  const lists = listsBySaid(entries);
  return Object.fromEntries(FACT_NAMES.map((name, index) => [name, lists[index]!])) as unknown as BySaid;
}

/**
 * The newest moment in a log up to a limit; -Infinity if there is none.
 *
 * @param momentOf the moment of an entry that is meant; its own unless stated
 */
export function newestMoment(entries: readonly Entry[], limitMs: number, momentOf: SeenMs = SEEN_AS_DATED): number {
  let newest = -Infinity;
  for (const entry of entries) {
    const moment = momentOf(entry);
    if (moment <= limitMs && moment > newest) newest = moment;
  }
  return newest;
}

/** By instant, then by id, so that every machine lists the log in the same order. */
export function byTime(a: Entry, b: Entry): number {
  return a.at.epochMs - b.at.epochMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * A new list in the order in which things happened: by time, and of two of one moment the one first that the other says
 * it follows. The tool writes no such two; people and older versions did.
 */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const sorted = [...entries].sort(byTime);
  for (let from = 0, to = 1; from < sorted.length; from = to, to = from + 1) {
    while (to < sorted.length && sorted[to]!.at.epochMs === sorted[from]!.at.epochMs) to++;
    if (to > from + 1) for (const entry of followersLast(sorted.slice(from, to))) sorted[from++] = entry;
  }
  return sorted;
}

/** People do not write logs in which this many entries of the same moment each follow another. */
const LONGEST_CHAIN = 100;

/** Entries of the same moment, each after those that it names, unless they name each other in a circle. */
function followersLast(group: readonly Entry[]): readonly Entry[] {
  const named = (entry: Entry) => [entry.after, ...(entry.supersedes ?? []), entry.undo?.entry];
  const placed = new Set<Entry>();
  const byId = new Map(group.map((entry) => [entry.id, entry]));
  const place = (entry: Entry, above: readonly Entry[]) => {
    if (placed.has(entry) || above.includes(entry) || above.length > LONGEST_CHAIN) return;
    for (const id of named(entry)) {
      const before = id === undefined ? undefined : byId.get(id);
      if (before !== undefined) place(before, [...above, entry]);
    }
    placed.add(entry);
  };
  for (const entry of group) place(entry, []);
  return [...placed];
}

/**
 * `entries` in order of `byTime`. An undo that is itself undone withdraws nothing, nor does one of a final entry; but
 * of two starts, or two passages of one gate, the later one may be withdrawn. Of what was imported from one place
 * several times, the last that was taken counts.
 *
 * Of an earlier instant it is the log as it could be known then: a back-dated entry is part of it from the moment on at
 * which it was written.
 *
 * @param seenMs that of the whole log, where `entries` are a part of it
 */
export function effectiveLog(entries: readonly Entry[], asOf: number, seenMs?: SeenMs): EffectiveLog {
  const knownMs = knowledgeOf(seenMs ?? seenIn(entries));
  const later = asOf === Infinity ? [] : entries.filter((entry) => knownMs(entry) > asOf);
  const gone = new Set(later);
  const here = later.length === 0 ? entries : entries.filter((entry) => !gone.has(entry));
  const withdrawn = withdrawnBy(withdrawing(here));
  replaceImported(here, withdrawn);
  const counted = withdrawn.size === 0 ? here : here.filter((entry) => !withdrawn.has(entry.id));
  return { entries: here, counted, withdrawn, later };
}

/** Corrections, except those of final entries. */
function withdrawing(here: readonly Entry[]): readonly Saying<"undo">[] {
  const undos = saying(here, "undo");
  if (undos.length === 0) return undos;
  const repeated = repeatedActs(here);
  const final = new Set<string>();
  for (const entry of here) if (finalFact(entry) !== undefined && !repeated.has(entry)) final.add(entry.id);
  return undos.filter(({ undo }) => !final.has(undo.entry));
}

/** Starts, and passages of a gate, that came after the first one of their kind. */
export function repeatedActs(entries: readonly Entry[]): ReadonlySet<Entry> {
  const known = new Set<string>();
  const repeated = entries.filter(({ start, gate }) => {
    const act = start !== undefined ? "start" : gate === undefined ? undefined : `gate ${gate.gate}`;
    if (act === undefined) return false;
    if (known.has(act)) return true;
    known.add(act);
    return false;
  });
  return new Set(repeated);
}

/**
 * What corrections withdraw, by id, each with the first that does. Settled by who points at whom and not by time, for
 * an undo and the undo of it may bear the same second: first those that nobody points at, then what they point at.
 */
function withdrawnBy(undos: readonly Saying<"undo">[]): Map<string, Entry> {
  const byId = new Map(undos.map((undo) => [undo.id, undo]));
  const waiting = new Map<string, number>();
  for (const { undo } of undos) waiting.set(undo.entry, (waiting.get(undo.entry) ?? 0) + 1);
  const withdrawn = new Map<string, Entry>();
  const settled = undos.filter(({ id }) => !waiting.has(id));
  for (const undo of settled) {
    const target = undo.undo.entry;
    const first = withdrawn.get(target);
    if (!withdrawn.has(undo.id) && (first === undefined || byTime(undo, first) < 0)) withdrawn.set(target, undo);
    const left = waiting.get(target)! - 1;
    waiting.set(target, left);
    const next = byId.get(target);
    if (left === 0 && next !== undefined) settled.push(next);
  }
  return withdrawn;
}

/**
 * Adds to `withdrawn` what imports have replaced. Two people may import the same, and a source may say something else a
 * day later: of all entries with one key, the one counts that no other replaces. Where several are left, which only a
 * merge can bring about, it is the last. The same content under two keys is the same file, imported on two branches.
 */
function replaceImported(entries: readonly Entry[], withdrawn: Map<string, Entry>): void {
  const imported = saying(entries, "source");
  if (imported.length === 0) return;
  for (const same of importsBy(imported, withdrawn, sourceKey)) {
    const replaced = new Set(same.map(({ source }) => source.replaces));
    const last = same.findLast(({ id }) => !replaced.has(id)) ?? same.at(-1)!;
    for (const entry of same) if (entry !== last) withdrawn.set(entry.id, last);
  }
  for (const same of importsBy(imported, withdrawn, ({ format, sha256 }) => `${format}\n${sha256}`)) {
    const [first, ...others] = same;
    for (const entry of others) withdrawn.set(entry.id, first!);
  }
}

/** Imported entries that still count, several with one key each. */
function importsBy(
  entries: readonly Saying<"source">[],
  withdrawn: ReadonlyMap<string, Entry>,
  keyOf: (source: EntrySource) => string,
): readonly (readonly Saying<"source">[])[] {
  const byKey = new Map<string, Saying<"source">[]>();
  for (const entry of entries) {
    if (withdrawn.has(entry.id)) continue;
    const key = keyOf(entry.source);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [entry]);
    else same.push(entry);
  }
  return [...byKey.values()].filter((same) => same.length > 1);
}

/** One text for format and key, by which imported entries are told apart. */
export function sourceKey({ format, key }: Pick<EntrySource, "format" | "key">): string {
  return `${format}\n${key}`;
}
