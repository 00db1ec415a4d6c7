import type { Authorship, TimeLine } from "../../domain/records/entry.ts";
import { compareDecimals, decimal, divideDecimals } from "../../domain/scalars/decimal.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { dateIn, instantIn } from "../../domain/scalars/instant.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { samePerson, type Person } from "../../domain/scalars/person.ts";
import type { HoursRow, ReadHours } from "../../imports/format.ts";
import { withinDays } from "./gone/covered-days.ts";
import type { SpeaksOf } from "./gone/gone-drafts.ts";
import { offMeetings } from "./gone/off-meetings.ts";
import { momentOfDay, outsideDays } from "./import-days.ts";
import type { ImportDraft } from "./import-drafts.ts";
import type { ImportProblems } from "./import-problems.ts";
import type { PlannedRows, RowContext } from "./money-drafts.ts";
import { onlyKey, onlyRows } from "./only-rows.ts";
import type { ReadFile } from "./read-import.ts";

const AN_HOUR = 3600;
/** No day has more hours. */
const A_DAY = 24 * AN_HOUR;

interface DatedRow {
  readonly row: HoursRow;
  readonly day: CivilDate;
}

/**
 * An entry for each day of a person, with a line for each task; and one for each meeting, under the name of its
 * calendar's format, so that everybody who imports the meeting books it once. Hours belong to the person who imports,
 * unless the file names several people.
 */
export function hoursDrafts(
  file: ReadFile,
  read: ReadHours,
  { by, recordedBy }: Authorship,
  context: RowContext,
  problems: ImportProblems,
): PlannedRows {
  const { zone, nowMs, days, only } = context;
  const dayed = (row: HoursRow): DatedRow => ({
    row,
    day: typeof row.when === "number" ? dateIn(zone, row.when) : row.when,
  });
  const picked = onlyRows(file.path, read.rows, only, problems);
  const dated = picked.map(dayed);
  const outside = dated.map(({ row: { when }, day }) =>
    // A meeting this afternoon has not taken place this morning.
    typeof when === "number" && when > nowMs ? "after" : outsideDays(day, days),
  );
  const kept = dated.filter((_, k) => outside[k] === undefined);
  const left = {
    before: outside.filter((why) => why === "before").length,
    after: outside.filter((why) => why === "after").length,
    filtered: read.rows.length - picked.length,
    covered: 0,
  };
  const label = onlyKey(only);
  const people = peopleIn(read.rows, by);
  const drafts = [
    ...dayDrafts(kept, file, { label, people, by, recordedBy, context }, problems),
    ...meetingDrafts(kept, file, read, context),
  ];
  const present = new Set([...drafts.map(({ key }) => key), ...read.rows.flatMap(({ key }) => key ?? [])]);
  const { calendar } = read;
  const covered = people.map((person) => ({
    rest: [person.name, ...label].join(" "),
    days: read.rows.map(dayed).flatMap((one) => (isOf(one, person, people, by) ? one.day : [])),
  }));
  const ofDays = withinDays(covered, days);
  // Reports of two projects are two files, and neither says anything about the other.
  const ofFile: SpeaksOf = (entry, source) => source.file === file.name && ofDays(entry, source);
  return { drafts, left, present, speaksOf: calendar === undefined ? ofFile : offMeetings(calendar, file, days) };
}

function meetingDrafts(
  rows: readonly DatedRow[],
  file: ReadFile,
  { calendar }: ReadHours,
  { zone, nowMs }: RowContext,
): readonly ImportDraft[] {
  return rows
    .flatMap(({ row, day }): readonly ImportDraft[] => {
      const { key, when } = row;
      if (key === undefined) return [];
      const at = typeof when === "number" ? instantIn(zone, when) : momentOfDay(zone, day, nowMs);
      return [
        {
          ...aboutFile(file),
          key,
          day,
          keyed: true,
          ...optional("calendar", calendar?.name),
          facts: { time: [timeLine(row, row.seconds)] },
          at,
          by: { name: file.format.name },
        },
      ];
    })
    .sort((a, b) => a.at.epochMs - b.at.epochMs);
}

