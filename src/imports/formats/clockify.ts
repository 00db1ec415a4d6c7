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
  startDate: "Start Date",
  startTime: "Start Time",
  endTime: "End Time",
} as const;

const [CLOCK, DECIMAL] = ["Duration (h)", "Duration (decimal)"];
/** Hundredths of an hour are half a minute, and some settings round to the minute. */
const APART = 60;

/** The detailed report of Clockify as CSV. */
export const clockify: Format = {
  name: "clockify",
  title: "Clockify",
  detect: ({ text }) => {
    const heading = text.split("\n", 1)[0] ?? "";
    return heading.includes("Start Date") && /Duration \((?:h|decimal)\)/.test(heading) ? 0.9 : 0;
  },
  read(file, options) {
    return readTrackedTable(file, options, COLUMNS, (row) => {
      const [clock = "", decimal = ""] = [row.cell(CLOCK!), row.cell(DECIMAL!)];
      const [exact, rounded] = [clockSeconds(clock), decimalSeconds(decimal)];
      if (exact !== undefined && rounded !== undefined && Math.abs(exact - rounded) > APART)
        return `found ${clock} and ${decimal} hours for one row, expected the same time`;
      return exact ?? rounded ?? `found the duration "${(clock || decimal).slice(0, 20)}", expected 01:20:00 or 1.33`;
    });
  },
};
