import type { Code } from "../../diagnostics/catalogue.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Zone } from "../../domain/scalars/instant.ts";
import { inOrder } from "../../domain/records/log.ts";
import { DEFINITION_FILES, LOG_FOLDER, type Records } from "../../domain/records/records.ts";
import { EntryTexts } from "./entry-texts.ts";
import { entryIdentity, isToolName, type EntryIdentity } from "./entry-id.ts";
import type { DefinitionMemory } from "./definition-memory.ts";
import type { FullReader } from "./full-reader.ts";
import { keepDefinitions, keptDefinitions, type DefinitionStore } from "./kept-definitions.ts";
import { readDefinitions, type DefinitionReadings, type DefinitionsReading } from "./read-definitions.ts";
import { readCanonicalBytes } from "./read-entry.ts";
import { entryReferences, LoggedRisks, namesOnlyKnown, valueReferences, type KnownIds } from "./references.ts";
import type { SourceFile } from "../yaml/source-file.ts";
import { canonicalOutline } from "../canonical/canonical-outline.ts";
import type { Outline } from "../places/outline.ts";
import { Sources, type Texts } from "../places/sources.ts";

export interface ReadRecords {
  readonly records: Records;
  /** Every problem of every file, in the order of the files. Places are symbolic; `locate` resolves them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** The files of a PoC folder, and what else is known about them. */
export interface RecordFiles {
  readonly files: readonly SourceFile[];
  /** Entries that are not among the files; they come before those. */
  readonly entries?: EntryFiles | undefined;
  readonly zoneOf: (name: string) => Zone | undefined;
  readonly memos: readonly string[];
  /** Where definitions are kept; undefined where they are to be read anew. */
  readonly store?: DefinitionStore | undefined;
  /** What was read of other PoCs in the same run; undefined if there is only one. */
  readonly memory?: DefinitionMemory | undefined;
}

/** Entries that are read one after the other. A value from `read` is valid only until the next one is read. */
export interface EntryFiles {
  /** With their folder, sorted. */
  readonly names: readonly string[];
  read(name: string): SourceFile;
}

/**
 * Reads the files of a PoC folder, all of them, each as far as it goes. What cannot be read is dropped and named in
 * `records.unreadable`; the rest stays usable.
 */
export async function readRecords(folder: RecordFiles): Promise<ReadRecords> {
  const steps = recordsOf(folder);
  let step = steps.next();
  // The parser of YAML is loaded where something cannot be read without it.
  while (step.done !== true) step = steps.next((await import("./full-reader.ts")).fullReader);
  return step.value;
}

/** The same by a reader that is there already. */
export function fullRecords(folder: RecordFiles, reader: FullReader): ReadRecords {
  const steps = recordsOf(folder);
  let step = steps.next();
  while (step.done !== true) step = steps.next(reader);
  return step.value;
}

/** Reading that stops where it needs the full reader, and goes on with it. */
type Reading<T> = Generator<void, T, FullReader>;

function* definitionReadings(folder: RecordFiles): Reading<DefinitionReadings> {
  const { store, memory } = folder;
  const defining = definitionFiles(folder.files);
  const kept = store === undefined ? undefined : keptDefinitions(defining, store);
  if (kept !== undefined) return kept;
  const each = (yield).definitions(defining, memory);
  if (store !== undefined) keepDefinitions(defining, store, each);
  return each;
}

function isEntry({ name }: SourceFile): boolean {
  return name.startsWith(`${LOG_FOLDER}/`);
}

function definitionFiles(files: readonly SourceFile[]): ReadonlyMap<string, SourceFile> {
  return new Map(files.filter((file) => !isEntry(file)).map((file) => [file.name, file]));
}

function* recordsOf(folder: RecordFiles): Reading<ReadRecords> {
  const { files, zoneOf, memos } = folder;
  const definitions = readDefinitions(yield* definitionReadings(folder), zoneOf);
  const log = yield* readLog(folder, definitions);
  const cited = valueReferences(definitions.value, DEFINITION_FILES.value, log.ids);
  const misplaced = files.filter(({ name }) => name === LOG_FOLDER);
  const records: Records = {
    definitions: definitions.definitions,
    log: log.entries,
    placeholders: definitions.placeholders,
    unreadable: [...definitions.unreadable, ...misplaced.map(({ name }) => valueAt(name)), ...log.unreadable],
    zone: definitions.zone,
    memos: [...memos].sort(),
  };
  const outlines = new Map([...definitions.outlines, ...log.outlines]);
  return {
    records,
    diagnostics: [...definitions.diagnostics, ...cited, ...misplaced.flatMap(faultOf), ...log.diagnostics],
    sources: new Sources([definitions.texts, log.texts], (file, text) =>
      outlines.has(file) || !file.startsWith(`${LOG_FOLDER}/`) ? outlines.get(file) : canonicalOutline(text),
    ),
  };
}

interface LogReading {
  readonly entries: readonly Entry[];
  /** For everything that is named like an entry, readable or not. */
  readonly ids: () => ReadonlySet<string>;
  readonly texts: Texts;
  /** Of entries that are not in the canonical form; undefined where a text has none. */
  readonly outlines: ReadonlyMap<string, Outline | undefined>;
  readonly diagnostics: readonly Diagnostic[];
  readonly unreadable: readonly Place[];
}

const NO_ENTRIES: EntryFiles = { names: [], read: (name) => ({ name, bytes: new Uint8Array() }) };

function* readLog(folder: RecordFiles, { zone, ids }: DefinitionsReading): Reading<LogReading> {
  const { names, read } = folder.entries ?? NO_ENTRIES;
  const given = folder.files.filter(isEntry);
  const entries: Entry[] = [];
  const texts = new EntryTexts();
  const outlines = new Map<string, Outline | undefined>();
  const diagnostics: Diagnostic[] = [];
  const unreadable: Place[] = [];
  const risks = new LoggedRisks(ids.risks);
  const fileOf = new Map<string, string>();
  const all = [...names.map((name) => named(name)), ...given.map((file) => named(file.name, file))];
  let everyId: ReadonlySet<string> | undefined;
  const allIds = () => (everyId ??= new Set(all.map(({ id }) => id)));
  const known: KnownIds = {
    ...ids,
    // Most entries name no other one, and a set of a hundred thousand is work.
    get entries() {
      return allIds();
    },
  };
  let reader: FullReader | undefined;
  for (const { name, id, given: file = read(name) } of originalsFirst(all)) {
    if ("fault" in file && !isBroken(file.fault.code)) {
      diagnostics.push(...faultOf(file));
      continue;
    }
    const first = fileOf.get(id);
    if (first !== undefined) {
      if ("bytes" in file) texts.add(name, file.bytes);
      if ("bytes" in file && texts.get(name) === texts.get(first)) {
        diagnostics.push(copied(name, first));
        continue;
      }
      diagnostics.push(sameId(id, name, first));
      unreadable.push(valueAt(name));
      continue;
    }
    fileOf.set(id, name);
    if ("fault" in file) {
      diagnostics.push(...faultOf(file));
      unreadable.push(valueAt(name));
      continue;
    }
    const place = { file: name, id, zone };
    const reading = readCanonicalBytes(file.bytes, place) ?? (reader ??= yield).entry(file.bytes, place);
    texts.add(name, file.bytes);
    if (!reading.canonical) outlines.set(name, reading.outline);
    if (reading.entry !== undefined) entries.push(reading.entry);
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    for (const place of reading.unreadable) unreadable.push(place);
    if (reading.canonical && reading.entry !== undefined && namesOnlyKnown(reading.entry, known)) continue;
    const written = reading.written();
    for (const diagnostic of entryReferences(written, name, known)) diagnostics.push(diagnostic);
    risks.add(written, name);
  }
  diagnostics.push(...risks.diagnostics());
  const sorted = inOrder(entries);
  const { copies, alike } = copiesAmong(sorted, texts);
  for (const [copy, original] of copies) diagnostics.push(copied(copy.file, original.file));
  for (const [one, other] of alike) diagnostics.push(saidTwice(one, other));
  const counted = copies.size === 0 ? sorted : sorted.filter((entry) => !copies.has(entry));
  return { entries: counted, ids: allIds, texts, outlines, diagnostics, unreadable };
}

/** A file that is not an entry is named, and says nothing about the records: they can be judged without it. */
function isBroken(code: Code): boolean {
  return code !== "log-file-not-read";
}

interface Named extends EntryIdentity {
  readonly name: string;
  /** Undefined where it is read in its turn. */
  readonly given: SourceFile | undefined;
}

function named(name: string, given?: SourceFile): Named {
  const { id, isCopy } = entryIdentity(name);
  return { name, id, isCopy, given };
}

/**
 * Files with their ids, copies by their names behind all others: of two with one id the original is the one that
 * counts.
 */
function originalsFirst(files: readonly Named[]): readonly Named[] {
  const copies = files.filter(({ isCopy }) => isCopy);
  return copies.length === 0 ? files : [...files.filter(({ isCopy }) => !isCopy), ...copies];
}

interface Copies {
  /** Entries that are copies by their names, each with the one that counts. */
  readonly copies: ReadonlyMap<Entry, Entry>;
  /** Entries under names that `poc` gave: both count, and a person should look at them. */
  readonly alike: ReadonlyMap<Entry, Entry>;
}

/**
 * Entries with the very text of another, each with that other one. Names that `poc` gave differ because the entries
 * do: scripts may log the same twice in one second, and by chance at one millisecond. `entries` in order of time.
 */
function copiesAmong(entries: readonly Entry[], texts: Texts): Copies {
  const copies = new Map<Entry, Entry>();
  const alike = new Map<Entry, Entry>();
  for (let from = 0, to = 1; from < entries.length; from = to, to = from + 1) {
    while (to < entries.length && entries[to]!.at.epochMs === entries[from]!.at.epochMs) to++;
    if (to === from + 1) continue;
    const group = entries.slice(from, to);
    const originals = new Map<string | undefined, Entry>();
    for (const entry of group.filter(({ file }) => isToolName(file))) {
      const text = texts.get(entry.file);
      const first = originals.get(text);
      // A time in whole seconds is of before instants carried milliseconds, or was typed.
      if (first !== undefined && entry.at.epochMs % 1000 !== 0) alike.set(entry, first);
      else originals.set(text, entry);
    }
    for (const entry of group) {
      if (isToolName(entry.file)) continue;
      const text = texts.get(entry.file);
      const original = originals.get(text);
      if (original === undefined) originals.set(text, entry);
      else copies.set(entry, original);
    }
  }
  return { copies, alike };
}

function saidTwice({ id, file }: Entry, other: Entry): Diagnostic {
  return {
    code: "entry-twice",
    message: `${file} says the same as ${other.file}, to the millisecond, and both count`,
    place: valueAt(file),
    related: [{ place: valueAt(other.file), label: "it says the same" }],
    hint: `if it is a copy: poc undo ${id}`,
  };
}

function copied(file: string, original: string): Diagnostic {
  return {
    code: "entry-copied",
    message: `${file} is a copy of ${original}, and is counted once`,
    place: valueAt(file),
    related: [{ place: valueAt(original), label: "this one counts" }],
    hint: `remove the copy: rm "${file}"`,
  };
}

function faultOf(file: SourceFile): readonly Diagnostic[] {
  return "fault" in file ? [{ ...file.fault, place: valueAt(file.name) }] : [];
}

/** Two entries with one id: a copy under another name, most of the time. Counting both would count its facts twice. */
function sameId(id: string, file: string, first: string): Diagnostic {
  return {
    code: "duplicate-id",
    message: `found the id ${id} in ${file} and in ${first}, expected it in one file`,
    place: valueAt(file),
    related: [{ place: valueAt(first), label: "it belongs to this entry" }],
    hint: "remove the copy, or give its file another name",
  };
}
