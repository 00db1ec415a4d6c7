import type { Entry } from "../records/entry.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { Money } from "../scalars/money.ts";
import type { Decimal } from "../scalars/decimal.ts";

/** When a criterion began to hold, or stopped holding, as it stood at the end of a day. */
export interface Turn {
  /** The entry that did it; undefined where a day did: a criterion fell due, or the timebox was over. */
  readonly entry: Entry | undefined;
  readonly date: CivilDate;
  /** Of the timebox, from 1 on; undefined on other days. */
  readonly workingDay: number | undefined;
}

/**
 * Since when a criterion has held, and what was spent after it. What was taken back on the same day never held: a
 * typing error that is found at once ends no work.
 */
export interface Since extends Turn {
  /** When it stopped, held again, and so on, in turn; empty where it has held ever since. */
  readonly turns: readonly Turn[];
  /** Whether it holds as of now. */
  readonly still: boolean;
  /** By entries later than the one with which it first held, as long as it held; in the currency of the cap. */
  readonly spentAfter: Money;
  /** ` (1,000.00 billed, 140.00 estimated)`: what that is made of, to follow it; "" where all of it is billed. */
  readonly spentParts: string;
  /** The same in currencies without a rate, each summed. */
  readonly unconvertedAfter: readonly Money[];
  /** Person-hours of these entries, meetings included. */
  readonly hoursAfter: Decimal;
  /** Ids of the entries with that money and these hours. */
  readonly entriesAfter: readonly string[];
}
