import { describe, expect, test } from "vitest";
import type { ReadOptions } from "../../../src/imports/format.ts";
import { date } from "../../support/records.ts";
import { faultsOf, hoursOf, readHours } from "../read-sample.ts";

const BERLIN = `BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
`;

const calendar = (events: string, about = BERLIN) =>
  `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\nX-WR-CALNAME:Team\n${about}${events}END:VCALENDAR\n`.replaceAll(
    "\n",
    "\r\n",
  );

const event = (lines: string, uid = "1@example.com") =>
  `BEGIN:VEVENT\nUID:${uid}\nDTSTAMP:20261101T000000Z\n${lines}\nEND:VEVENT\n`;

const AT_NINE = "DTSTART;TZID=Europe/Berlin:20261124T090000\nDTEND;TZID=Europe/Berlin:20261124T100000";
const WINDOW: Partial<ReadOptions> = { days: { first: date("2026-11-23"), last: date("2026-12-04") } };

const read = (events: string, options: Partial<ReadOptions> = WINDOW, about = BERLIN) =>
  readHours("team.ics", calendar(events, about), options);

/** The days on which something took place, with the hours of everybody. */
const days = async (events: string, options: Partial<ReadOptions> = WINDOW, about = BERLIN) =>
  hoursOf(await read(events, options, about));

const attendee = (name: string, more = "") => `ATTENDEE;${more}CN=${name}:mailto:${name}@example.com`;

test("what a calendar has of 1970 is left out and counted, also where every day is asked for", async () => {
  const old = event("DTSTART:19700101T090000Z\nDURATION:PT1H", "old@example.com");
  const always = event("DTSTART:19700105T090000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY", "always@example.com");
  const all = { days: { first: undefined, last: date("2016-02-01") } };
  const sample = await read(old + always, all);
  expect(hoursOf(sample)).toEqual([
    ["2015-01-05", 1],
    ["2016-01-05", 1],
  ]);
  expect(sample.read.notes.join()).toContain("1 before 2015");
});

