import type { CivilDate } from "../scalars/calendar.ts";

/** The instant a standing is derived for, and the day it falls on in the charter's zone. */
export interface AsOf {
  readonly epochMs: number;
  readonly date: CivilDate;
  /** False where a person asked for another day than today. */
  readonly now: boolean;
}
