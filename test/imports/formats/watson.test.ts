import { expect, test } from "vitest";
import { faultsOf, hoursOf, readHours } from "../read-sample.ts";

const ID = (k: number) => String(k).repeat(32);
/** Seconds since 1970 of 24 November 2026, 07:00 UTC. */
const SEVEN = 1_795_503_600;
const frame = (start: number, stop: number, project: string, id: string, tags: readonly string[], updated: number) => [
  start,
  stop,
  project,
  id,
  tags,
  updated,
];

const FRAMES = JSON.stringify([
  frame(SEVEN, SEVEN + 9000, "rag-poc", ID(1), ["harness"], SEVEN + 9000),
  frame(SEVEN + 10_000, SEVEN + 10_037, "other", ID(2), [], SEVEN + 10_037),
]);

test("frames are hours to the second, with project and tags", async () => {
  const { format, read, problems } = await readHours("frames", FRAMES);
  expect([format, problems]).toEqual(["watson", []]);
  expect(read.rows.map(({ when, seconds, what, labels }) => [when, seconds, what, labels])).toEqual([
    [SEVEN * 1000, 9000, "rag-poc", { project: "rag-poc", tag: ["harness"] }],
    [(SEVEN + 10_000) * 1000, 37, "other", { project: "other", tag: [] }],
  ]);
});

test("of a frame that stands there twice the later edit counts, wherever it stands", async () => {
  const long = frame(SEVEN, SEVEN + 7200, "rag-poc", ID(1), [], SEVEN + 20_000);
  const short = frame(SEVEN, SEVEN + 3600, "rag-poc", ID(1), [], SEVEN + 10_000);
  for (const frames of [
    [long, short],
    [short, long],
  ])
    expect(hoursOf(await readHours("frames", JSON.stringify(frames)))).toEqual([["2026-11-24", 2]]);
});

test("old frames have ids that are no hashes, and may lack the time of their edit", async () => {
  const old = JSON.stringify([[SEVEN, SEVEN + 3600, "rag-poc", "1", []]]);
  expect(hoursOf(await readHours("frames", old))).toEqual([["2026-11-24", 1]]);
});

const LOG = JSON.stringify([
  { id: ID(3), project: "rag-poc", start: "2026-11-24T08:00:00+01:00", stop: "2026-11-24T10:30:00+01:00", tags: ["x"] },
]);

test("watson log --json", async () => {
  const { format, read } = await readHours("log.json", LOG);
  expect(format).toBe("watson");
  expect(read.rows).toMatchObject([{ when: Date.UTC(2026, 10, 24, 7), seconds: 9000, labels: { tag: ["x"] } }]);
});

const report = (from: string, to: string) => ({
  projects: [{ name: "rag-poc", tags: [{ name: "x", time: 100 }], time: 5400.4 }],
  time: 5400.4,
  timespan: { from: `${from}T00:00:00+01:00`, to: `${to}T23:59:59+01:00` },
});

test("a report of a single day says when; the tags of a project are parts of it and count once", async () => {
  const days = JSON.stringify([report("2026-11-24", "2026-11-24"), report("2026-11-25", "2026-11-25")]);
  expect(hoursOf(await readHours("aggregate.json", days))).toEqual([
    ["2026-11-24", 1.5],
    ["2026-11-25", 1.5],
  ]);
});

test.each([
  ["a report of several days", JSON.stringify(report("2026-11-23", "2026-11-27")), /several days/, /watson log --json/],
  ["an end before its start", JSON.stringify([frame(SEVEN, SEVEN - 5, "p", ID(1), [], 0)]), /before it starts/, /edit/],
  ["no id", JSON.stringify([[SEVEN, SEVEN + 5, "p", 7, [], 0]]), /without start, end and id/, undefined],
  ["milliseconds for seconds", FRAMES.replaceAll(/(\d{10})/g, "$1000"), /no day from 2015 on/, undefined],
  ["cut off", FRAMES.slice(0, -20), /end of the file|expected/, undefined],
])("%s is a fault", async (_, text, message, hint) => {
  const [fault] = await faultsOf(() => readHours("frames", text, { from: "watson" }));
  expect(fault?.message).toMatch(message);
  if (hint !== undefined) expect(fault?.hint).toMatch(hint);
});
