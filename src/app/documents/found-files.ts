import type { OpenPoc } from "../poc/open-poc.ts";
import type { GateLibrary } from "../library/gate-library.ts";
import type { Gate } from "../../domain/records/gate.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import type { FoundFiles, FoundDocument } from "../../domain/gates/gate-standing.ts";
import { MEMO_FOLDER } from "../../domain/records/records.ts";

/**
 * What lies in the folder by name alone, documents as of a day. Nobody looks whether they still say what the records
 * say: for documents, which must come out the same from the same records.
 */
export function foundInPlace(
  poc: OpenPoc,
  { gates, checklists }: Pick<GateLibrary, "gates" | "checklists">,
  asOf: CivilDate,
): FoundFiles {
  const documents = [...latest(poc.records.memos, asOf)].map(([document, names]): FoundDocument => ({
    document,
    path: `${MEMO_FOLDER}/${names[0]!}`,
    state: "there",
    changed: [],
  }));
  return { files: filesFor(poc, gates), documents, checklists };
}

/** The page and the print of a document say what its Markdown says. */
const FORMS = ["md", "html", "pdf"];

const DOCUMENT = /^(.+)-(\d{4}-\d{2}-\d{2})\.(md|html|pdf)$/;

/** The names of the latest document of each kind, Markdown first, by its kind. */
export function latest(memos: readonly string[], asOf: CivilDate): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, { readonly day: string; readonly names: readonly string[] }>();
  for (const form of FORMS) {
    for (const name of memos) {
      const [, kind, day, ending] = DOCUMENT.exec(name) ?? [];
      if (kind === undefined || day === undefined || ending !== form || day > asOf) continue;
      const before = found.get(kind);
      if (before === undefined || before.day < day) found.set(kind, { day, names: [name] });
      else if (before.day === day) found.set(kind, { day, names: [...before.names, name] });
    }
  }
  return new Map([...found].map(([kind, { names }]) => [kind, names]));
}

/** Files in the folders that gates look at, and in no others. */
export function filesFor({ folder }: OpenPoc, gates: readonly Gate[]): readonly string[] {
  const patterns = gates.flatMap((gate) => gate.artifacts.flatMap(({ file }) => file ?? []));
  const folders = new Set(patterns.map((pattern) => pattern.slice(0, Math.max(0, pattern.lastIndexOf("/")))));
  return [...folders].flatMap((name) =>
    folder
      .list(name)
      .filter(({ kind }) => kind === "file")
      .map((item) => item.name),
  );
}
