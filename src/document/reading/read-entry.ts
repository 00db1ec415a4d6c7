import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { saysAnything } from "../../domain/records/facts.ts";
import { dateIn, type Zone } from "../../domain/scalars/instant.ts";
import { readCanonicalEntry } from "../canonical/canonical-entry.ts";
import { entryId } from "./entry-id.ts";
import { entrySchema, type NewEntry } from "../schema/entry-schema.ts";
import { UNREAD } from "../schema/field.ts";
import { readYaml, readYamlText, type YamlReading } from "../yaml/read-yaml.ts";
import { salvage } from "./salvage.ts";
import { LARGEST_FILE } from "../yaml/source-file.ts";
import { decodeUtf8 } from "../yaml/source-text.ts";
import type { Written } from "../yaml/written.ts";

/** An entry as it was read from its file. */
export interface EntryReading {
  readonly text: string;
  /** Undefined where not even a part could be read. */
  readonly entry: Entry | undefined;
  /** What of it could be read, by the keys of the file. */
  readonly written: Written;
  readonly diagnostics: readonly Diagnostic[];
  readonly unreadable: readonly Place[];
}

const NOTHING: readonly never[] = [];

/** What the name of the file and the charter add to an entry. */
interface EntryPlace {
  readonly file: string;
  readonly id: string;
  readonly zone: Zone;
}

/** The entry in a text, undefined where any of it cannot be read: for what is about to be stored. */
export function readEntry(file: string, text: string, zone: Zone): Entry | undefined {
  const written = readCanonicalEntry(text);
  const place = { file, id: entryId(file), zone };
  const reading =
    written === undefined ? salvagedEntry(readYamlText(text, file), place) : validEntry(text, written, place);
  return reading?.diagnostics.length === 0 ? reading.entry : undefined;
}

/** Reads the bytes of an entry: the canonical form at once, everything else by way of YAML. */
export function readEntryBytes(file: string, id: string, bytes: Uint8Array, zone: Zone): EntryReading {
  const place = { file, id, zone };
  const text = bytes.length > LARGEST_FILE ? undefined : decodeUtf8(bytes);
  const written = text === undefined ? undefined : readCanonicalEntry(text);
  const valid = text === undefined || written === undefined ? undefined : validEntry(text, written, place);
  return valid ?? salvagedEntry(readYaml(bytes, file), place);
}

/** The entry, where all of it is as it should be: nearly every time. */
function validEntry(text: string, written: Written, place: EntryPlace): EntryReading | undefined {
  const entry = entrySchema().quick(written);
  if (entry === UNREAD || !saysAnything(entry)) return undefined;
  return { text, entry: placedEntry(entry, place), written, diagnostics: NOTHING, unreadable: NOTHING };
}

function salvagedEntry(reading: YamlReading, place: EntryPlace): EntryReading {
  const { file } = place;
  const { text, written } = reading;
  if (written === undefined)
    return { text, entry: undefined, written, diagnostics: reading.diagnostics, unreadable: [valueAt(file)] };
  const { value, diagnostics, unreadable } = salvage(entrySchema(), written, file, {
    placeholders: [],
    refused: reading.refused,
  });
  const hollow = value !== undefined && unreadable.length === 0 && !saysAnything(value) ? [emptyEntry(file)] : [];
  return {
    text,
    entry: value && placedEntry(value, place),
    written,
    diagnostics: [...reading.diagnostics, ...diagnostics, ...hollow],
    unreadable,
  };
}

function placedEntry(entry: NewEntry, { file, id, zone }: EntryPlace): Entry {
  return { id, file, date: dateIn(zone, entry.at.epochMs), ...entry };
}

function emptyEntry(file: string): Diagnostic {
  return {
    code: "entry-empty",
    message: "found an entry without a note or a fact, expected at least one",
    place: valueAt(file),
    hint: "add a note, or remove the file",
  };
}
