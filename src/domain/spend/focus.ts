import type { Entry } from "../records/entry.ts";
import { workingDates, type Timebox } from "../records/timebox.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import { addDecimals, decimal, divideDecimals, type Decimal } from "../scalars/decimal.ts";
import { samePerson } from "../scalars/person.ts";
import { saying } from "../records/log.ts";

/** How much of the team's working days the PoC really had: interruptions and parallel work are noted in the log. */
export interface FocusStanding {
  /** In percent, over all working days begun. A day on which nobody noted anything counts in full. */
  readonly share: Decimal;
  /** Working days on which somebody noted a share. */
  readonly noted: number;
  /** Working days of the timebox that have begun. */
  readonly days: number;
  readonly entries: readonly string[];
}

const FULL = decimal(100);

/**
 * The mean over the working days of the timebox until `today`. Of several people who noted their share on a day, the
 * mean counts; of several notes of one person, the last. Undefined where nobody noted one.
 */
export function focusStanding(
  counted: readonly Entry[],
  timebox: Timebox | undefined,
  today: CivilDate,
): FocusStanding | undefined {
  const days = timebox === undefined ? [] : workingDates(timebox).filter((date) => date <= today);
  const notes = saying(counted, "focus").filter(({ date }) => days.includes(date));
  if (notes.length === 0) return undefined;
  const shares = days.map((day) => shareOf(notes.filter(({ date }) => date === day)));
  const noted = shares.filter((share) => share !== undefined).length;
  const sum = shares.reduce<Decimal>((all, share) => addDecimals(all, share ?? FULL), decimal(0));
  return {
    share: divideDecimals(sum, decimal(days.length), 1),
    noted,
    days: days.length,
    entries: notes.map(({ id }) => id),
  };
}

function shareOf(notes: readonly Entry[]): Decimal | undefined {
  const last = notes.filter(({ by }, k) => !notes.slice(k + 1).some((later) => samePerson(later.by, by)));
  if (last.length === 0) return undefined;
  const sum = last.reduce<Decimal>((all, { focus }) => addDecimals(all, focus?.share ?? FULL), decimal(0));
  return divideDecimals(sum, decimal(last.length), 4);
}
