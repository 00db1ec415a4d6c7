import { describe, expect, it } from "vitest";
import {
  addDays,
  dateLabel,
  daysBetween,
  longDateLabel,
  parseDate,
  weekday,
  type CivilDate,
} from "../../../src/domain/scalars/calendar.ts";
import { parseDay } from "../../../src/domain/scalars/readings/parse-day.ts";
import { read, refused } from "./outcome.ts";

const date = (text: string): CivilDate => read(parseDate(text));

describe("parseDate", () => {
  it.each(["2026-11-23", "2024-02-29", "2000-02-29", "1900-01-01", "9999-12-31"])("reads %s", (text) => {
    expect(date(text)).toBe(text);
  });

  it.each([
    "2026-02-29",
    "2026-02-30",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-01-00",
    "1899-12-31",
  ])("knows that there is no %s", (text) => {
    expect(refused(parseDate(text))).toMatchObject({ code: "invalid-date", found: `there is no ${text}` });
  });

  it.each([
    "",
    "23.11.2026",
    "2026-1-3",
    "20261123",
    "2026-11-23T00:00:00Z",
    " 2026-11-23",
    "2026-11-23\n",
    "+2026-11-23",
  ])("refuses %j", (text) => {
    expect(refused(parseDate(text)).found).toBeUndefined();
  });
});

describe("days", () => {
  it("counts over months, leap days and years", () => {
    expect(addDays(date("2024-02-28"), 2)).toBe("2024-03-01");
    expect(addDays(date("2026-01-01"), -1)).toBe("2025-12-31");
    expect(daysBetween(date("2024-01-01"), date("2025-01-01"))).toBe(366);
    expect(daysBetween(date("2026-11-23"), date("2026-11-20"))).toBe(-3);
  });

  it.each([
    ["1970-01-01", 4],
    ["1969-12-31", 3],
    ["2026-11-23", 1],
    ["2026-11-29", 7],
  ])("%s is weekday %d", (text, day) => {
    expect(weekday(date(text))).toBe(day);
  });

  it("labels days without an ambiguous month", () => {
    expect(dateLabel(date("2026-11-05"))).toBe("Thu 5 Nov");
    expect(longDateLabel(date("2026-11-05"))).toBe("Thu 5 Nov 2026");
  });
});

describe("parseDay", () => {
  const today = date("2026-11-25"); // a Wednesday
  it.each([
    ["today", "2026-11-25"],
    ["Yesterday", "2026-11-24"],
    ["wednesday", "2026-11-25"],
    ["thu", "2026-11-19"],
    ["monday", "2026-11-23"],
    ["3 days ago", "2026-11-22"],
    ["1 day ago", "2026-11-24"],
    ["2026-11-01", "2026-11-01"],
  ])("reads %s", (text, day) => {
    expect(read(parseDay(text, today))).toBe(day);
  });

  it.each([
    ["yesterdy", "did you mean yesterday (2026-11-24)?"],
    ["m", undefined],
    ["2026-02-30", undefined],
    ["next week", undefined],
  ])("refuses %s", (text, hint) => {
    expect(refused(parseDay(text, today))).toMatchObject({ code: "invalid-date", ...(hint && { hint }) });
  });
});
