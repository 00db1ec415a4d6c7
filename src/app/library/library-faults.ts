import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { AsOf } from "../../domain/standing/as-of.ts";
import { checklistDocument, MEMOS, type DocumentKind, type DocumentView } from "../documents/documents.ts";
import { renderer } from "../documents/render-document.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import { DiagnosedFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { openLibrary } from "./open-library.ts";

/**
 * What is wrong with the gates, checklists and templates that a PoC or its organisation brought: read, and the
 * templates rendered, so that nobody learns it on the day of the decision.
 *
 * @throws RecordsFault where the folder of the organisation is not there; FileFault where a file cannot be read
 */
export async function libraryFaults(
  context: Context,
  poc: OpenPoc,
  instant: AsOf,
): Promise<readonly LocatedDiagnostic[]> {
  const { checklists: lists, gates } = await openLibrary(context, poc.folder);
  const ofFiles = [...gates().faults, ...lists.files().flatMap(({ diagnostics }) => diagnostics)];
  const render = await renderer(context, poc, "md");
  const faultOf = async (document: DocumentKind<DocumentView>) => {
    try {
      return (await render(document, instant, undefined)).fault;
    } catch (fault) {
      // Gates and lists that cannot be read are reported above.
      if (fault instanceof DiagnosedFault) return undefined;
      throw fault;
    }
  };
  const documents = [
    ...MEMOS,
    ...lists
      .files()
      .flatMap(({ checklist }) => checklist ?? [])
      .map(checklistDocument),
  ];
  const ofDocuments = await Promise.all(documents.map(faultOf));
  return onceEach([...ofFiles, ...ofDocuments.flatMap((fault) => fault ?? [])]);
}

/** A slip in a partial shows up in every document that uses it, and is reported once. */
function onceEach(faults: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  const key = ({ location: { file, span }, message }: LocatedDiagnostic) =>
    `${file}:${span.line}:${span.column}: ${message}`;
  return [...new Map(faults.map((fault) => [key(fault), fault])).values()];
}
