import type { Report } from "../poc/report.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import { checklistStanding, type ChecklistStanding } from "../../domain/standing/checklist.ts";
import { EXIT } from "../../domain/records/checklist-items.ts";
import { meantName, nameHint } from "../../domain/scalars/nearest.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { FoundChecklist } from "../library/checklist-library.ts";
import { openLibrary } from "../library/open-library.ts";
import { UsageFault } from "../ports/faults.ts";
import { judgeWithDisk } from "../poc/judge-draft.ts";
import { findFolder } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import type { StandingRequest } from "../poc/read-standing.ts";

/** A list and how much of it is closed; no standing if its file is faulty. */
export interface ListedChecklist {
  readonly found: FoundChecklist;
  readonly standing: ChecklistStanding | undefined;
}

export interface ListedChecklists extends Report {
  readonly lists: readonly ListedChecklist[];
}

/** Every list with its items as of an instant: what `poc checklist` without a name and `poc next` answer from. */
export async function listChecklists(context: Context, request: StandingRequest): Promise<ListedChecklists> {
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  const report = await judgeWithDisk(context, poc, instant);
  const { checklists: library } = await openLibrary(context, poc.folder);
  const found = [library.find(EXIT)!, ...library.files().filter(({ name }) => name !== EXIT)];
  return {
    ...report,
    lists: found.map((list) => ({ found: list, standing: standingOfList(list, report.standing) })),
  };
}

function standingOfList({ checklist }: FoundChecklist, standing: Standing): ChecklistStanding | undefined {
  if (checklist === undefined) return undefined;
  return checklist.name === EXIT ? standing.exitCriteria : checklistStanding(checklist, standing);
}

/** The list that was named, and the PoC folder. @throws UsageFault if there is none of that name */
export async function findChecklist(
  context: Context,
  directory: string | undefined,
  name: string,
): Promise<{ readonly found: FoundChecklist; readonly folder: string }> {
  const folder = findFolder(context, directory);
  const { checklists: library } = await openLibrary(context, folder);
  const found = library.find(name) ?? library.find(meantName(name, library.names) ?? name);
  if (found !== undefined) return { found, folder: folder.path };
  throw new UsageFault(`no checklist is called "${name.slice(0, 60)}"`, nameHint(name, library.names));
}
