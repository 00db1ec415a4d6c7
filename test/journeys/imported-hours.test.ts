import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** Hours and meetings that are taken in from trackers and calendars. */

const golden = (name: string) => `./sessions/${name}.txt`;
const START = "2026-11-23T09:00:00+01:00";
const NOW = "2026-12-01T10:00:00+01:00";
const DAY_1: Step = { type: "poc start", now: START };
const SHORT = "--format json";

const TIMEW = `[
{"id":3,"start":"20261124T070000Z","end":"20261124T093000Z","tags":["poc","harness"]},
{"id":2,"start":"20261124T100000Z","end":"20261124T102000Z","tags":["other"]},
{"id":1,"start":"20261201T083000Z","tags":["poc"]}
]`;

const KLOG = `2026-11-25 (8h!)
    8:00 - 12:30 Reranker #poc
    -30m Break #poc
    1h Mail

2026-11-26
    <23:30 - 1:00 Deploy #poc
`;

const TOGGL = `User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags
Ana Ruiz,ana@example.com,,rag-poc,,Labelling,No,2026-11-26,09:00:00,2026-11-26,10:20:00,01:20:00,
Ben Ode,ben@example.com,,rag-poc,,Labelling,No,2026-11-26,09:00:00,2026-11-26,11:00:00,02:00:00,
Ana Ruiz,ana@example.com,,website,,Footer,No,2026-11-27,09:00:00,2026-11-27,17:00:00,08:00:00,
Ana Ruiz,ana@example.com,,rag-poc,,Before the start,No,2026-11-20,09:00:00,2026-11-20,17:00:00,08:00:00,
`;

