import { describe, expect, test } from "vitest";
import { shortDecimalText } from "../../../src/domain/scalars/decimal.ts";
import { parseWorkHours, workHoursLabel } from "../../../src/domain/scalars/duration.ts";
import { must, number } from "../../support/records.ts";

describe("issue 10, item 15: hours as people write them", () => {
  test.each([
    ["2", "2"],
    ["1.5", "1.5"],
    ["08", "8"],
    ["1,5", "1.5"],
    ["1,5h", "1.5"],
    ["1.5 hours", "1.5"],
    ["1 hr", "1"],
    ["1:30", "1.5"],
    ["01:05", "1.0833"],
    ["0:45", "0.75"],
    ["1:30 h", "1.5"],
    ["1h30", "1.5"],
    ["1h5", "1.0833"],
    ["1h30m", "1.5"],
    ["1h 30m", "1.5"],
    ["1 H 30 MIN", "1.5"],
    ["1 hour and 20 minutes", "1.3333"],
    ["90m", "1.5"],
    ["90min", "1.5"],
    ["90 minutes", "1.5"],
    ["7.5 min", "0.125"],
    ["24", "24"],
    ["24:00", "24"],
  ])("%s is %s h", (text, hours) => {
    expect(shortDecimalText(must(parseWorkHours(text)).hours)).toBe(hours);
  });

  test.each([
    ["", "invalid-number", undefined],
    ["x", "invalid-number", undefined],
    ["1:5", "invalid-number", "write 1:05 or 1:50"],
    ["1:60", "invalid-number", "write 2:00, or 60m for the minutes alone"],
    ["1h90m", "invalid-number", "write 2:30, or 90m for the minutes alone"],
    ["1:30:00", "invalid-number", undefined],
    ["1:30pm", "invalid-number", undefined],
    ["1.5h30m", "invalid-number", undefined],
    ["1,500", "invalid-number", "write 1.5, with a point"],
    ["1e1", "invalid-number", undefined],
    ["+2", "invalid-number", undefined],
    ["-2", "invalid-value", undefined],
    ["0", "invalid-value", undefined],
    ["0:00", "invalid-value", undefined],
    ["24:01", "invalid-value", undefined],
    ["90", "invalid-value", "for minutes, write 90m"],
    ["1500", "invalid-value", "log each day by itself"],
    ["1441m", "invalid-value", undefined],
  ])("%j is refused", (text, code, hint) => {
    const read = parseWorkHours(text);
    expect(read).toMatchObject({ ok: false, problem: { code, ...(hint === undefined ? {} : { hint }) } });
  });

  test("only what is not taken by the letter is said back", () => {
    const rewritten = (text: string) => must(parseWorkHours(text)).rewritten;
    expect(["1:30", "1h30", "1,5", "1,5h"].map(rewritten)).toEqual([true, true, true, true]);
    expect(["2", "1.5", "1.5h", "90m", "1h30m"].map(rewritten)).toEqual([false, false, false, false, false]);
  });

  test.each([
    ["1.5", "1 h 30 min"],
    ["0.75", "45 min"],
    ["2", "2 h"],
    ["1.9999", "2 h"],
  ])("%s h is said as %s", (hours, label) => {
    expect(workHoursLabel(number(hours))).toBe(label);
  });
});
