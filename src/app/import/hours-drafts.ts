import type { TimeLine } from "../../domain/records/entry.ts";
import { addDecimals, compareDecimals, decimal, roundDecimal } from "../../domain/scalars/decimal.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import { optional } from "../../domain/scalars/optional.ts";
import type { Person } from "../../domain/scalars/person.ts";
import type { HoursRow, ReadHours } from "../../imports/format.ts";
import { momentOfDay, outsideDays } from "./import-days.ts";
import type { ImportDraft } from "./import-drafts.ts";
import type { ImportProblems } from "./import-problems.ts";
import type { LeftRows, RowContext } from "./money-drafts.ts";
import { onlyRows } from "./only-rows.ts";
import type { ReadFile } from "./read-import.ts";

/** More hours than a day has are no day. */
const A_DAY = decimal(24);

/** An entry for each day of a person, with a line for each task and meeting. Hours belong to the person who imports. */
export function hoursDrafts(
  file: ReadFile,
  read: ReadHours,
  by: Person,
  { zone, nowMs, days, only }: RowContext,
  problems: ImportProblems,
): { readonly drafts: readonly ImportDraft[]; readonly left: LeftRows } {
  const picked = onlyRows(file.path, read.rows, only, problems);
  const dated = picked.map((row) => ({ row, day: dateIn(zone, row.epochMs) }));
  const outside = dated.map(({ day }) => outsideDays(day, days));
  const kept = dated.filter((_, k) => outside[k] === undefined);
  const left = {
    before: outside.filter((why) => why === "before").length,
    after: outside.filter((why) => why === "after").length,
    filtered: read.rows.length - picked.length,
    covered: 0,
  };
  const drafts = [...new Set(kept.map(({ day }) => day))].sort().map((day): ImportDraft => {
    const time = timeLines(kept.filter((one) => one.day === day).map(({ row }) => row));
    const own = time.filter(({ meeting }) => !meeting).reduce((sum, { hours }) => addDecimals(sum, hours), decimal(0));
    if (compareDecimals(own, A_DAY) > 0) problems.add(`${file.path}: the hours of ${day} are more than a day has`);
    return {
      format: file.format.name,
      key: `${day} ${by.name}`,
      file: file.name,
      facts: { time },
      at: momentOfDay(zone, day, nowMs),
      dated: true,
      day,
      by,
    };
  });
  return { drafts, left };
}

/** Hours of one task together; each meeting by itself. */
function timeLines(rows: readonly HoursRow[]): readonly TimeLine[] {
  const own = new Map<string, TimeLine>();
  const meetings: TimeLine[] = [];
  for (const { hours, people, meeting, what } of rows) {
    const line = { hours, people, meeting, ...optional("what", what) };
    const known = own.get(what ?? "");
    if (meeting) meetings.push(rounded(line));
    else own.set(what ?? "", known === undefined ? line : { ...known, hours: addDecimals(known.hours, hours) });
  }
  return [...[...own.values()].map(rounded), ...meetings].filter(({ hours }) => hours.digits > 0n);
}

/** To a hundredth of an hour, which is half a minute. */
function rounded(line: TimeLine): TimeLine {
  return { ...line, hours: roundDecimal(line.hours, 2) };
}
