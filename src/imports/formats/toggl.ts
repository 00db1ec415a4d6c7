import type { Format } from "../format.ts";
import { clockSeconds, decimalSeconds } from "../hours/durations.ts";
import { readTrackedTable } from "../hours/tracked-table.ts";

const COLUMNS = {
  project: "Project",
  client: "Client",
  task: "Task",
  description: "Description",
  tags: "Tags",
  user: "User",
  startDate: "Start date",
  startTime: "Start time",
  endTime: "End time",
} as const;

/** The detailed report of Toggl Track as CSV, of today and of before the amounts had a currency. */
export const toggl: Format = {
  name: "toggl",
  title: "Toggl Track",
  detect: ({ text }) => {
    const heading = text.split("\n", 1)[0] ?? "";
    return /Start date\W/.test(heading) && /\WDuration\W/.test(`${heading},`) && /Start time\W/.test(heading) ? 0.9 : 0;
  },
  read(file, options) {
    // The end minus the start differs by seconds, and is on another day after midnight.
    return readTrackedTable(file, options, COLUMNS, (row) => {
      const cell = row.cell("Duration") ?? "";
      return (
        clockSeconds(cell) ?? decimalSeconds(cell) ?? `found the duration "${cell.slice(0, 20)}", expected 01:20:00`
      );
    });
  },
};
