import { describe, expect, test } from "vitest";
import { faultsOf, hoursOf, readHours } from "../read-sample.ts";

const TOGGL_HEAD =
  "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags";
const TOGGL_ROWS = [
  'Ana Ruiz,ana@example.com,ACME,rag-poc,,Harness,No,2026-11-24,23:30:00,2026-11-25,01:00:04,01:30:00,"poc, night"',
  "Ana Ruiz,ana@example.com,ACME,other,Review,,いいえ,2026-11-25,09:00:00,2026-11-25,09:20:00,00:20:00,",
];
const toggl = (rows: readonly string[] = TOGGL_ROWS, head = TOGGL_HEAD) => `${head}\n${rows.join("\n")}\n`;

describe("Toggl", () => {
  test.each([
    ["today", toggl()],
    [
      "with amounts",
      toggl(
        TOGGL_ROWS.map((row) => `${row},12.00`),
        `${TOGGL_HEAD},Amount (USD)`,
      ),
    ],
    [
      "the older heading",
      toggl(
        TOGGL_ROWS.map((row) => `${row},`),
        `${TOGGL_HEAD},Amount ()`,
      ),
    ],
    ["with a byte order mark", `\ufeff${toggl()}`],
  ])("%s: the duration counts, on the day it began", async (_, text) => {
    const sample = await readHours("toggl.csv", text);
    expect([sample.format, sample.problems]).toEqual(["toggl", []]);
    expect(sample.read.rows).toMatchObject([
      {
        when: "2026-11-24",
        seconds: 5400,
        what: "Harness",
        person: "Ana Ruiz",
        labels: { project: "rag-poc", tag: ["poc", "night"] },
      },
      { when: "2026-11-25", seconds: 1200, what: "Review", labels: { project: "other", task: "Review", tag: [] } },
    ]);
    expect(JSON.stringify(sample.read.rows)).not.toContain("@");
    expect(sample.read.leftOut).toContain("e-mail addresses");
    expect(sample.read.notes.join()).toContain("time zone");
  });

  test("an address as the name of a person, or within a text, is left behind", async () => {
    const row =
      "ana@example.com,ana@example.com,,rag-poc,,Mail to ben@example.com,No,2026-11-24,9:00:00,2026-11-24,10:00:00,01:00:00,";
    const { read } = await readHours("toggl.csv", toggl([row]));
    expect(JSON.stringify(read.rows)).not.toContain("@");
    expect(read.rows).toMatchObject([{ what: "Mail to", labels: { person: "" } }]);
  });

  test("a timer that runs is left out and counted", async () => {
    const open = "Ana Ruiz,,,rag-poc,,Harness,No,2026-11-25,10:00:00,,,00:10:00,";
    const { read } = await readHours("toggl.csv", toggl([...TOGGL_ROWS, open]));
    expect(read.rows).toHaveLength(2);
    expect(read.notes.join()).toContain("1 still running");
  });

  test.each([
    ["a total row", ",,,,,,,,,,,02:50:00,", 4, /without a day, such as a total/],
    ["no duration", "A,,,p,,x,No,2026-11-24,9:00:00,2026-11-24,10:00:00,,", 4, /expected 01:20:00/],
    ["a negative duration", "A,,,p,,x,No,2026-11-24,9:00:00,2026-11-24,10:00:00,-01:00:00,", 4, /expected 01:20:00/],
    ["a day of 1970", "A,,,p,,x,No,1970-01-01,9:00:00,1970-01-01,10:00:00,01:00:00,", 4, /from 2015 on/],
    ["a year of two digits", "A,,,p,,x,No,24/11/26,9:00:00,24/11/26,10:00:00,01:00:00,", 4, /from 2015 on/],
    ["a row that is cut off", "A,,,p", 4, /found 4 cells/],
  ])("%s is a fault", async (_, row, line, message) => {
    const [fault] = await faultsOf(() => readHours("toggl.csv", toggl([...TOGGL_ROWS, row])));
    expect([fault?.line, fault?.message]).toEqual([line, expect.stringMatching(message)]);
  });
});

const CLOCKIFY_HEAD =
  "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)";
const clockify = (...days: readonly (readonly [day: string, clock: string, decimal: string])[]) =>
  `${CLOCKIFY_HEAD}\n${days
    .map(([day, clock, hours]) =>
      `rag-poc,ACME,Harness,,Ana Ruiz,,ana@example.com,poc,No,${day},9:00 AM,${day},,`.replace(
        /,,$/,
        `,10:20 AM,${clock},${hours}`,
      ),
    )
    .join("\n")}\n`;

describe("Clockify", () => {
  test.each<[string, string, string | undefined, string]>([
    ["ISO", "2026-11-24", undefined, "2026-11-24"],
    ["a day over 12 comes first", "24/11/2026", undefined, "2026-11-24"],
    ["a day over 12 comes second", "11/24/2026", undefined, "2026-11-24"],
    ["full stops", "04.12.2026", undefined, "2026-12-04"],
    ["both readings are one day", "11/11/2026", undefined, "2026-11-11"],
    ["said: month first", "12/04/2026", "mdy", "2026-12-04"],
    ["said: day first", "12/04/2026", "dmy", "2026-04-12"],
  ])("%s", async (_, day, dateOrder, read) => {
    const sample = await readHours("clockify.csv", clockify([day, "01:20:00", "1.33"]), {
      dateOrder: dateOrder as "mdy" | undefined,
    });
    expect([sample.format, sample.problems]).toEqual(["clockify", []]);
    expect(sample.read.rows).toMatchObject([{ when: read, seconds: 4800, what: "Harness", labels: { tag: ["poc"] } }]);
  });

  test("one day of the table settles the order of all", async () => {
    const text = clockify(["12/04/2026", "01:00:00", "1.00"], ["13/04/2026", "02:00:00", "2.00"]);
    expect(hoursOf(await readHours("clockify.csv", text))).toEqual([
      ["2026-04-12", 1],
      ["2026-04-13", 2],
    ]);
  });

  test("a day that both orders accept is refused, and the flag is named", async () => {
    const [fault] = await faultsOf(() => readHours("clockify.csv", clockify(["03/06/2026", "01:00:00", "1.00"])));
    expect(fault).toMatchObject({ line: 2, hint: expect.stringContaining("--date-order mdy") });
    expect(fault?.message).toMatch(/2026-03-06 or 2026-06-03/);
  });

  test.each([
    [
      "two orders in one file",
      clockify(["24/11/2026", "1:00:00", "1"], ["11/24/2026", "1:00:00", "1"]),
      /another order/,
    ],
    ["durations that contradict", clockify(["2026-11-24", "01:20:00", "2.50"]), /expected the same time/],
    ["no duration", clockify(["2026-11-24", "", ""]), /expected 01:20:00 or 1.33/],
  ])("%s", async (_, text, message) => {
    expect((await faultsOf(() => readHours("clockify.csv", text)))[0]?.message).toMatch(message);
  });

  test("only the decimal, with a comma, in a table with semicolons", async () => {
    const text = `${CLOCKIFY_HEAD.replaceAll(",", ";")}\nrag;;x;;A;;;;No;2026-11-24;09:00;2026-11-24;10:20;;1,5\n`;
    expect(hoursOf(await readHours("clockify.csv", text))).toEqual([["2026-11-24", 1.5]]);
  });
});
