import { describe, expect, test } from "vitest";
import { faultsOf, hoursOf, readHours } from "../read-sample.ts";

const TEXT = `2026-11-24 (8h!)
Harness and #reranker
    8:00 - 12:00 Worktime
    12:30pm - 5:00pm
    -1h	Lunch #break
    2h30m Tests #poc=rag
        on the second corpus

2026/11/25 (7h30m!)
    <23:30 - 0:30 Deploy
    22:00 - 0:15> Late
    +45m
    8:00 - ?

2026-11-26
`;

test("durations, ranges, shifts over midnight, breaks; what a day should have is no work", async () => {
  const sample = await readHours("week.klg", TEXT);
  expect([sample.format, sample.problems]).toEqual(["klog", []]);
  expect(sample.read.rows.map(({ when, seconds, what }) => [when, seconds / 60, what])).toEqual([
    ["2026-11-24", 240, "Worktime"],
    ["2026-11-24", 270, undefined],
    ["2026-11-24", -60, "Lunch #break"],
    ["2026-11-24", 150, "Tests #poc=rag on the second corpus"],
    ["2026-11-25", 60, "Deploy"],
    ["2026-11-25", 135, "Late"],
    ["2026-11-25", 45, undefined],
  ]);
  expect(hoursOf(sample)).toEqual([
    ["2026-11-24", 10],
    ["2026-11-25", 4],
  ]);
  expect(sample.read.notes.join()).toContain("1 still running");
});

test("tags of a day are those of each of its entries", async () => {
  const { read } = await readHours("week.klg", TEXT);
  expect(read.rows.map(({ labels }) => labels["tag"])).toEqual([
    ["reranker"],
    ["reranker"],
    ["reranker", "break"],
    ["reranker", "poc", "poc=rag"],
    [],
    [],
    [],
  ]);
});

test("Windows line ends, a byte order mark, and two blanks of indentation", async () => {
  const text = "\ufeff2026-11-24\r\n  24:00 - 1:00> x\r\n  12:00am - 12:30pm\r\n";
  expect(hoursOf(await readHours("a.klg", text))).toEqual([["2026-11-24", 13.5]]);
});

const JSON_TEXT = JSON.stringify({
  records: [
    {
      date: "2026-11-24",
      summary: "Harness #rag",
      total: "7h9m",
      total_mins: 429,
      should_total: "7h30m!",
      should_total_mins: 450,
      tags: ["#rag"],
      entries: [
        { type: "duration", summary: "Tests #x", tags: ["#x"], total: "1h30m", total_mins: 90 },
        { type: "range", summary: "", tags: [], total: "5h39m", total_mins: 339, start: "<23:44", start_mins: -16 },
        { type: "open_range", summary: "Now", tags: [], total: "0m", total_mins: 0, start: "8:00", start_mins: 480 },
      ],
    },
  ],
  warnings: null,
  errors: null,
});

test("klog json says the same of the same", async () => {
  const sample = await readHours("week.json", JSON_TEXT);
  expect([sample.format, sample.problems]).toEqual(["klog", []]);
  expect(hoursOf(sample)).toEqual([["2026-11-24", 429 / 60]]);
  expect(sample.read.rows.map(({ labels }) => labels["tag"])).toEqual([["rag", "x"], ["rag"]]);
  expect(sample.read.notes.join()).toContain("1 still running");
});

describe("what is no klog is said by its line", () => {
  const day = "2026-11-24\n    1h\n";
  test.each([
    ["a day that is none", `${day}\n2026-11-31\n    1h\n`, 4, /2026-11-31/],
    ["words behind a day", "2026-11-24 eight hours\n    1h\n", 1, /after a day/],
    ["a range that ends before it begins", `${day}    9:00 - 8:00\n`, 3, /ends before it begins/],
    ["minutes over 59", `${day}    9:75 - 10:00\n`, 3, /expected a duration/],
    ["13 pm", `${day}    13:00pm - 14:00pm\n`, 3, /expected a duration/],
    ["words for an entry", `${day}    half a day\n`, 3, /expected a duration/],
    ["a summary behind entries", `${day}late\n`, 3, /between entries/],
    ["errors that klog found", '{"records":null,"errors":[{"line":1}]}', undefined, /klog found errors/],
    ["no entries", "2026-11-24\n    \n    0m\n", undefined, /no entries/],
  ])("%s", async (_, text, line, message) => {
    const [fault] = await faultsOf(() => readHours("a.klg", text, { from: "klog" }));
    expect(fault?.message).toMatch(message);
    expect(fault?.line).toBe(line);
  });
});
