import type { Format } from "../format.ts";

/** Meetings of a calendar: iCalendar as every calendar exports it. Its reader brings a library, and is loaded last. */
export const ics: Format = {
  name: "ics",
  title: "calendar",
  detect: ({ text }) => (/^\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 2000)) ? 0.95 : 0),
  load: async () => (await import("../ics/read-ics.ts")).readIcs,
};
