import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { saysAnything } from "../../domain/records/facts.ts";
import { dateIn, type Zone } from "../../domain/scalars/instant.ts";
import { readCanonicalEntry } from "../canonical/canonical-entry.ts";
import { entryId } from "./entry-id.ts";
import type { Outline } from "../places/outline.ts";
import { entrySchema, type NewEntry } from "../schema/entry-schema.ts";
import { UNREAD } from "../schema/field.ts";
import { LARGEST_FILE } from "../yaml/source-file.ts";
import { decodeUtf8 } from "../yaml/source-text.ts";
import type { Written } from "../yaml/written.ts";

/** An entry as it was read from its file. */
export interface EntryReading {
  readonly text: string;
  /** Whether its text is in the canonical form, so that it tells where its parts stand. */
  readonly canonical: boolean;
  /** Where its parts stand, where it was read by way of YAML; undefined where it is none. */
  readonly outline?: Outline | undefined;
  /** Undefined where not even a part could be read. */
  readonly entry: Entry | undefined;
  /** What of it could be read, by the keys of the file. */
  readonly written: Written;
  readonly diagnostics: readonly Diagnostic[];
  readonly unreadable: readonly Place[];
}

const NOTHING: readonly never[] = [];

/** What the name of the file and the charter add to an entry. */
export interface EntryPlace {
  readonly file: string;
  readonly id: string;
  readonly zone: Zone;
}

/** The entry in a canonical text, undefined where any of it cannot be read: for what is about to be stored. */
export function readEntry(file: string, text: string, zone: Zone): Entry | undefined {
  return canonicalReading(text, { file, id: entryId(file), zone })?.entry;
}

/** Reads the bytes of an entry in the canonical form, where all of it is as it should be: nearly every time. */
export function readCanonicalBytes(bytes: Uint8Array, place: EntryPlace): EntryReading | undefined {
  const text = bytes.length > LARGEST_FILE ? undefined : decodeUtf8(bytes);
  return text === undefined ? undefined : canonicalReading(text, place);
}

function canonicalReading(text: string, place: EntryPlace): EntryReading | undefined {
  const written = readCanonicalEntry(text);
  if (written === undefined) return undefined;
  const entry = entrySchema().quick(written);
  if (entry === UNREAD || !saysAnything(entry)) return undefined;
  return {
    text,
    canonical: true,
    entry: placedEntry(entry, place),
    written,
    diagnostics: NOTHING,
    unreadable: NOTHING,
  };
}

export function placedEntry(entry: NewEntry, { file, id, zone }: EntryPlace): Entry {
  return { id, file, date: dateIn(zone, entry.at.epochMs), ...entry };
}
