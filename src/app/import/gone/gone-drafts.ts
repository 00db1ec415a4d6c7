import type { Entry, EntrySource } from "../../../domain/records/entry.ts";
import type { ImportDraft } from "../import-drafts.ts";
import type { ReadFile } from "../read-import.ts";

/** Whether a file covers the source of an earlier entry, so that a missing row means it was removed. */
export type SpeaksOf = (entry: Entry, source: EntrySource) => boolean;

/** What one file says of entries that were imported earlier. */
export interface Restated {
  readonly file: ReadFile;
  readonly speaksOf: SpeaksOf;
  /** Keys of what the file has, taken or not. */
  readonly present: ReadonlySet<string>;
}

/**
 * What was imported earlier and its file no longer has: a meeting that was cancelled, a day that was taken off a bill.
 * Each is replaced by an entry without figures. What another file of the same import still has is not gone.
 */
export function goneDrafts(
  restated: readonly Restated[],
  counted: readonly Entry[],
): readonly { readonly file: ReadFile; readonly draft: ImportDraft }[] {
  const done = new Set<Entry>();
  return restated.flatMap(({ file, speaksOf }) =>
    counted.flatMap((entry) => {
      const { source } = entry;
      if (source === undefined || source.format !== file.format.name || done.has(entry)) return [];
      if (entry.spend.length + entry.time.length === 0) return [];
      const isThere = restated.some(
        (other) => other.file.format.name === source.format && other.present.has(source.key),
      );
      if (isThere || !speaksOf(entry, source)) return [];
      done.add(entry);
      return [{ file, draft: goneDraft(entry, source, file) }];
    }),
  );
}

function goneDraft({ at, by }: Entry, { format, key, calendar }: EntrySource, { name }: ReadFile): ImportDraft {
  return {
    format,
    key,
    file: name,
    ...(calendar === undefined ? {} : { calendar }),
    facts: { note: `No longer in ${name}` },
    at,
    dated: true,
    keyed: true,
    gone: true,
    by,
  };
}
