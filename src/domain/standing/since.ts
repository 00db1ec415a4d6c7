import type { Entry } from "../records/entry.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { Money } from "../scalars/money.ts";
import type { Decimal } from "../scalars/decimal.ts";
import type { BasisSpend } from "../spend/spend.ts";

/** When a verdict began, or ended, as it stood at the end of a day. */
export interface Turn {
  /** The entry that did it; undefined where a day did: a criterion fell due, or the timebox was over. */
  readonly entry: Entry | undefined;
  readonly date: CivilDate;
  /** Of the timebox, from 1 on; undefined on other days. */
  readonly workingDay: number | undefined;
}

/**
 * Since when a verdict has stood, and what was spent after it. What was taken back on the same day never stood: a
 * typing error that is found at once ends no work.
 */
export interface Since extends Turn {
  /** When it ended, began again, and so on, in turn; empty where it has stood ever since. */
  readonly turns: readonly Turn[];
  /** Whether it stands as of now. */
  readonly still: boolean;
  /** By entries later than the one with which it began, as long as it stood; in the currency of the cap. */
  readonly spentAfter: Money;
  /** What that is made of, best known first. */
  readonly spentParts: readonly BasisSpend[];
  /** The same in currencies without a rate, each summed. */
  readonly unconvertedAfter: readonly Money[];
  /** Person-hours of these entries, meetings included. */
  readonly hoursAfter: Decimal;
  /** Ids of the entries with that money and these hours. */
  readonly entriesAfter: readonly string[];
}
