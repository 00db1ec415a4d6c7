import type { Code } from "../../diagnostics/catalogue.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Zone } from "../../domain/scalars/instant.ts";
import { inOrder } from "../../domain/records/log.ts";
import { DEFINITION_FILES, LOG_FOLDER, type Records } from "../../domain/records/records.ts";
import { entryId, isCopyName, isToolName } from "./entry-id.ts";
import { keptOrRead, type DefinitionStore } from "./kept-definitions.ts";
import { readDefinitions } from "./read-definitions.ts";
import { readEntryBytes } from "./read-entry.ts";
import { entryReferences, LoggedRisks, valueReferences, type KnownIds } from "./references.ts";
import type { SourceFile } from "../yaml/source-file.ts";
import { readText } from "../yaml/source-text.ts";
import { Sources } from "../places/sources.ts";

export interface ReadRecords {
  readonly records: Records;
  /** Every problem of every file, in the order of the files. Places are symbolic; `locate` resolves them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/**
 * Reads the files of a PoC folder, all of them, each as far as it goes. What cannot be read is dropped and named in
 * `records.unreadable`; the rest stays usable.
 */
export function readRecords(
  files: readonly SourceFile[],
  zoneOf: (name: string) => Zone | undefined,
  memos: readonly string[],
  store?: DefinitionStore,
): ReadRecords {
  const isEntry = ({ name }: SourceFile) => name.startsWith(`${LOG_FOLDER}/`);
  const defining = new Map(files.filter((file) => !isEntry(file)).map((file) => [file.name, file]));
  const definitions = readDefinitions(keptOrRead(defining, store), zoneOf);
  const log = readLog(files.filter(isEntry), definitions.zone, definitions.ids);
  const cited = valueReferences(
    definitions.value,
    DEFINITION_FILES.value,
    new Set(files.filter(isEntry).map(({ name }) => entryId(name))),
  );
  const misplaced = files.filter(({ name }) => name === LOG_FOLDER);
  const records: Records = {
    definitions: definitions.definitions,
    log: log.entries,
    placeholders: definitions.placeholders,
    unreadable: [...definitions.unreadable, ...misplaced.map(({ name }) => valueAt(name)), ...log.unreadable],
    zone: definitions.zone,
    memos: [...memos].sort(),
  };
  return {
    records,
    diagnostics: [...definitions.diagnostics, ...cited, ...misplaced.flatMap(faultOf), ...log.diagnostics],
    sources: new Sources([definitions.texts, log.texts], definitions.outlines),
  };
}

interface LogReading {
  readonly entries: readonly Entry[];
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  readonly unreadable: readonly Place[];
}

function readLog(files: readonly SourceFile[], zone: Zone, ids: Omit<KnownIds, "entries">): LogReading {
  const entries: Entry[] = [];
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const unreadable: Place[] = [];
  const risks = new LoggedRisks(ids.risks);
  const fileOf = new Map<string, string>();
  const names = files.map(({ name }) => entryId(name));
  const known = { ...ids, entries: new Set(names) };
  for (const { file, id } of originalsFirst(files, names)) {
    const { name } = file;
    if ("fault" in file && !isBroken(file.fault.code)) {
      diagnostics.push(...faultOf(file));
      continue;
    }
    const first = fileOf.get(id);
    if (first !== undefined) {
      if ("bytes" in file) texts.set(name, readText(file.bytes).text);
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
    const reading = readEntryBytes(name, id, file.bytes, zone);
    texts.set(name, reading.text);
    if (reading.entry !== undefined) entries.push(reading.entry);
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    for (const place of reading.unreadable) unreadable.push(place);
    for (const diagnostic of entryReferences(reading.written, name, known)) diagnostics.push(diagnostic);
    risks.add(reading.written, name);
  }
  diagnostics.push(...risks.diagnostics());
  const sorted = inOrder(entries);
  const { copies, alike } = copiesAmong(sorted, texts);
  for (const [copy, original] of copies) diagnostics.push(copied(copy.file, original.file));
  for (const [one, other] of alike) diagnostics.push(saidTwice(one, other));
  const counted = copies.size === 0 ? sorted : sorted.filter((entry) => !copies.has(entry));
  return { entries: counted, texts, diagnostics, unreadable };
}

/** A file that is no entry is named, and says nothing of the records: they can be judged without it. */
function isBroken(code: Code): boolean {
  return code !== "log-file-not-read";
}

interface Named {
  readonly file: SourceFile;
  readonly id: string;
}

/**
 * Files with their ids, copies by their names behind all others: of two with one id the original is the one that
 * counts.
 */
function originalsFirst(files: readonly SourceFile[], ids: readonly string[]): readonly Named[] {
  const named = files.map((file, index) => ({ file, id: ids[index]! }));
  const copies = named.filter(({ file }) => isCopyName(file.name));
  return copies.length === 0 ? named : [...named.filter(({ file }) => !isCopyName(file.name)), ...copies];
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
function copiesAmong(entries: readonly Entry[], texts: ReadonlyMap<string, string>): Copies {
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
