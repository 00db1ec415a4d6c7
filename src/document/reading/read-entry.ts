import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { saysAnything } from "../../domain/records/facts.ts";
import { dateIn, type Zone } from "../../domain/scalars/instant.ts";
import { readCanonicalEntry } from "../canonical/canonical-entry.ts";
import { entryId } from "./entry-id.ts";
import type { Outline } from "../places/outline.ts";
import { entryIn, entrySchema, scanEntry, type WrittenFacts } from "../schema/entry-schema.ts";
import { UNREAD } from "../schema/field.ts";
import { LARGEST_FILE } from "../yaml/source-file.ts";
import { decodeUtf8 } from "../yaml/source-text.ts";
import type { Written } from "../yaml/written.ts";

/** An entry as it was read from its file. */
export interface EntryReading {
  readonly text: string;
  /** Whether its text is in the canonical form, so that it tells where its parts stand. */
  readonly canonical: boolean;
  /** Where its parts are, if it was read as YAML; undefined if it is not YAML. */
  readonly outline?: Outline | undefined;
  /** Undefined where not even a part could be read. */
  readonly entry: Entry | undefined;
  /** The readable part, by the keys of the file. Needed only if the entry names something unknown. */
  readonly written: () => Written;
  readonly diagnostics: readonly Diagnostic[];
  readonly unreadable: readonly Place[];
}

/** Longer ones are counted value by value (`readCanonicalEntry`). */
const LONGEST_SCANNED = 64 * 1024;

const NOTHING: readonly never[] = [];

/** What the file name and the charter add to an entry. */
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
  const said = text.length > LONGEST_SCANNED ? UNREAD : scanEntry(text);
  if (said !== UNREAD) return readingOf(text, said, place);
  const written = readCanonicalEntry(text);
  const read = written === undefined ? UNREAD : entrySchema().quick(written);
  return read === UNREAD ? undefined : readingOf(text, read, place);
}

/** Undefined where nothing is said, which the full reader tells. */
function readingOf(text: string, said: WrittenFacts, place: EntryPlace): EntryReading | undefined {
  const entry = placedEntry(said, place);
  if (!saysAnything(entry)) return undefined;
  return {
    text,
    canonical: true,
    entry,
    written: () => readCanonicalEntry(text),
    diagnostics: NOTHING,
    unreadable: NOTHING,
  };
}

export function placedEntry(said: WrittenFacts, { file, id, zone }: EntryPlace): Entry {
  return entryIn({ id, file, date: dateIn(zone, said.at.epochMs) }, said);
}
