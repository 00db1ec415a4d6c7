import type { Zone } from "../../../src/domain/scalars/instant.ts";
import { DEFINITION_FILES } from "../../../src/domain/records/records.ts";
import { locate } from "../../../src/document/places/locate.ts";
import { fullRecords, type ReadRecords } from "../../../src/document/reading/read-records.ts";
import { fullReader } from "../../../src/document/reading/full-reader.ts";
import type { SourceFile } from "../../../src/document/yaml/source-file.ts";

const encoder = new TextEncoder();

/** An hour ahead of UTC, all year. */
const ZONE: Zone = { name: "Europe/Berlin", offsetAt: () => 60 };

/** The least that is read without a word. */
export const LEAST: Readonly<Record<string, string>> = {
  [DEFINITION_FILES.charter]:
    "version: 1\ntitle: Retrieval\ntimebox: {start: 2026-11-23, working_days: 10, timezone: Europe/Berlin}\n",
  [DEFINITION_FILES.evals]:
    "- id: wrong-rate\n  better: lower\n- id: latency\n  better: lower\n  measure: percentile\n",
  [DEFINITION_FILES.killCriteria]: "- id: no-residency\n  ask: Has the vendor refused?\n  by: 2026-11-27\n",
};

export const ENTRY_FILE = "log/2026-11-25-1620-reranker-on-k7f3q2m.yaml";

/** The beginning of an entry, two lines. */
export const ENTRY_HEAD = "at: 2026-11-25T16:20:00+01:00\nby: Ana Ruiz <ana@example.com>\n";

export function source(name: string, content: string | Uint8Array): SourceFile {
  return { name, bytes: typeof content === "string" ? encoder.encode(content) : content };
}

/** Reads the least PoC with some of its files replaced or others added; undefined takes a file away. */
export function readWith(files: Readonly<Record<string, string | Uint8Array | undefined>>): ReadRecords {
  const all = Object.entries({ ...LEAST, ...files });
  const sources = all.flatMap(([name, content]) => (content === undefined ? [] : [source(name, content)]));
  return fullRecords(
    { files: sources, zoneOf: (name) => (name === ZONE.name ? ZONE : undefined), memos: [] },
    fullReader,
  );
}

/** Every diagnostic as `file:line:column code`, in the order of the text. */
export function told({ diagnostics, sources }: ReadRecords): readonly string[] {
  const located = diagnostics.map((diagnostic) => locate(sources, diagnostic));
  located.sort((a, b) =>
    a.location.file < b.location.file
      ? -1
      : a.location.file > b.location.file
        ? 1
        : a.location.span.line - b.location.span.line || a.location.span.column - b.location.span.column,
  );
  return located.map(({ code, location: { file, span } }) => `${file}:${span.line}:${span.column} ${code}`);
}

/** The same for one file of the least PoC, without its name. */
export function toldOf(file: string, content: string | Uint8Array): readonly string[] {
  return told(readWith({ [file]: content })).map((line) =>
    line.startsWith(`${file}:`) ? line.slice(file.length + 1) : line,
  );
}
