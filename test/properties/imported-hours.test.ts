import * as fc from "fast-check";
import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";

/** What is imported is the same however its rows are ordered, and the same again adds nothing. */

interface Stretch {
  /** Of November 2026. */
  readonly day: number;
  readonly minute: number;
  readonly seconds: number;
  readonly what: string;
}

const STRETCHES = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: 23, max: 27 }),
    minute: fc.integer({ min: 0, max: 600 }),
    seconds: fc.integer({ min: 60, max: 7200 }),
    what: fc.constantFrom("harness", "reranker", "labels"),
  }),
  { minLength: 1, maxLength: 8, selector: ({ day, minute }) => `${day} ${minute}` },
);

const pad = (part: number) => String(part).padStart(2, "0");
const startMs = ({ day, minute }: Stretch) => Date.UTC(2026, 10, day, 8, minute);
const iso = (ms: number) => new Date(ms).toISOString();
const basic = (ms: number) => iso(ms).replaceAll(/[-:]|\.000/g, "");
const clock = (seconds: number) =>
  `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
const date = ({ day }: Stretch) => `2026-11-${pad(day)}`;
const hex = (one: Stretch) => `${one.day}${pad(one.minute)}`.padStart(32, "0");

/** The same stretches as each tool writes them; the seconds that it can write. */
const FORMATS: Readonly<
  Record<string, { readonly text: (rows: readonly Stretch[]) => string; readonly least?: number }>
> = {
  "timew.json": {
    text: (rows) =>
      JSON.stringify(
        rows.map((one, k) => ({
          id: k + 1,
          start: basic(startMs(one)),
          end: basic(startMs(one) + one.seconds * 1000),
          tags: [one.what],
        })),
      ),
  },
  frames: {
    text: (rows) =>
      JSON.stringify(
        rows.map((one) => [startMs(one) / 1000, startMs(one) / 1000 + one.seconds, one.what, hex(one), [], 0]),
      ),
  },
  "log.json": {
    text: (rows) =>
      JSON.stringify(
        rows.map((one) => ({
          id: hex(one),
          project: one.what,
          start: iso(startMs(one)),
          stop: iso(startMs(one) + one.seconds * 1000),
          tags: [],
        })),
      ),
  },
  "week.klg": {
    least: 60,
    text: (rows) => rows.map((one) => `${date(one)}\n    ${Math.floor(one.seconds / 60)}m ${one.what}\n`).join("\n"),
  },
  "toggl.csv": {
    text: (rows) =>
      `User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n${rows
        .map(
          (one) =>
            `A,a@example.com,,p,,${one.what},No,${date(one)},08:00:00,${date(one)},09:00:00,${clock(one.seconds)},\n`,
        )
        .join("")}`,
  },
  "clockify.csv": {
    text: (rows) =>
      `Project,Client,Description,Task,User,Tags,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)\n${rows
        .map(
          (one) =>
            `p,,${one.what},,A,,${date(one)},08:00,${date(one)},09:00,${clock(one.seconds)},${(one.seconds / 3600).toFixed(2)}\n`,
        )
        .join("")}`,
  },
  "team.ics": {
    text: (rows) =>
      `BEGIN:VCALENDAR\r\n${rows
        .map(
          (one) =>
            `BEGIN:VEVENT\r\nUID:${hex(one)}\r\nDTSTART:${basic(startMs(one))}\r\nDURATION:PT${one.seconds}S\r\nSUMMARY:${one.what}\r\nEND:VEVENT\r\n`,
        )
        .join("")}END:VCALENDAR\r\n`,
  },
};

interface Lines {
  readonly data: { readonly effort: { readonly hours: string } };
}

test.each(Object.keys(FORMATS))("%s: twice is once, in any order, and the sum is that of the rows", async (name) => {
  const { text, least = 1 } = FORMATS[name]!;
  await fc.assert(
    fc.asyncProperty(STRETCHES, fc.integer(), async (rows, seed) => {
      const exact = rows.map((one) => ({ ...one, seconds: one.seconds - (one.seconds % least) }));
      const mixed = exact.toSorted((a, b) => ((startMs(a) ^ seed) % 97) - ((startMs(b) ^ seed) % 97));
      const [first, second] = [await imported(name, text(exact)), await imported(name, text(mixed))];
      expect(second).toEqual(first);
      const again = await imported(name, text(exact), first.disk);
      expect(again).toEqual(first);
      const total = exact.reduce((sum, { seconds }) => sum + seconds, 0) / 3600;
      expect(Math.abs(first.hours - total)).toBeLessThan(0.0001 * exact.length);
    }),
    { numRuns: 6 },
  );
});

/** The entries of a PoC after an import, and its hours. */
async function imported(name: string, text: string, before?: ReadonlyMap<string, string>) {
  const here = world({ disk: diskWithPoc(), now: "2026-11-23T00:10:00+01:00" });
  await run(["start"], here);
  for (const [path, entry] of before ?? []) here.disk.set(path, entry);
  here.disk.set(`${POC}/${name}`, text);
  const { exitCode, stderr } = await run(["import", name], { ...here, now: "2026-12-01T10:00:00+01:00" });
  expect(exitCode, stderr).toBe(0);
  const status = JSON.parse(
    (await run(["status", "--json"], { ...here, now: "2026-12-01T10:00:00+01:00" })).stdout,
  ) as Lines;
  const isNew = ([path]: readonly [string, string]) => path.startsWith(`${POC}/log/`) && !path.includes("start");
  return { disk: new Map([...here.disk].filter(isNew).sort()), hours: Number(status.data.effort.hours) };
}
