import type { ChecklistStanding } from "../domain/checklist.ts";

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
  /** `by evidence`, `on a person's word`, or "". */
  readonly basis: string;
  /** How to close it; "" where it is met. */
  readonly closedBy: string;
  readonly entries: readonly string[];
}

const STATES = { met: "Met", open: "Open", failed: "Failed" } as const;
const BASES = { evidence: "by evidence", person: "on a person's word", none: "" } as const;

export function checklistSection({ items }: ChecklistStanding): readonly ChecklistRow[] {
  return items.map(({ item, id, state, basis, because, entries }) => ({
    id,
    text: item.text,
    met: state === "met",
    failed: state === "failed",
    state: STATES[state],
    because,
    basis: state === "met" ? BASES[basis] : "",
    closedBy: state === "met" ? "" : item.closedBy,
    entries: [...new Set(entries)],
  }));
}
