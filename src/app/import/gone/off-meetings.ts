import type { CalendarAbout } from "../../../imports/format.ts";
import { outsideDays, type DayRange } from "../import-days.ts";
import type { ReadFile } from "../read-import.ts";
import type { SpeaksOf } from "./gone-drafts.ts";

/**
 * A calendar that does not have a meeting says that it did not take place: of every event that it knows, and of events
 * that were deleted, if an earlier export of the same calendar had them. A name of a file alone does not make two
 * calendars one.
 */
export function offMeetings(calendar: CalendarAbout, { name }: Pick<ReadFile, "name">, asked: DayRange): SpeaksOf {
  return ({ at: { epochMs }, date }, source) => {
    if (outsideDays(date, asked) !== undefined) return false;
    const said = calendar.said(source.key, epochMs);
    if (said !== undefined) return said === "off";
    const isSame = source.file === name && source.calendar === calendar.name;
    return isSame && epochMs >= calendar.fromMs && epochMs <= calendar.toMs;
  };
}
