import { describe, expect, it } from "vitest";
import { parseDate } from "../../../src/domain/scalars/calendar.ts";
import {
  clockLabel,
  dateIn,
  endOfDay,
  instantAt,
  instantIn,
  instantText,
  parseInstant,
  UTC,
  type Zone,
} from "../../../src/domain/scalars/instant.ts";
import { read, refused } from "./outcome.ts";

describe("parseInstant", () => {
  it.each([
    ["2026-11-25T16:20:00+01:00", "2026-11-25T16:20:00+01:00"],
    ["2026-11-25T16:20Z", "2026-11-25T16:20:00+00:00"],
    ["2026-11-25T16:20:07-09:30", "2026-11-25T16:20:07-09:30"],
    ["2026-11-25T00:00:00+14:00", "2026-11-25T00:00:00+14:00"],
  ])("reads %s", (text, canonical) => {
    expect(instantText(read(parseInstant(text)))).toBe(canonical);
  });

  it("applies the offset", () => {
    expect(read(parseInstant("2026-11-25T16:20:00+01:00")).epochMs).toBe(Date.UTC(2026, 10, 25, 15, 20));
  });

  it.each([
    "2026-11-25T24:00:00Z",
    "2026-12-31T23:59:60Z",
    "2026-11-25T16:60:00Z",
    "2026-11-25T16:20:00+15:00",
    "2026-11-25T16:20:00+01:60",
  ])("refuses the time of %s", (text) => {
    expect(refused(parseInstant(text)).code).toBe("invalid-instant");
  });

  it.each([
    "",
    "2026-11-25",
    "2026-11-25 16:20:00+01:00",
    "2026-11-25T16:20:00",
    "2026-11-25T16:20:00.5555Z",
    "2026-11-25T16:20.5Z",
    "2026-11-25t16:20:00z",
    "2026-11-25T16:20:00+0100",
  ])("refuses the form of %j", (text) => {
    expect(refused(parseInstant(text)).code).toBe("invalid-instant");
  });

  it("refuses a day that does not exist as a date", () => {
    expect(refused(parseInstant("2026-02-30T10:00:00Z")).code).toBe("invalid-date");
  });
});

/** An hour ahead of UTC; two from 2026-03-29 01:00 to 2026-10-25 01:00, as in Berlin. */
const SUMMER = { from: Date.UTC(2026, 2, 29, 1), to: Date.UTC(2026, 9, 25, 1) };
const berlin: Zone = {
  name: "Europe/Berlin",
  offsetAt: (epochMs) => (epochMs >= SUMMER.from && epochMs < SUMMER.to ? 120 : 60),
};
const kiritimati: Zone = { name: "Pacific/Kiritimati", offsetAt: () => 840 };

describe("zones", () => {
  it("tells the day by the zone, not by UTC", () => {
    const late = Date.UTC(2026, 10, 25, 23, 30);
    expect(dateIn(UTC, late)).toBe("2026-11-25");
    expect(dateIn(berlin, late)).toBe("2026-11-26");
    expect(dateIn(kiritimati, late)).toBe("2026-11-26");
  });

  it.each([
    ["2026-11-25T16:20:00.5Z", "2026-11-25T16:20:00.500+00:00"],
    ["2026-11-25T16:20:00.004+01:00", "2026-11-25T16:20:00.004+01:00"],
    ["2026-11-25T16:20:00.000+01:00", "2026-11-25T16:20:00+01:00"],
  ])("%s carries milliseconds where it has some", (text, canonical) => {
    const read = parseInstant(text);
    expect(read.ok && instantText(read.value)).toBe(canonical);
  });

  it("shows milliseconds on the wall", () => {
    const instant = instantIn(berlin, Date.UTC(2026, 6, 1, 10, 0, 0, 999));
    expect(instantText(instant)).toBe("2026-07-01T12:00:00.999+02:00");
    expect(clockLabel(instant)).toBe("12:00");
  });

  it("takes the first moment after a gap, and the first of two", () => {
    expect(instantText(instantAt(berlin, read(parseDate("2026-03-29")), 150))).toBe("2026-03-29T03:30:00+02:00");
    expect(instantText(instantAt(berlin, read(parseDate("2026-10-25")), 150))).toBe("2026-10-25T02:30:00+02:00");
  });

  it("ends a day at midnight", () => {
    expect(endOfDay(berlin, read(parseDate("2026-11-25")))).toBe(Date.UTC(2026, 10, 25, 22, 59, 59, 999));
  });
});
