import { civilDate, dayNumber, parseDate, type CivilDate } from "../domain/scalars/calendar.ts";

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/** Nothing that is imported is older; what says so confuses seconds with milliseconds, or has no date at all. */
const EARLIEST_MS = Date.UTC(2015, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

/**
 * The milliseconds since 1970 of a moment as programs write it: ISO with T or a blank, to the second or finer. Without
 * an offset it is UTC. Undefined where it is none, and for moments before 2015.
 */
export function momentOf(text: string): number | undefined {
  const match = MOMENT.exec(text.trim());
  const date = match === null ? undefined : parseDate(match[1]!);
  if (match === null || date === undefined || !date.ok) return undefined;
  const [hours, minutes, seconds] = [match[2], match[3], match[4]].map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
  ];
  if (hours > 24 || minutes > 59 || seconds > 60) return undefined;
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(match[6] ?? "");
  const shift = offset === null ? 0 : (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === "-" ? -1 : 1);
  const fraction = Number(`0.${match[5] ?? "0"}`) * 1000;
  const epochMs =
    dayNumber(date.value) * 86_400_000 + ((hours * 60 + minutes - shift) * 60 + seconds) * 1000 + Math.floor(fraction);
  return plausible(epochMs);
}

/** The same of seconds since 1970. */
export function momentOfSeconds(seconds: number): number | undefined {
  return plausible(Math.round(seconds * 1000));
}

function plausible(epochMs: number): number | undefined {
  return epochMs >= EARLIEST_MS && epochMs < LATEST_MS ? epochMs : undefined;
}

/** The UTC day of a moment; undefined if there is none. */
export function utcDay(epochMs: number | undefined): CivilDate | undefined {
  return epochMs === undefined ? undefined : civilDate(Math.floor(epochMs / 86_400_000));
}