describe("a change of all that follow", () => {
  const weekdays = (more = "") =>
    event(
      `DTSTART;TZID=Europe/Berlin:20261123T090000\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=8\nSUMMARY:Standup${more}`,
    );
  const change = (day: string, lines: string, sequence = 1) =>
    event(`RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:202611${day}T090000\nSEQUENCE:${sequence}\n${lines}`);
  const LONGER = "DTSTART;TZID=Europe/Berlin:20261126T100000\nDURATION:PT1H\nSUMMARY:Longer";
  const NINE = ["23", "24", "25"].map((day) => [`2026-11-${day}`, "08:00", 0.5, "Standup"]);
  const found = async (events: string, options = WINDOW) =>
    (await read(events, options)).read.rows.map(({ when, seconds, what }) => {
      const iso = new Date(when).toISOString();
      return [iso.slice(0, 10), iso.slice(11, 16), seconds / 3600, what];
    });
  const later = (days: readonly number[], time: string, hours: number, what: string) =>
    days.map((day) => [new Date(Date.UTC(2026, 10, day)).toISOString().slice(0, 10), time, hours, what]);

  test("moves, lengthens and renames this time and those after it", async () => {
    expect((await found(weekdays() + change("26", LONGER))).toSorted()).toEqual([
      ...NINE,
      ...later([26, 27, 28, 29, 30], "09:00", 1, "Longer"),
    ]);
  });

  test("the later of two changes goes for what follows it; a single change and EXDATE go before both", async () => {
    const second = change("28", "DTSTART;TZID=Europe/Berlin:20261128T080000\nDURATION:PT15M\nSUMMARY:Short");
    const single = event(
      "RECURRENCE-ID;TZID=Europe/Berlin:20261127T090000\nDTSTART:20261127T150000Z\nDURATION:PT2H\nSUMMARY:Once",
    );
    const events = weekdays("\nEXDATE;TZID=Europe/Berlin:20261129T090000") + second + change("26", LONGER) + single;
    expect((await found(events)).toSorted()).toEqual([
      ...NINE,
      ...later([26], "09:00", 1, "Longer"),
      ...later([27], "15:00", 2, "Once"),
      ...later([28, 30], "07:00", 0.25, "Short"),
    ]);
  });

  test("cancels all that follow", async () => {
    const off = change("26", "DTSTART;TZID=Europe/Berlin:20261126T090000\nDURATION:PT30M\nSTATUS:CANCELLED");
    expect(await found(weekdays() + off)).toEqual(NINE);
  });

  test("moves them on the clock on the wall, over the change to summer time too", async () => {
    const options = { days: { first: date("2026-03-26"), last: date("2026-03-31") } };
    const spring = event("DTSTART;TZID=Europe/Berlin:20260327T010000\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=4");
    const moved = event(
      "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260328T010000\nDTSTART;TZID=Europe/Berlin:20260328T040000\nDURATION:PT30M",
    );
    expect((await found(spring + moved, options)).map(([day, time]) => `${day} ${time}`)).toEqual([
      "2026-03-27 00:00",
      "2026-03-29 02:00",
      "2026-03-30 02:00",
      "2026-03-28 03:00",
    ]);
  });

  test("into the days that are asked for, and out of them", async () => {
    const days = { first: date("2026-11-27"), last: date("2026-11-28") };
    const next = change("24", "DTSTART;TZID=Europe/Berlin:20261126T090000\nDURATION:PT30M\nSUMMARY:Moved");
    const moved = (await found(weekdays() + next, { days })).filter(
      ([day]) => day === "2026-11-27" || day === "2026-11-28",
    );
    expect(moved).toEqual(later([27, 28], "08:00", 0.5, "Moved"));
  });

  test.each([
    ["without the event that it changes", change("26", LONGER), /without the event/],
    ["with a rule of its own", weekdays() + change("26", `${LONGER}\nRRULE:FREQ=DAILY`), /its own rule/],
    ["of all before it", weekdays() + change("26", LONGER).replace("FUTURE", "PRIOR"), /THISANDPRIOR/],
  ])("%s is refused with what to do", async (_, events, message) => {
    const [fault] = await faultsOf(() => readHours("a.ics", calendar(events), WINDOW));
    expect(fault?.message).toMatch(message);
    expect(fault?.hint).toContain("export the calendar");
  });
});