test("a week of hours from three trackers, each with the rows that belong to the PoC", async () => {
  const disk = diskWithPoc({ "timew.json": TIMEW, "week.klg": KLOG, "toggl.csv": TOGGL });
  const steps: Step[] = [
    DAY_1,
    { type: "poc import timew.json --only tag=poc --save timew", now: NOW },
    { type: "poc import week.klg --only tag=poc --save klog" },
    { type: "poc import toggl.csv --only project=rag-poc --save toggl" },
    { type: "poc import" },
    { type: "poc import toggl.csv --only projekt=rag-poc" },
    { type: "poc show" },
  ];
  const shown = await transcript(steps, { disk }, ["imports.yaml"]);
  await expect(shown.slice(shown.indexOf("$ poc import timew"))).toMatchFileSnapshot(golden("import-three-trackers"));
});

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Team
BEGIN:VEVENT
UID:standup@example.com
DTSTART:20261116T083000Z
DURATION:PT15M
RRULE:FREQ=DAILY;UNTIL=20261125T235959Z
EXDATE:20261124T083000Z
SUMMARY:Standup
ORGANIZER:mailto:ben@example.com
ATTENDEE:mailto:ana@example.com
ATTENDEE;PARTSTAT=DECLINED:mailto:carl@example.com
END:VEVENT
BEGIN:VEVENT
UID:review@example.com
DTSTART:20261130T130000Z
DTEND:20261130T140000Z
SUMMARY:Review with the sponsor
ATTENDEE:mailto:ana@example.com
ATTENDEE:mailto:ben@example.com
ATTENDEE;CUTYPE=ROOM:mailto:room@example.com
END:VEVENT
BEGIN:VEVENT
UID:later@example.com
DTSTART:20261201T130000Z
DTEND:20261201T140000Z
SUMMARY:This afternoon
END:VEVENT
BEGIN:VEVENT
UID:off@example.com
DTSTART;VALUE=DATE:20261127
SUMMARY:Holiday
END:VEVENT
END:VCALENDAR
`;

test("a calendar: meetings within the timebox with everybody who came, and once however often it is imported", async () => {
  const steps: Step[] = [
    DAY_1,
    { type: "poc import team.ics", now: NOW },
    { type: "poc import team.ics" },
    { type: "poc status" },
  ];
  const shown = await transcript(steps, { disk: diskWithPoc({ "team.ics": CALENDAR }) });
  await expect(shown.slice(shown.indexOf("$ poc import team.ics"))).toMatchFileSnapshot(golden("import-calendar"));
});

test("a meeting that two people import on two branches is one when they merge; their own hours are two", async () => {
  const of = async (author: string) => {
    const disk = diskWithPoc({ "team.ics": CALENDAR, "timew.json": TIMEW });
    const here = world({ disk, now: START });
    await run(["start"], here);
    expect(await run(["import", "team.ics", "timew.json"], { ...here, author, now: NOW })).toMatchObject({
      exitCode: 0,
    });
    const isNew = (path: string) => path.startsWith(`${POC}/log/`) && !path.includes("start");
    return new Map([...disk].filter(([path]) => isNew(path)));
  };
  const [ana, ben] = [await of("Ana Ruiz <ana@example.com>"), await of("Ben Ode <ben@example.com>")];
  const same = [...ana].filter(([path, text]) => ben.get(path) === text);
  expect([ana.size, ben.size, same.length]).toEqual([4, 4, 3]);
});

test("a meeting in the calendars of two people is two files on two branches, and counts once after the merge", async () => {
  const of = async (name: string) => {
    const disk = diskWithPoc({ [name]: CALENDAR });
    await run(["start"], world({ disk, now: START }));
    await run(["import", name], world({ disk, now: NOW }));
    return disk;
  };
  const [ana, ben] = [await of("ana.ics"), await of("ben.ics")];
  const logged = (disk: ReadonlyMap<string, string>) =>
    [...disk].filter(([path]) => path.includes("/log/") && !path.includes("start"));
  const merged = new Map([...ana, ...ben]);
  expect(logged(merged)).toHaveLength(logged(ana).length + logged(ben).length);
  const { stdout } = await run(["status", "--json"], world({ disk: merged, now: NOW }));
  expect((JSON.parse(stdout) as { data: { effort: { hours: string } } }).data.effort.hours).toBe("3");
  expect((await run(["import", "ana.ics", "ben.ics", "--json"], world({ disk: merged, now: NOW }))).stdout).toContain(
    '"entries": []',
  );
});

test("two meetings that look alike are two; one that stands in two calendars, or is moved, is one", async () => {
  const meeting = (uid: string, start: string) =>
    `BEGIN:VEVENT\nUID:${uid}\nDTSTART:${start}\nDURATION:PT30M\nSUMMARY:Sync\nEND:VEVENT\n`;
  const calendar = (...events: readonly string[]) => `BEGIN:VCALENDAR\n${events.join("")}END:VCALENDAR\n`;
  const [a, b] = [meeting("a", "20261124T080000Z"), meeting("b", "20261124T080000Z")];
  const files = {
    "one.ics": calendar(a),
    "both.ics": calendar(a, b),
    "moved.ics": calendar(meeting("a", "20261125T080000Z")),
  };
  const here = world({ disk: diskWithPoc(files), now: START });
  await run(["start"], here);
  const later = { ...here, now: NOW };
  const hours = async () => {
    const { stdout } = await run(["status", "--json"], later);
    return (JSON.parse(stdout) as { data: { effort: { hours: string } } }).data.effort.hours;
  };
  await run(["import", "one.ics"], later);
  expect(await hours()).toBe("0.5");
  expect(await run(["import", "one.ics", "both.ics"], later)).toMatchObject({ exitCode: 0 });
  expect(await hours()).toBe("1");
  expect((await run(["import", "moved.ics"], later)).stdout).toContain("changed");
  expect(await hours()).toBe("1");
  expect(await run(["import", "both.ics", "moved.ics"], later)).toMatchObject({ exitCode: 2 });
});

test("a day of a calendar that both orders accept is refused, and the flag that is named settles it", async () => {
  const head =
    "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)";
  const row = "rag-poc,,Labelling,,Ana Ruiz,,ana@example.com,,No,01/12/2026,08:00,01/12/2026,09:20,01:20:00,1.33";
  const here = world({ disk: diskWithPoc({ "clockify.csv": `${head}\n${row}\n` }), now: START });
  await run(["start"], here);
  const later = { ...here, now: NOW };
  const refused = await run(["import", "clockify.csv"], later);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain("clockify.csv:2: ");
  expect(refused.stderr).toContain("--date-order");
  const taken = await run(
    ["import", "clockify.csv", "--date-order", "dmy", "--save", "hours", ...SHORT.split(" ")],
    later,
  );
  expect(taken).toMatchObject({ exitCode: 0 });
  expect(here.disk.get(`${POC}/imports.yaml`)).toContain("date_order: dmy");
  expect((await run(["import"], later)).stdout).toContain("1 entry is already in the log");
});

test("more than a day has, and breaks longer than the work, are refused", async () => {
  const texts = { "a.klg": "2026-11-25\n    20h\n    5h more\n", "b.klg": "2026-11-26\n    1h\n    -2h\n" };
  const here = world({ disk: diskWithPoc(texts), now: START });
  await run(["start"], here);
  const { exitCode, stderr } = await run(["import", "a.klg", "b.klg"], { ...here, now: NOW });
  expect(exitCode).toBe(2);
  expect(stderr).toContain("a.klg: the hours of 2026-11-25 are more than a day has");
  expect(stderr).toContain("b.klg: the breaks of 2026-11-26 are longer than its hours");
});
