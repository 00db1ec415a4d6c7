import { addDays, parseDate } from "../scalars/calendar.ts";
import { workingDaysBetween } from "../records/timebox.ts";
import type { Evidenced } from "./evidenced.ts";

/**
 * Working days from the first day that was agreed to the last one that is agreed now, extensions included. To move the
 * start of the timebox after the work began makes it no shorter.
 */
export function workingDaysInAll({
  definitions,
  started,
  timebox,
}: Pick<Evidenced, "definitions" | "started" | "timebox">): number {
  const agreed = definitions.charter?.timebox;
  if (agreed === undefined || timebox === undefined) return 0;
  const first = parseDate(started?.start?.terms.get("timebox.start") ?? "");
  const moved = first.ok && first.value < agreed.start;
  return moved ? workingDaysBetween(agreed, addDays(first.value, -1), timebox.end) : agreed.workingDays;
}
