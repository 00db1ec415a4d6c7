import type { Entry } from "../../domain/records/entry.ts";
import { saidFacts } from "../../domain/records/facts.ts";
import { personText } from "../../domain/scalars/person.ts";
import { day, instant, table, text } from "./table.ts";

interface EntryRow {
  readonly entry: Entry;
  readonly withdrawnBy: string | undefined;
}

export const ENTRY_TABLE = table<EntryRow>({
  name: "entry",
  about: "The log: a row for each entry up to the moment of the export, withdrawn ones among them.",
  key: ["entry"],
  rows: ({ standing: { log } }) =>
    log.entries.map((entry) => ({ entry, withdrawnBy: log.withdrawn.get(entry.id)?.id })),
  columns: [
    text("entry", "Its id, unique within the PoC.", ({ entry }) => entry.id),
    instant("at", "When it happened.", ({ entry }) => entry.at.epochMs),
    instant("logged", "When it was written, where that is later.", ({ entry }) => entry.logged?.epochMs),
    day("day", "The day of it, in the time zone of the PoC.", ({ entry }) => entry.date),
    text("by", "Who logged it.", ({ entry }) => personText(entry.by)),
    text(
      "recorded_by",
      "The person who typed it in that name.",
      ({ entry: { recordedBy } }) => recordedBy && personText(recordedBy),
    ),
    text("via", "What wrote it in their name.", ({ entry }) => entry.via),
    text("facts", "What it contains, as the keys of its file, separated by spaces.", ({ entry }) =>
      saidFacts(entry).join(" "),
    ),
    text("note", "Its note.", ({ entry }) => entry.note),
    text("after", "The newest entry that its author could know.", ({ entry }) => entry.after),
    text("withdrawn_by", "The entry that withdrew it.", ({ withdrawnBy }) => withdrawnBy),
    text("source_format", "What it was imported from.", ({ entry }) => entry.source?.format),
    text("source_key", "The part of the source that it contains.", ({ entry }) => entry.source?.key),
    text("file", "Its file, from the PoC folder.", ({ entry }) => entry.file),
  ],
});
