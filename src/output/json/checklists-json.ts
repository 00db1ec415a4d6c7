import type { ListedChecklist, ListedChecklists } from "../../app/checklists/list-checklists.ts";
import type { ChecklistView } from "../../app/documents/documents.ts";
import type { Origin } from "../../app/library/template-library.ts";
import type { AskedWhen } from "../../domain/records/checklist-items.ts";

/** All checklists where none is named; else what the template of the one sees. */
export type ChecklistJson = ChecklistsJson | ChecklistView;

/** Every checklist with how much of it is done. */
export interface ChecklistsJson {
  readonly checklists: readonly ListedChecklistJson[];
}

/** Counts and texts are null where its file cannot be read. */
export interface ListedChecklistJson {
  /** As `poc checklist` takes it. */
  readonly name: string;
  readonly title: string | null;
  readonly origin: Origin;
  /** Null where it ships with the tool. */
  readonly file: string | null;
  readonly readable: boolean;
  /** Whether its time has come. */
  readonly asked: boolean | null;
  readonly asked_when: AskedWhen | null;
  readonly met: number | null;
  readonly open: number | null;
  readonly failed: number | null;
  readonly items: number | null;
}

export function checklistsJson({ lists }: Pick<ListedChecklists, "lists">): ChecklistsJson {
  return {
    checklists: lists.map(({ found, standing }) => ({
      name: found.name,
      title: standing?.checklist.title ?? null,
      origin: found.origin,
      file: found.file ?? null,
      readable: standing !== undefined,
      asked: standing?.asked ?? null,
      asked_when: standing?.checklist.asked ?? null,
      met: count(standing, "met"),
      open: count(standing, "open"),
      failed: count(standing, "failed"),
      items: standing?.items.length ?? null,
    })),
  };
}

function count(standing: ListedChecklist["standing"], state: "met" | "open" | "failed"): number | null {
  return standing === undefined ? null : standing.items.filter((item) => item.state === state).length;
}
