import type { CivilDate } from "../scalars/calendar.ts";
import type { Condition } from "../scalars/condition.ts";
import type { Unread } from "./unread.ts";

/**
 * A state that ends the work, and the day by which it must have been ruled out. Either `when` (the evidence tells) or
 * `ask` (a person answers in the log: yes means the state is there).
 */
export interface KillCriterion extends Unread {
  readonly id: string;
  readonly statement?: string;
  readonly when?: Condition;
  readonly ask?: string;
  readonly by?: CivilDate;
}
