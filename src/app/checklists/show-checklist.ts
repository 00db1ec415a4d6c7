import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Checklist } from "../../domain/records/checklist-items.ts";
import { hasOwnLibrary } from "../library/own-library.ts";
import { findFolder } from "../poc/open-poc.ts";
import { readStanding, type StandingRequest } from "../poc/read-standing.ts";
import type { Report } from "../poc/report.ts";
import type { Context } from "../ports/ports.ts";

/** What a checklist is printed from. */
export interface ShownChecklist extends Report {
  /** What is wrong with the template that the list is printed by. */
  readonly fault: LocatedDiagnostic | undefined;
}

/**
 * What `poc checklist NAME` answers from. Templates that ship have no fault; where there are others, the document is
 * rendered to find one.
 *
 * @throws RecordsFault, FileFault, UsageFault
 */
export async function showChecklist(
  context: Context,
  request: StandingRequest,
  checklist: Checklist,
): Promise<ShownChecklist> {
  if (!hasOwnLibrary(context, findFolder(context, request.directory)))
    return { ...(await readStanding(context, request)), fault: undefined };
  const { openPocAsOf } = await import("../poc/poc-as-of.ts");
  const { checklistDocument } = await import("../documents/documents.ts");
  const { renderer } = await import("../documents/render-document.ts");
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  const render = await renderer(context, poc, "md");
  const { report, fault } = await render(checklistDocument(checklist), instant, undefined);
  return { ...report, fault };
}
