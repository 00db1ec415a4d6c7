import type { SourceFile } from "../yaml/source-file.ts";
import type { DefinitionMemory } from "./definition-memory.ts";
import type { DefinitionReadings } from "./read-definitions.ts";
import { readEachDefinition } from "./read-each-definition.ts";
import type { EntryPlace, EntryReading } from "./read-entry.ts";
import { salvagedEntry } from "./salvage-entry.ts";

/** Reads any file by way of YAML, and says what is wrong with it. Loaded when there is one that needs it. */
export interface FullReader {
  definitions(files: ReadonlyMap<string, SourceFile>, memory: DefinitionMemory | undefined): DefinitionReadings;
  entry(bytes: Uint8Array, place: EntryPlace): EntryReading;
}

export const fullReader: FullReader = { definitions: readEachDefinition, entry: salvagedEntry };
