import type { CivilDate } from "../scalars/calendar.ts";
import type { ChecklistStanding } from "../standing/checklist.ts";
import type { GateWay } from "../gates/gate-standing.ts";
import type { Standing } from "../standing/standing.ts";
import type { Person, Role } from "../scalars/person.ts";

/**
 * What actions are derived from. `status`, `log` and the memo read neither checklists nor gates; then less is said, in
 * the same words.
 */
export interface Situation {
  readonly standing: Standing;
  /** Every checklist except the exit criteria, which are part of the standing; undefined if none was read. */
  readonly lists: readonly ChecklistStanding[] | undefined;
  /** Undefined where the gates were not read, or cannot be. */
  readonly gates: Pick<GateWay, "here"> | undefined;
}

/** What a source asks for: an act of its table `Acts`, whose keys are codes and whose values are the data of each. */
export type Ask<Acts> = {
  readonly [Code in keyof Acts]: {
    readonly code: Code;
    readonly data: Acts[Code];
    readonly role: Role;
    /** Absent where no day is set. */
    readonly by?: CivilDate | undefined;
    /** Absent if it is the person whom the charter names for the role. */
    readonly who?: Person | undefined;
    /** Ids of the entries that it rests on. */
    readonly entries?: readonly string[];
  };
}[keyof Acts];

/** The data of an act that its code says in full. */
export type NoData = Readonly<Record<string, never>>;

/**
 * Whether the work has stopped, or only waits for somebody to say so. Then nothing is left to prove, to fund or to put
 * in place.
 */
export function isEnding({
  decision,
  phase,
  recommendation,
}: Pick<Standing, "decision" | "phase" | "recommendation">): boolean {
  if (phase === "decided") return decision.current?.decision.outcome === "no-go";
  return phase !== "draft" && recommendation.outcome === "no-go";
}