describe("who takes part", () => {
  test.each([
    ["nobody is named: the owner of the calendar", [], 1],
    [
      "those who accept, may come, and have not answered",
      [
        attendee("a", "PARTSTAT=ACCEPTED;"),
        attendee("b", "PARTSTAT=TENTATIVE;"),
        attendee("c", "PARTSTAT=NEEDS-ACTION;"),
        attendee("d"),
      ],
      4,
    ],
    ["not those who declined", [attendee("a", "PARTSTAT=ACCEPTED;"), attendee("b", "PARTSTAT=DECLINED;")], 1],
    [
      "no room, no device, no group",
      [attendee("a"), attendee("r", "CUTYPE=ROOM;"), attendee("p", "CUTYPE=RESOURCE;"), attendee("g", "CUTYPE=GROUP;")],
      1,
    ],
    [
      "the organizer too, who is not in the list",
      ["ORGANIZER;CN=O:mailto:o@example.com", attendee("a"), attendee("b")],
      3,
    ],
    ["the organizer once, who is in the list", ["ORGANIZER:MAILTO:A@example.com", attendee("a"), attendee("b")], 2],
    [
      "the organizer of the list who declined is none",
      ["ORGANIZER:mailto:a@example.com", attendee("a", "PARTSTAT=DECLINED;"), attendee("b")],
      1,
    ],
    ["nobody twice", [attendee("a"), attendee("a", "ROLE=OPT-PARTICIPANT;")], 1],
  ])("%s", async (_, lines, people) => {
    const { read: hours } = await read(event([AT_NINE, ...lines].join("\n")));
    expect(hours.rows).toMatchObject([{ seconds: 3600, people, meeting: true }]);
    expect(JSON.stringify(hours.rows)).not.toContain("example.com");
  });

  test.each([
    ["cancelled", "STATUS:CANCELLED", /1 cancelled/],
    ["that blocks no time", "TRANSP:TRANSPARENT", /1 that block no time/],
    ["that everybody declined", attendee("a", "PARTSTAT=DECLINED;"), /1 declined/],
  ])("an event %s is left out and counted", async (_, line, note) => {
    const { read: hours } = await read(event(`${AT_NINE}\n${line}`));
    expect(hours.rows).toEqual([]);
    expect(hours.notes.join()).toMatch(note);
  });

  test("what the person who imports declined took none of their time", async () => {
    const lines = event(`${AT_NINE}\n${attendee("ana", "PARTSTAT=DECLINED;")}\n${attendee("ben")}`);
    expect((await read(lines, { ...WINDOW, mail: "Ana@example.com" })).read.rows).toEqual([]);
    expect((await read(lines, { ...WINDOW, mail: "ben@example.com" })).read.rows).toHaveLength(1);
  });

  test.each([
    ["of a whole day", "DTSTART;VALUE=DATE:20261124\nDTEND;VALUE=DATE:20261125"],
    ["of a whole day without an end", "DTSTART;VALUE=DATE:20261124"],
    ["of 24 hours", "DTSTART:20261124T000000Z\nDURATION:P1D"],
  ])("an event %s is left out and counted", async (_, lines) => {
    const { read: hours } = await read(event(lines));
    expect(hours.rows).toEqual([]);
    expect(hours.notes.join()).toMatch(/1 of whole days/);
  });

  test("a cancellation of a calendar is one of each of its events", async () => {
    expect(await days(event(AT_NINE), WINDOW, `METHOD:CANCEL\n${BERLIN}`)).toEqual([]);
  });
});

describe("when", () => {
  const NINE_MS = Date.UTC(2026, 10, 24, 8);
  test.each([
    ["a zone of the file", AT_NINE, BERLIN],
    ["UTC", "DTSTART:20261124T080000Z\nDTEND:20261124T090000Z", ""],
    ["a zone that only this machine knows", AT_NINE, ""],
    ["a zone by a longer name", AT_NINE.replaceAll("TZID=", "TZID=/mozilla.org/20050126_1/"), ""],
    ["no zone: that of the PoC", "DTSTART:20261124T090000\nDTEND:20261124T100000", ""],
    ["a duration for an end", "DTSTART:20261124T080000Z\nDURATION:PT60M", ""],
    ["begin and end in two zones", "DTSTART:20261124T080000Z\nDTEND;TZID=Europe/Berlin:20261124T100000", BERLIN],
    ["folded lines", "DTSTART;TZID=Europe/Be\n rlin:20261124T090000\nDURATION:PT1H", BERLIN],
  ])("%s", async (_, lines, about) => {
    const { read: hours } = await read(event(lines), WINDOW, about);
    expect(hours.rows).toMatchObject([{ when: NINE_MS, seconds: 3600 }]);
  });

  test("the zone of the calendar is that of times without one", async () => {
    const { read: hours } = await read(event("DTSTART:20261124T080000\nDURATION:PT1H"), WINDOW, "X-WR-TIMEZONE:UTC\n");
    expect(hours.rows).toMatchObject([{ when: NINE_MS }]);
    expect(hours.notes).toEqual([]);
  });

  test("a zone of the file may be anywhere, and its name anything", async () => {
    const own =
      "BEGIN:VTIMEZONE\nTZID:Nowhere\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:-0741\nTZOFFSETTO:-0741\nEND:STANDARD\nEND:VTIMEZONE\n";
    const { read: hours } = await read(event("DTSTART;TZID=Nowhere:20261124T001900\nDURATION:PT1H"), WINDOW, own);
    expect(hours.rows).toMatchObject([{ when: NINE_MS }]);
  });
});

