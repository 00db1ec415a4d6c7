import { describe, expect, it } from "vitest";
import { parseDate, type CivilDate } from "../../../src/domain/scalars/calendar.ts";
import {
  isWorkingDay,
  SATURDAY_SUNDAY,
  timeboxPosition,
  workingDates,
  workingDaysBetween,
  type Timebox,
} from "../../../src/domain/records/timebox.ts";
import { read } from "../scalars/outcome.ts";

const date = (text: string): CivilDate => read(parseDate(text));

/** Monday 2026-11-23 to Friday 2026-12-04, without Tuesday 2026-12-01. */
const timebox: Timebox = {
  start: date("2026-11-23"),
  workingDays: 9,
  timezone: "Europe/Berlin",
  weekend: SATURDAY_SUNDAY,
  holidays: [date("2026-12-01")],
};

describe("working days", () => {
  it("skips weekends and holidays", () => {
    expect(workingDates(timebox)).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-25",
      "2026-11-26",
      "2026-11-27",
      "2026-11-30",
      "2026-12-02",
      "2026-12-03",
      "2026-12-04",
    ]);
    expect(isWorkingDay(timebox, date("2026-12-01"))).toBe(false);
  });

  it("starts on the first working day from the start on", () => {
    expect(workingDates({ ...timebox, start: date("2026-11-21"), workingDays: 1 })).toEqual(["2026-11-23"]);
  });

  it("ends although every day is a weekend", () => {
    expect(workingDates({ ...timebox, weekend: [1, 2, 3, 4, 5, 6, 7] })).toEqual([]);
  });

  it("counts those strictly after the one and up to the other", () => {
    expect(workingDaysBetween(timebox, date("2026-11-27"), date("2026-12-02"))).toBe(2);
    expect(workingDaysBetween(timebox, date("2026-12-02"), date("2026-11-27"))).toBe(0);
  });
});

describe("timeboxPosition", () => {
  it.each([
    ["2026-11-22", "before", 0, 9],
    ["2026-11-23", "during", 1, 8],
    ["2026-11-28", "during", 5, 4],
    ["2026-12-01", "during", 6, 3],
    ["2026-12-04", "during", 9, 0],
    ["2026-12-05", "after", 9, 0],
  ])("on %s is %s, day %d, %d left", (today, phase, day, left) => {
    expect(timeboxPosition(timebox, date(today))).toMatchObject({
      phase,
      day,
      left,
      of: 9,
      start: "2026-11-23",
      end: "2026-12-04",
    });
  });
});
