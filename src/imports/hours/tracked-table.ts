import { csvTable, type Table, type TableRow } from "../csv/csv-table.ts";
import type { ImportFile, ReadOptions } from "../format.ts";
import { dateReader } from "./date-order.ts";
import { HoursCollector } from "./hours-collector.ts";

/** The columns of a tracker's table by what they mean. */
export interface TrackedColumns {
  readonly project: string;
  readonly client: string;
  readonly task: string;
  readonly description: string;
  readonly tags: string;
  readonly user: string;
  readonly startDate: string;
  readonly startTime: string;
  readonly endTime: string;
}

const MOST_ROWS = 200_000;

/**
 * A detailed report of a time tracker: a row for each stretch of time. The days are those of the tracker's own zone.
 *
 * @param secondsOf how long a row is; a text where its cells do not say
 */
export function readTrackedTable(
  file: ImportFile,
  { dateOrder }: ReadOptions,
  columns: TrackedColumns,
  secondsOf: (row: TableRow) => number | string,
): ReturnType<HoursCollector["read"]> {
  const hours = new HoursCollector();
  const table: Table = csvTable(file.text());
  const rows: TableRow[] = [];
  for (const row of table.rows) {
    if (rows.length >= MOST_ROWS) break;
    rows.push(row);
  }
  const dayOf = dateReader(
    rows.map((row) => ({ line: row.line, text: row.cell(columns.startDate) ?? "" })),
    dateOrder,
  );
  for (const row of rows) addRow(hours, row, columns, dayOf, secondsOf);
  if (hours.isEmpty) hours.problems.push({ message: "found no rows below the heading" });
  return hours.read({
    notes: ["its days are those of the tracker's own time zone"],
    leftOut: ["e-mail addresses", "rates", "amounts"],
  });
}

function addRow(
  hours: HoursCollector,
  row: TableRow,
  columns: TrackedColumns,
  dayOf: ReturnType<typeof dateReader>,
  secondsOf: (row: TableRow) => number | string,
): void {
  const cell = (column: string) => row.cell(column) ?? "";
  const date = cell(columns.startDate);
  const day = dayOf(date);
  if (day === undefined)
    return hours.problem(
      row.line,
      date === ""
        ? "found a row without a day, such as a total"
        : `found the day "${date.slice(0, 20)}", expected one from 2015 on`,
      date === "" ? "remove it: a total would count everything twice" : "a year has four digits: 2026-11-24",
    );
  // A timer that runs has no end yet.
  if (cell(columns.startTime) !== "" && row.cell(columns.endTime) === "") return void hours.open++;
  const seconds = secondsOf(row);
  if (typeof seconds === "string") return hours.problem(row.line, seconds);
  const [project, client, task, user] = [columns.project, columns.client, columns.task, columns.user].map(cell);
  const tags = cell(columns.tags)
    .split(/,\s*/)
    .filter((tag) => tag !== "");
  const person = user === undefined || user.includes("@") ? "" : user;
  hours.add({
    line: row.line,
    when: day,
    seconds,
    what: [cell(columns.description), task, project],
    ...(person === "" ? {} : { person }),
    labels: { project: project ?? "", client: client ?? "", task: task ?? "", tag: tags, person },
  });
}
