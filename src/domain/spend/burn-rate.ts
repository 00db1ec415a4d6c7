import type { CivilDate } from "../scalars/calendar.ts";
import { divideHalfEven } from "../scalars/decimal.ts";
import { workingDates, type Timebox, type TimeboxPosition } from "../records/timebox.ts";

/** How fast something is used up, in its smallest unit, and where that leads. */
export interface BurnRate {
  /** Mean per working day begun. */
  readonly perDay: bigint;
  /** The total at the end of the timebox if the mean holds. */
  readonly projected: bigint;
  /** The working day on which that passes the limit, which it has not passed yet. */
  readonly breaksOn: CivilDate | undefined;
}

/** A mean of fewer days foretells nothing: a licence bought on the first morning is not bought every day. */
export const LEAST_DAYS = 3;

/** Undefined before the first working day: nothing has a pace yet. */
export function burnRateOf(
  total: bigint,
  limit: bigint | undefined,
  timebox: Timebox | undefined,
  position: TimeboxPosition | undefined,
): BurnRate | undefined {
  if (timebox === undefined || position === undefined || position.day === 0) return undefined;
  const by = (day: number) => divideHalfEven(total * BigInt(day), BigInt(position.day));
  const projected = by(position.of);
  const breaks = limit !== undefined && total <= limit && projected > limit;
  return { perDay: by(1), projected, breaksOn: breaks ? breakDay(by, limit, timebox, position) : undefined };
}

/** The first working day whose projected total is over the limit. */
function breakDay(by: (day: number) => bigint, limit: bigint, timebox: Timebox, position: TimeboxPosition): CivilDate {
  const dates = workingDates(timebox);
  for (let day = position.day + 1; day <= position.of; day++) {
    if (by(day) > limit) return dates[day - 1] ?? position.end;
  }
  return position.end;
}
