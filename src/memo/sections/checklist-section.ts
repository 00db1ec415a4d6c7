import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { ChecklistStanding } from "../../domain/standing/checklist.ts";
import { itemClause } from "../../wording/item-reasons.ts";

/** One item of a checklist. */
export interface ChecklistRow {
  /** As `poc log --attest` takes it: `exit.risks-documented`. */
  readonly id: string;
  readonly text: string;
  /** The only state that ticks a box. */
  readonly met: boolean;
  /** The evidence speaks against it. */
  readonly failed: boolean;
  /** `Met`, `Open` or `Failed`. */
  readonly state: string;
  /** What shows it, or what is missing. */
  readonly because: string;
  /** `by evidence`, `by a command`, `on a person's word`, or "" where nothing has answered it. */
  readonly basis: string;
  /** The day of the answer, where a command or a person gave it: `Wed 25 Nov 2026`; else "". */
  readonly on: string;
  /** Who gave it; else "". */
  readonly by: string;
  /** Where a person says that it can be seen; else "". */
  readonly link: string;
  /** The file that keeps what its command printed: `runs/k7f3q2m-tests.txt`; else "". */
  readonly output: string;
  /** Who has to do it: `platform`; "" where no role is named. */
  readonly role: string;
  /** Whether only a person may tick it. */
  readonly peopleOnly: boolean;
  /** How to close it; "" where it is met. */
  readonly closedBy: string;
  readonly entries: readonly string[];
}

const STATES = { met: "Met", open: "Open", failed: "Failed" } as const;
const BASES = { evidence: "by evidence", command: "by a command", person: "on a person's word", none: "" } as const;

export function checklistSection({ items }: ChecklistStanding): readonly ChecklistRow[] {
  return items.map(({ item, id, state, basis, because, entries, on, by, link, output }) => ({
    id,
    text: item.text,
    met: state === "met",
    failed: state === "failed",
    state: STATES[state],
    because: itemClause(because),
    basis: state === "open" ? "" : BASES[basis],
    on: on === undefined ? "" : longDateLabel(on),
    by: by?.name ?? "",
    link: link ?? "",
    output: output ?? "",
    role: item.role ?? "",
    peopleOnly: item.peopleOnly === true,
    closedBy: state === "met" ? "" : item.closedBy,
    entries: [...new Set(entries)],
  }));
}
