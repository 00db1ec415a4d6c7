import type { CivilDate } from "../scalars/calendar.ts";
import type { ChecklistStanding } from "../standing/checklist.ts";
import type { GateStanding } from "../gates/gate-standing.ts";
import type { Standing } from "../standing/standing.ts";
import type { Role } from "../scalars/person.ts";

/** One thing that a role has to do now. It is gone as soon as the records show it done. */
export interface RoleAction {
  readonly role: Role;
  /** What to do, as a person would say it. */
  readonly what: string;
  /** What in the records asks for it. */
  readonly because: string;
  readonly by?: CivilDate;
  /** The command that does it or records it; absent where it is an edit or an act of a person. */
  readonly command?: string;
  /** Ids of the entries that it rests on. */
  readonly entries: readonly string[];
}

/** What actions are derived from: the standing, every list that is no exit criterion, and the gate that is next. */
export interface Situation {
  readonly standing: Standing;
  readonly lists: readonly ChecklistStanding[];
  /** The gate where the PoC stands; undefined where every gate is passed, or the gates cannot be read. */
  readonly here: GateStanding | undefined;
}

/** `by` where there is a day. */
export function dueBy(date: CivilDate | undefined): { readonly by?: CivilDate } {
  return date === undefined ? {} : { by: date };
}

/**
 * Whether the work has stopped, or only waits for somebody to say so: then nothing is left to prove, to fund or to put
 * in place, and what is not taken down by now is all that anybody has to do.
 */
export function isEnding({
  decision,
  phase,
  recommendation,
}: Pick<Standing, "decision" | "phase" | "recommendation">): boolean {
  if (phase === "decided") return decision.current?.decision.outcome === "no-go";
  return phase !== "draft" && recommendation.outcome === "no-go";
}