describe("again and again", () => {
  const MONDAY = "DTSTART;TZID=Europe/Berlin:20261102T090000\nDTEND;TZID=Europe/Berlin:20261102T093000";
  const november = (...list: readonly number[]) => list.map((day) => [`2026-11-${day}`, 0.5]);

  test.each([
    [
      "every working day, only in the timebox",
      `${MONDAY}\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR`,
      [
        ...november(23, 24, 25, 26, 27, 30),
        ["2026-12-01", 0.5],
        ["2026-12-02", 0.5],
        ["2026-12-03", 0.5],
        ["2026-12-04", 0.5],
      ],
    ],
    ["as many times as it says, counted from its begin", `${MONDAY}\nRRULE:FREQ=WEEKLY;COUNT=4`, november(23)],
    ["until a moment in UTC", `${MONDAY}\nRRULE:FREQ=DAILY;UNTIL=20261124T080000Z`, november(23, 24)],
    ["until a moment just before", `${MONDAY}\nRRULE:FREQ=DAILY;UNTIL=20261124T075959Z`, november(23)],
    ["until a day, which is the last", `${MONDAY}\nRRULE:FREQ=DAILY;UNTIL=20261124`, november(23, 24)],
    ["every second week", `${MONDAY}\nRRULE:FREQ=WEEKLY;INTERVAL=2`, november(30)],
    ["the last Friday of a month", `${MONDAY}\nRRULE:FREQ=MONTHLY;BYDAY=-1FR`, november(27)],
    [
      "without a moment that is taken out",
      `${MONDAY}\nRRULE:FREQ=DAILY;UNTIL=20261125\nEXDATE;TZID=Europe/Berlin:20261124T090000`,
      november(23, 25),
    ],
    [
      "without two moments, in UTC",
      `${MONDAY}\nRRULE:FREQ=DAILY;UNTIL=20261125\nEXDATE:20261124T080000Z,20261123T080000Z`,
      november(25),
    ],
    [
      "without a day that is taken out",
      `${MONDAY}\nRRULE:FREQ=DAILY;UNTIL=20261125\nEXDATE;VALUE=DATE:20261124`,
      november(23, 25),
    ],
    ["with a moment that is added", `${MONDAY}\nRDATE;TZID=Europe/Berlin:20261126T150000`, november(26)],
    ["with a span that is added", `${MONDAY}\nRDATE;VALUE=PERIOD:20261126T140000Z/PT2H`, [["2026-11-26", 2]]],
    ["a rule that has no day", `${MONDAY}\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30`, []],
  ])("%s", async (_, lines, expected) => {
    expect(await days(event(lines))).toEqual(expected);
  });

  test("it stays at nine when the clocks change", async () => {
    const lines = "DTSTART;TZID=Europe/Berlin:20261023T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4";
    const { read: hours } = await read(event(lines), { days: { first: date("2026-10-20"), last: date("2026-10-30") } });
    expect(hours.rows.map(({ when }) => new Date(Number(when)).toISOString().slice(8, 16))).toEqual([
      "23T07:00",
      "24T07:00",
      "25T08:00",
      "26T08:00",
    ]);
  });

  const SERIES = event(`${MONDAY}\nRRULE:FREQ=DAILY;UNTIL=20261125`);
  const change = (lines: string) => event(`RECURRENCE-ID;TZID=Europe/Berlin:20261124T090000\n${lines}`);
  test.each([
    ["is moved to another day", "DTSTART:20261126T080000Z\nDURATION:PT30M", november(23, 25, 26)],
    [
      "takes longer",
      "DTSTART;TZID=Europe/Berlin:20261124T090000\nDURATION:PT2H",
      [
        ["2026-11-23", 0.5],
        ["2026-11-24", 2],
        ["2026-11-25", 0.5],
      ],
    ],
    ["is cancelled", `DTSTART;TZID=Europe/Berlin:20261124T090000\nDURATION:PT2H\nSTATUS:CANCELLED`, november(23, 25)],
    [
      "has more people",
      `DTSTART;TZID=Europe/Berlin:20261124T090000\nDURATION:PT30M\n${attendee("a")}\n${attendee("b")}`,
      [
        ["2026-11-23", 0.5],
        ["2026-11-24", 1],
        ["2026-11-25", 0.5],
      ],
    ],
  ])("one of them %s, wherever it stands in the file", async (_, lines, expected) => {
    expect(await days(SERIES + change(lines))).toEqual(expected);
    expect(await days(change(lines) + SERIES)).toEqual(expected);
  });

  test("a change alone is an event", async () => {
    expect(await days(change("DTSTART:20261124T080000Z\nDURATION:PT1H"))).toEqual([["2026-11-24", 1]]);
  });

  test("of two versions the later counts", async () => {
    const versions = [
      event("DTSTART:20261124T080000Z\nDURATION:PT1H\nSEQUENCE:2"),
      event("DTSTART:20261124T080000Z\nDURATION:PT3H\nSEQUENCE:10"),
    ];
    expect(await days(versions.join(""))).toEqual([["2026-11-24", 3]]);
    expect(await days(versions.toReversed().join(""))).toEqual([["2026-11-24", 3]]);
  });
});

