import { expect, test } from "vitest";
import { faultsOf, hoursOf, readHours, sample } from "../read-sample.ts";

// The shape of timew 1.4.3 export.
const EXPORT = `[
{"id":2,"start":"20261124T070000Z","end":"20261124T093000Z","tags":["poc","two words"],"annotation":"called Ana"},
{"id":1,"start":"20261125T070000Z","tags":["poc"]}
]`;

test("closed intervals are hours; the open one is left out and said", async () => {
  const sample = await readHours("timew.json", EXPORT);
  const { format, read, problems } = sample;
  expect(problems).toEqual([]);
  expect(format).toBe("timewarrior");
  expect(hoursOf(sample)).toEqual([["2026-11-24", 2.5]]);
  expect(read.rows.map(({ what, labels }) => [what, labels])).toEqual([
    ["poc, two words", { tag: ["poc", "two words"] }],
  ]);
  expect(read.notes.join()).toContain("still running");
});

// `timew summary` of the same: 2:20 on Monday, 4:07:31 on Tuesday; 1:50 from Thursday night on, and 1 still running.
test("a real export of 1.4.3", async () => {
  const real = await readHours("timew.json", new TextDecoder().decode(sample("timewarrior.json")));
  expect(real.problems).toEqual([]);
  const seconds = hoursOf(real).map(([day, hours]) => [day, Math.round(hours * 3600)]);
  expect(seconds).toEqual([
    ["2026-11-23", 8400],
    ["2026-11-24", 14_851],
    ["2026-11-26", 6600],
  ]);
  expect(real.read.notes.join()).toContain("1 still running");
  expect(JSON.stringify(real.read)).not.toContain("Müller");
});

test.each([
  ["an end before its start", EXPORT.replace("T093000Z", "T060000Z")],
  ["no moment", EXPORT.replace("20261124T093000Z", "yesterday")],
])("%s is a fault", async (_, text) => {
  expect((await faultsOf(() => readHours("t.json", text)))[0]?.message).toMatch(/times in order/);
});
