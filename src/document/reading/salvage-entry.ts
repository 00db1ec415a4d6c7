import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { saysAnything } from "../../domain/records/facts.ts";
import { entrySchema } from "../schema/entry-schema.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { outlineOf } from "../yaml/tree-outline.ts";
import { placedEntry, type EntryPlace, type EntryReading } from "./read-entry.ts";
import { salvage } from "./salvage.ts";

/** Reads the bytes of any entry by way of YAML, as far as it goes. */
export function salvagedEntry(bytes: Uint8Array, place: EntryPlace): EntryReading {
  const { file } = place;
  const reading = readYaml(bytes, file);
  const { text, written, root } = reading;
  const outline = root && outlineOf(root);
  if (written === undefined)
    return {
      text,
      canonical: false,
      outline,
      entry: undefined,
      written: () => written,
      diagnostics: reading.diagnostics,
      unreadable: [valueAt(file)],
    };
  const { value, diagnostics, unreadable } = salvage(entrySchema(), written, file, {
    placeholders: [],
    refused: reading.refused,
  });
  const hollow = value !== undefined && unreadable.length === 0 && !saysAnything(value) ? [emptyEntry(file)] : [];
  return {
    text,
    canonical: false,
    outline,
    entry: value && placedEntry(value, place),
    written: () => written,
    diagnostics: [...reading.diagnostics, ...diagnostics, ...hollow],
    unreadable,
  };
}

function emptyEntry(file: string): Diagnostic {
  return {
    code: "entry-empty",
    message: "found an entry without a note or a fact, expected at least one",
    place: valueAt(file),
    hint: "add a note, or remove the file",
  };
}
