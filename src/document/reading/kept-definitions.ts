// The only thing that is kept between runs, because reading seven files by way of YAML is half of what a daily command
// costs. It stands in for `readEachDefinition` and can be deleted: what it gives back is what that would have given.
// Kept is by exact texts and names: no hash, size or time decides.

import type { SourceFile } from "../yaml/source-file.ts";
import { decodeUtf8 } from "../yaml/source-text.ts";
import { fromKeptForm, keptForm } from "./kept-form.ts";
import type { DefinitionReadings } from "./read-definitions.ts";

/** Where the last reading of one folder is kept. What comes out of it was put there by the same user. */
export interface DefinitionStore {
  /** Names the build: another one may read the same text into other values. */
  readonly build: string;
  /** Undefined where there is nothing that can be trusted. */
  load(): string | undefined;
  /** Does nothing where it cannot be kept. Undefined where nothing is to be kept, and only what there is is taken. */
  readonly save: ((kept: string) => void) | undefined;
}

interface Kept {
  readonly build: string;
  readonly each: DefinitionReadings;
}

/**
 * What each file gives, as it was kept of these very names and texts. Files that cannot be read are never kept: their
 * fault is of the disk.
 */
export function keptDefinitions(
  files: ReadonlyMap<string, SourceFile>,
  store: DefinitionStore,
): DefinitionReadings | undefined {
  const texts = textsOf(files);
  const kept = texts === undefined ? undefined : keptEach(store);
  return kept !== undefined && texts !== undefined && isReadFrom(kept, texts) ? kept : undefined;
}

/** Keeps what was read of these files, where all of them could be read. */
export function keepDefinitions(
  files: ReadonlyMap<string, SourceFile>,
  store: DefinitionStore,
  each: DefinitionReadings,
): void {
  if (store.save === undefined || textsOf(files) === undefined) return;
  const form: { readonly [K in keyof Kept]: unknown } = { build: store.build, each: keptForm(each) };
  store.save(JSON.stringify(form));
}

/** Undefined where a file has no text. */
function textsOf(files: ReadonlyMap<string, SourceFile>): ReadonlyMap<string, string> | undefined {
  const texts = new Map<string, string>();
  for (const file of files.values()) {
    const text = "bytes" in file ? decodeUtf8(file.bytes) : undefined;
    if (text === undefined) return undefined;
    texts.set(file.name, text);
  }
  return texts;
}

function keptEach(store: DefinitionStore): DefinitionReadings | undefined {
  const kept = store.load();
  if (kept === undefined) return undefined;
  try {
    const { build, each } = JSON.parse(kept) as Kept;
    return build === store.build ? (fromKeptForm(each) as DefinitionReadings) : undefined;
  } catch {
    // Half a file, or a file of another program.
    return undefined;
  }
}

/** A file that was not there has no text, then and now. */
function isReadFrom(each: DefinitionReadings, texts: ReadonlyMap<string, string>): boolean {
  const readings = Object.values(each);
  return (
    readings.every(({ name, text }) => texts.get(name) === text) &&
    [...texts.keys()].every((name) => readings.some((reading) => reading.name === name))
  );
}
