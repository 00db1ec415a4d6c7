import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { organisationPlace } from "../../domain/records/organisation/organisation.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { checklistStanding } from "../../domain/standing/checklist.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { openLibrary } from "../library/open-library.ts";
import type { Context, Folder } from "../ports/ports.ts";

/** A checklist that the organisation requires and that is not closed. */
export interface OpenList {
  readonly name: string;
  /** How many items are open; undefined where there is no such list, or it cannot be read. */
  readonly open: number | undefined;
}

/** The checklists that have to be closed before a go, as far as they are not. */
export async function openRequiredLists(
  context: Context,
  poc: Folder,
  standing: Standing,
): Promise<readonly OpenList[]> {
  const names = standing.definitions.organisation?.policy.requiredChecklists ?? [];
  if (names.length === 0) return [];
  const { checklists } = await openLibrary(context, poc);
  return names.flatMap((name): readonly OpenList[] => {
    const checklist = checklists.find(name)?.checklist;
    if (checklist === undefined) return [{ name, open: undefined }];
    const open = checklistStanding(checklist, standing).items.filter(({ state }) => state !== "met").length;
    return open === 0 ? [] : [{ name, open }];
  });
}

/** What `poc check` says of them: once time is up, and after a go. */
export async function requiredListProblems(
  context: Context,
  poc: Folder,
  standing: Standing,
): Promise<readonly Diagnostic[]> {
  const { organisation } = standing.definitions;
  const outcome = standing.decision.current?.decision.outcome;
  const due = standing.phase === "over" || outcome === "go" || outcome === "conditional";
  if (!due || organisation === undefined) return [];
  return (await openRequiredLists(context, poc, standing)).map((list) => ({
    code: "policy-checklist-open",
    message: openListClause(list),
    place: valueAt(DEFINITION_FILES.charter),
    hint: `${organisationPlace(organisation, "policy.required_checklists")} requires it: poc checklist ${list.name}`,
  }));
}

export function openListClause({ name, open }: OpenList): string {
  return open === undefined
    ? `the checklist ${name} is required before a go, but no readable checklist has that name`
    : `the checklist ${name} is required before a go, and has ${countLabel(open, "open item")}`;
}
