import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Zone } from "../../domain/scalars/instant.ts";
import { byTime } from "../../domain/records/log.ts";
import { DEFINITION_FILES, LOG_FOLDER, type Records } from "../../domain/records/records.ts";
import { entryId } from "./entry-id.ts";
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
): ReadRecords {
  const isEntry = ({ name }: SourceFile) => name.startsWith(`${LOG_FOLDER}/`);
  const definitions = readDefinitions(
    new Map(files.filter((file) => !isEntry(file)).map((file) => [file.name, file])),
    zoneOf,
  );
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
    sources: new Sources([definitions.texts, log.texts]),
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
  for (const [index, file] of files.entries()) {
    const { name } = file;
    const id = names[index] ?? entryId(name);
    const first = fileOf.get(id);
    if (first !== undefined) {
      diagnostics.push(sameId(id, name, first));
      unreadable.push(valueAt(name));
      if ("bytes" in file) texts.set(name, readText(file.bytes).text);
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
  return { entries: entries.sort(byTime), texts, diagnostics, unreadable };
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