describe("what it is called", () => {
  test("its title, its tags and its calendar pick it; a private one keeps its title", async () => {
    const { read: hours } = await read(
      event(`${AT_NINE}\nSUMMARY:Review #rag with ben@example.com\nCATEGORIES:PoC,Work`) +
        event(`${AT_NINE}\nSUMMARY:Doctor\nCLASS:PRIVATE`, "2@example.com"),
    );
    expect(hours.rows).toMatchObject([
      { what: "Review #rag with", labels: { calendar: "Team", tag: ["PoC", "Work", "rag"] } },
      { labels: { calendar: "Team" } },
    ]);
    expect(hours.rows[1]).not.toHaveProperty("what");
  });

  test("each has a key, which says no more than that it is the same", async () => {
    const both = event(AT_NINE) + event(AT_NINE, "2@example.com");
    const keys = (await read(both)).read.rows.map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    expect(keys.join()).not.toContain("example");
    expect((await read(both)).read.rows.map(({ key }) => key)).toEqual(keys);
  });
});

describe("what keeps it from being read", () => {
  test.each([
    ["cut off", calendar(event(AT_NINE)).slice(0, -20), undefined, /ends inside a calendar/],
    ["no events", calendar(""), undefined, /no events/],
    ["no begin", calendar(event("SUMMARY:x"), ""), 5, /without DTSTART/],
    ["a 13th month", calendar(event("DTSTART:20261340T250000"), ""), 5, /not a time/],
    [
      "an end before its begin",
      calendar(event("DTSTART:20261124T080000Z\nDTEND:20261124T070000Z"), ""),
      5,
      /ends before/,
    ],
    [
      "a zone that nobody knows",
      calendar(event("DTSTART;TZID=Mars/Olympus:20261124T080000\nDURATION:PT1H"), ""),
      5,
      /Mars\/Olympus/,
    ],
    [
      "every second",
      calendar(event("DTSTART:20261124T080000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY"), ""),
      5,
      /repeats secondly/,
    ],
    [
      "since 1950",
      calendar(event("DTSTART:19500101T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY"), ""),
      5,
      /more than 20000 times/,
    ],
    [
      "no rule",
      calendar(event("DTSTART:20261124T080000Z\nDURATION:PT1H\nRRULE:FREQ=NOW"), ""),
      5,
      /not valid|cannot be read/,
    ],
    ["a line without a colon", calendar(event("DTSTART:20261124T080000Z\nfoo"), ""), 5, /not valid iCalendar/],
  ])("%s", async (_, text, line, message) => {
    const [fault] = await faultsOf(() => readHours("a.ics", text, WINDOW));
    expect(fault?.message).toMatch(message);
    if (line !== undefined) expect(fault?.line).toBe(line);
  });

  test("all of them at once, and nothing of one spoils another", async () => {
    const text =
      event("SUMMARY:x") + event(AT_NINE, "2@example.com") + event("DTSTART:20261340T250000", "3@example.com");
    expect(await faultsOf(() => read(text, WINDOW, ""))).toHaveLength(2);
  });
});
