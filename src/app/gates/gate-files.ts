import type { CivilDate } from "../../domain/scalars/calendar.ts";
import type { Gate } from "../../domain/records/gate.ts";
import type { FoundDocument, FoundFiles } from "../../domain/gates/gate-standing.ts";
import { MEMO_FOLDER } from "../../domain/records/records.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import { verifyDocuments } from "../documents/verify-documents.ts";
import { latest, filesFor } from "../documents/found-files.ts";

/** The same, and for every document whether it is stale. Of several forms of one day the one that is current counts. */
export async function foundAndVerified(
  context: Context,
  poc: OpenPoc,
  gates: readonly Gate[],
  asOf: CivilDate,
): Promise<FoundFiles> {
  const names = latest(poc.records.memos, asOf);
  const files = filesFor(poc, gates);
  if (names.size === 0) return { files, documents: [] };
  const verified = new Map(
    (await verifyDocuments(context, poc.folder.path)).documents.map((document) => [document.path, document]),
  );
  const documents = [...names].map(([document, forms]): FoundDocument => {
    const found = forms.map((name): FoundDocument => {
      const path = `${MEMO_FOLDER}/${name}`;
      // Only the latest of a kind is verified, and that may bear a day that is still to come.
      const known = [...verified.keys()].some((other) => other.startsWith(`${MEMO_FOLDER}/${document}-2`));
      return { document, state: known ? "there" : "foreign", changed: [], ...verified.get(path), path };
    });
    return found.find(({ state }) => state === "current") ?? found[0]!;
  });
  return { files, documents };
}
