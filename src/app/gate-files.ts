import type { CivilDate } from "../domain/calendar.ts";
import type { Gate } from "../domain/gate.ts";
import type { FoundDocument, FoundFiles } from "../domain/gate-standing.ts";
import { MEMO_FOLDER } from "../domain/records.ts";
import type { OpenPoc } from "./open-poc.ts";
import type { Context } from "./ports.ts";
import { verifyDocuments } from "./verify-documents.ts";

/**
 * What lies in the folder by name alone, documents as of a day. Nobody looks whether they still say what the records
 * say: for documents, which must come out the same from the same records.
 */
export function foundInPlace(poc: OpenPoc, gates: readonly Gate[], asOf: CivilDate): FoundFiles {
  return { files: filesFor(poc, gates), documents: [...latest(poc.records.memos, asOf)].map(([document, name]) => ({ document, path: `${MEMO_FOLDER}/${name}`, state: "there", changed: [] })) };
}

/** The same, and for every document whether it is stale. */
export async function foundAndVerified(context: Context, poc: OpenPoc, gates: readonly Gate[], asOf: CivilDate): Promise<FoundFiles> {
  const { files, documents } = foundInPlace(poc, gates, asOf);
  if (documents.length === 0) return { files, documents };
  const verified = new Map((await verifyDocuments(context, poc.folder.path)).documents.map((document) => [document.path, document]));
  return { files, documents: documents.map((found): FoundDocument => ({ ...found, ...(verified.get(found.path) ?? { state: "foreign" }) })) };
}

const DOCUMENT = /^(.+)-(\d{4}-\d{2}-\d{2})\.md$/;

/** The latest document of each kind, by its kind. */
function latest(memos: readonly string[], asOf: CivilDate): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const name of memos) {
    const match = DOCUMENT.exec(name);
    if (match !== null && match[2]! <= asOf) names.set(match[1]!, name);
  }
  return names;
}

/** Files of the folders that the gates ask about, and of no others. */
function filesFor({ folder }: OpenPoc, gates: readonly Gate[]): readonly string[] {
  const patterns = gates.flatMap((gate) => gate.artifacts.flatMap(({ file }) => file ?? []));
  const folders = new Set(patterns.map((pattern) => pattern.slice(0, Math.max(0, pattern.lastIndexOf("/")))));
  return [...folders].flatMap((name) => folder.list(name).filter(({ kind }) => kind === "file").map((item) => item.name));
}