/** The hours of each person on each day, without meetings. */
function dayDrafts(
  rows: readonly DatedRow[],
  file: ReadFile,
  { label, people, by, recordedBy, context: { zone, nowMs } }: DayContext,
  problems: ImportProblems,
): readonly ImportDraft[] {
  const own = rows.filter(({ row }) => row.key === undefined);
  return [...new Set(own.map(({ day }) => day))].sort().flatMap((day) =>
    people.flatMap((person): readonly ImportDraft[] => {
      const theirs = own.filter((one) => one.day === day && isOf(one, person, people, by)).map(({ row }) => row);
      const time = theirs.length === 0 ? [] : dayLines(file.path, day, theirs, problems);
      if (time.length === 0) return [];
      const key = [day, person.name, ...label].join(" ");
      // With several people in a file, the file says whose hours they are, so nobody speaks for another.
      const typist = people.length === 1 ? optional("recordedBy", recordedBy) : {};
      return [
        { ...aboutFile(file), key, day, facts: { time }, at: momentOfDay(zone, day, nowMs), by: person, ...typist },
      ];
    }),
  );
}

interface DayContext {
  /** What the filter adds to a key. */
  readonly label: readonly string[];
  readonly people: readonly Person[];
  readonly by: Person;
  readonly recordedBy: Person | undefined;
  readonly context: RowContext;
}

function aboutFile({ format, name }: ReadFile) {
  return { format: format.name, file: name, dated: true } as const;
}

/** Whose hours they are: of several people in one file each has their own. */
function peopleIn(rows: readonly HoursRow[], by: Person): readonly Person[] {
  const names = [...new Set(rows.map(({ person = "" }) => person))].sort();
  if (names.length < 2) return [by];
  const named = names.filter((name) => name !== "").map((name) => (samePerson({ name }, by) ? by : { name }));
  return [...named, ...(names.includes("") && !named.includes(by) ? [by] : [])];
}

function isOf({ row: { person } }: DatedRow, one: Person, people: readonly Person[], by: Person): boolean {
  if (people.length === 1) return true;
  return person === undefined ? one === by : samePerson({ name: person }, one);
}

/** The hours of one task together. Breaks are deducted from the longest task, so that the sum of the day is right. */
function dayLines(path: string, day: CivilDate, rows: readonly HoursRow[], problems: ImportProblems): TimeLine[] {
  const tasks = new Map<string, { readonly row: HoursRow; seconds: number }>();
  let breaks = 0;
  for (const row of rows) {
    if (row.seconds < 0) breaks -= row.seconds;
    const task = JSON.stringify([row.what ?? "", row.meeting, row.people]);
    const known = tasks.get(task);
    if (row.seconds > 0) tasks.set(task, { row: known?.row ?? row, seconds: (known?.seconds ?? 0) + row.seconds });
  }
  const lines = [...tasks.values()];
  const all = lines.reduce((sum, { row, seconds }) => (row.meeting ? sum : sum + seconds), 0) - breaks;
  if (all > A_DAY) problems.add(`${path}: the hours of ${day} are more than a day has`);
  if (all < 0) problems.add(`${path}: the breaks of ${day} are longer than its hours`);
  for (const line of lines.toSorted((a, b) => b.seconds - a.seconds || compare(a.row, b.row))) {
    const off = line.row.meeting ? 0 : Math.min(breaks, line.seconds);
    line.seconds -= off;
    breaks -= off;
  }
  return lines
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => compare(a.row, b.row))
    .map(({ row, seconds }) => timeLine(row, seconds))
    .filter(({ hours }) => compareDecimals(hours, decimal(0)) > 0);
}

/** In one order, whatever the order of the rows was. */
function compare({ what: a = "", people: m }: HoursRow, { what: b = "", people: n }: HoursRow): number {
  return a < b ? -1 : a > b ? 1 : m - n;
}

/** To a ten-thousandth of an hour, which is less than half a second. */
function timeLine({ people, meeting, what }: HoursRow, seconds: number): TimeLine {
  const hours = shortened(divideDecimals(decimal(seconds), decimal(AN_HOUR), 4));
  return { hours, people, meeting, ...optional("what", what) };
}

function shortened({ digits, scale }: TimeLine["hours"]): TimeLine["hours"] {
  return scale > 0 && digits % 10n === 0n ? shortened({ digits: digits / 10n, scale: scale - 1 }) : { digits, scale };
}
