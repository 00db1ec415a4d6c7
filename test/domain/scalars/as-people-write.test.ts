import { describe, expect, test } from "vitest";
import type { CivilDate } from "../../../src/domain/scalars/calendar.ts";
import { countText, parseCount } from "../../../src/domain/scalars/count.ts";
import { decimal, parseNumber, shortDecimalText } from "../../../src/domain/scalars/decimal.ts";
import { parseWorkHours } from "../../../src/domain/scalars/duration.ts";
import { moneyText, parseMoney } from "../../../src/domain/scalars/money.ts";
import type { Parsed } from "../../../src/domain/scalars/parsed.ts";
import { parseQuantity, quantityText } from "../../../src/domain/scalars/quantity.ts";
import { clockText, parseClock } from "../../../src/domain/scalars/readings/parse-clock.ts";
import { parseDay, parseWrittenDate } from "../../../src/domain/scalars/readings/parse-day.ts";
import { parseShare } from "../../../src/domain/scalars/readings/parse-share.ts";

/**
 * Issue 14: values as people write them. Each is taken with its one meaning, or refused with the corrected text of the
 * very input: `|` stands between several readings.
 */
function outcome<T>(parsed: Parsed<T>, write: (value: T) => string): string {
  if (parsed.ok) return write(parsed.value);
  const { readings, hint } = parsed.problem;
  return readings === undefined ? `refused: ${hint ?? ""}` : `refused: ${readings.join(" | ")}`;
}

const money = (currency?: string) => (text: string) => outcome(parseMoney(text, currency), moneyText);

describe("money, where the cap is in euros", () => {
  test.each([
    ["€12", "12.00 EUR"],
    ["12.40€", "12.40 EUR"],
    ["12.40 €", "12.40 EUR"],
    ["US$ 5", "5.00 USD"],
    ["USD 12.40", "12.40 USD"],
    ["12.40 euro", "12.40 EUR"],
    ["1500", "1500.00 EUR"],
    ["1500 eur", "1500.00 EUR"],
    ["1,200.50 EUR", "1200.50 EUR"],
    ["1'200 CHF", "1200.00 CHF"],
    ["1’200 CHF", "1200.00 CHF"],
    ["1 200,50 EUR", "1200.50 EUR"],
    ["1\u00a0200,50\u00a0EUR", "1200.50 EUR"],
    ["1\u202f200,50\u202f€", "1200.50 EUR"],
    ["EUR12", "12.00 EUR"],
    ["12 €", "12.00 EUR"],
    ["1.234,56 €", "1234.56 EUR"],
    ["12k", "12000.00 EUR"],
    ["12.5k EUR", "12500.00 EUR"],
    ["12kEUR", "12000.00 EUR"],
    ["1.5M EUR", "1500000.00 EUR"],
    ["2 million euro", "2000000.00 EUR"],
    ["12,4", "12.40 EUR"],
    [".50 €", "0.50 EUR"],
    ["12,- €", "12.00 EUR"],
    ["Fr. 12.50", "12.50 CHF"],
    ["CA$5", "5.00 CAD"],
    ["£12", "12.00 GBP"],
    ["$12.40 CAD", "12.40 CAD"],
    ["12€40", "12.40 EUR"],
    ["50 cents", "0.50 EUR"],
    ["-€12", "-12.00 EUR"],
    ["\u221212 EUR", "-12.00 EUR"],
    ["+12 EUR", "12.00 EUR"],
    ["012 EUR", "12.00 EUR"],
    ["1e3 EUR", "1000.00 EUR"],
    ["₹1,00,000", "100000.00 INR"],
    ["١٢٫٥٠ EUR", "12.50 EUR"],
    ["１２ EUR", "12.00 EUR"],
    ["\u200e€12", "12.00 EUR"],
    ["1,200 JPY", "1200 JPY"],
    ["1.234 KWD", "1.234 KWD"],
    ["2,000", "refused: 2000 EUR | 2.00 EUR"],
    ["1.200", "refused: 1200 EUR | 1.20 EUR"],
    ["1.234 EUR", "refused: 1234 EUR | 1.23 EUR"],
    ["96,000 KWD", "refused: 96000 KWD | 96.000 KWD"],
    ["1.234k", "refused: 1234000 EUR | 1234 EUR"],
    ["$12.40", "refused: 12.40 USD | 12.40 CAD | 12.40 AUD | 12.40 NZD"],
    ["100 kr", "refused: 100 SEK | 100 NOK | 100 DKK | 100 ISK"],
    ["¥500", "refused: 500 JPY | 500 CNY"],
    ["12.4567 EUR", "refused: 12.46 EUR"],
    ["0.001 EUR", "refused: 0.01 EUR"],
    ["12.5 JPY", "refused: 12 JPY"],
    ["about 12 EUR", "refused: 12 EUR"],
    ["12 EUR/month", "refused: 12 EUR"],
    ["10-12 EUR", "refused: 10 EUR | 12 EUR"],
    ["€12 USD", "refused: 12 EUR | 12 USD"],
    ["3 x 12 EUR", "refused: 36 EUR"],
    ["12 + 3 EUR", "refused: 15 EUR"],
    ["12:40", "refused: 12.40 EUR"],
    ["12 EUX", "refused: did you mean EUR? Write 12 EUR"],
    ["12 euors", "refused: did you mean EUR? Write 12 EUR"],
    ["twelve euros", "refused: "],
    ["100%", "refused: "],
    ["0x10 EUR", "refused: "],
    ["1,2,3 EUR", "refused: "],
    ["", "refused: "],
  ])("%j: %s", (text, expected) => {
    expect(money("EUR")(text)).toBe(expected);
  });

  test.each([
    ["USD", "$12.40", "12.40 USD"],
    ["CAD", "$12.40", "12.40 CAD"],
    ["NOK", "100 kr", "100.00 NOK"],
    ["CNY", "¥500", "500.00 CNY"],
    ["USD", "12 dollars", "12.00 USD"],
    ["USD", "99¢", "0.99 USD"],
  ])("where the cap is in %s, %s is %s", (currency, text, expected) => {
    expect(money(currency)(text)).toBe(expected);
  });

  test.each([
    ["1500", "refused: add the currency: 1500 EUR"],
    ["2,000", "refused: add the currency: 2000 EUR or 2.00 EUR"],
    ["€1500", "1500.00 EUR"],
    ["$5", "refused: 5 USD | 5 CAD | 5 AUD | 5 NZD"],
  ])("where there is no cap yet, %s is %s", (text, expected) => {
    expect(money()(text)).toBe(expected);
  });

  test("only what is not taken by the letter is said back", () => {
    const read = (text: string) => {
      const parsed = parseMoney(text, "EUR");
      return parsed.ok ? parsed.read : "refused";
    };
    expect(["12.40", "12 EUR", "12 eur", "12.40EUR", "-3"].map(read)).toEqual(Array(5).fill(undefined));
    expect(["€12", "12,40", "1'200 CHF", "12k"].map(read)).toEqual(["12 EUR", "12.40 EUR", "1200 CHF", "12000 EUR"]);
  });
});

describe("hours", () => {
  const hours = (text: string, day: number | undefined) =>
    outcome(parseWorkHours(text, day === undefined ? undefined : decimal(day)), (work) => shortDecimalText(work.hours));

  test.each([
    ["1:30", "1.5"],
    ["1h30", "1.5"],
    ["1h 30m", "1.5"],
    ["1h30m", "1.5"],
    ["90m", "1.5"],
    ["90min", "1.5"],
    ["1.5 hours", "1.5"],
    ["1,5h", "1.5"],
    ["2d", "16"],
    ["1d 4h", "12"],
    ["half a day", "4"],
    ["half an hour", "0.5"],
    ["an hour and a half", "1.5"],
    ["two hours", "2"],
    ["1½ h", "1.5"],
    [".5", "0.5"],
    ["PT1H30M", "1.5"],
    ["٢", "2"],
    ["1.30", "refused: 1.3h | 1:30"],
    ["1,20h", "refused: 1.2h | 1:20"],
    ["1:5", "refused: 1:05 | 1:50"],
    ["2-3h", "refused: 2h | 3h"],
    ["about 2 hours", "refused: 2h"],
    ["9:00-17:30", "refused: write 8:30"],
    ["1.5h30m", "refused: write 120m"],
    ["4d", "refused: log each day by itself"],
    ["2 weeks", "refused: "],
    ["30 s", "refused: "],
    ["a while", "refused: "],
  ])("%j is %s", (text, expected) => {
    expect(hours(text, 8)).toBe(expected);
  });

  test("days are refused where nobody agreed how long one is, with the text in hours", () => {
    expect(hours("2d", undefined)).toContain("write 16h");
    expect(hours("half a day", undefined)).toContain("write 4h");
  });
});

describe("days, on Wednesday 25 November 2026", () => {
  const TODAY = "2026-11-25" as CivilDate;
  const past = (text: string) => outcome(parseDay(text, TODAY), String);
  const future = (text: string) => outcome(parseDay(text, TODAY, "future"), String);

  test.each([
    ["today", "2026-11-25"],
    ["yesterday", "2026-11-24"],
    ["last friday", "2026-11-20"],
    ["friday", "2026-11-20"],
    ["Mon", "2026-11-23"],
    ["wednesday", "2026-11-25"],
    ["-1d", "2026-11-24"],
    ["-1w", "2026-11-18"],
    ["2 days ago", "2026-11-23"],
    ["two days ago", "2026-11-23"],
    ["a week ago", "2026-11-18"],
    ["17.11.2026", "2026-11-17"],
    ["17.11.", "2026-11-17"],
    ["17 Nov", "2026-11-17"],
    ["Nov 17", "2026-11-17"],
    ["17th of November", "2026-11-17"],
    ["Wed 25 Nov", "2026-11-25"],
    ["2026/11/17", "2026-11-17"],
    ["20261117", "2026-11-17"],
    ["2026-1-3", "2026-01-03"],
    ["11/17", "2026-11-17"],
    ["17/11/2026", "2026-11-17"],
    ["monday last week", "2026-11-16"],
    ["١٧.١١.٢٠٢٦", "2026-11-17"],
    ["11/12", "refused: 2026-11-12 | 2025-12-11"],
    ["5/6/2026", "refused: 2026-06-05 | 2026-05-06"],
    ["05/06/26", "refused: 2026-06-05 | 2026-05-06"],
    ["last monday", "refused: 2026-11-23 | 2026-11-16"],
    ["30 nov", "refused: 2026-11-30 | 2025-11-30"],
    ["Thu 25 Nov", "refused: 2026-11-25 | 2026-11-26"],
    ["last week", "refused: 2026-11-16 | 2026-11-17 | 2026-11-18 | 2026-11-19 | 2026-11-20"],
    ["yseterday", "refused: 2026-11-24"],
    ["25 Dez", "refused: 2026-12-25 | 2025-12-25"],
    ["17", "refused: write 2026-11-17"],
    ["2026-11-17T10:00", "refused: write 2026-11-17"],
    ["31.02.2026", "refused: "],
    ["soon", "refused: "],
  ])("behind: %j is %s", (text, expected) => {
    expect(past(text)).toBe(expected);
  });

  test.each([
    ["tomorrow", "2026-11-26"],
    ["monday", "2026-11-30"],
    ["next monday", "2026-11-30"],
    ["friday", "2026-11-27"],
    ["this friday", "2026-11-27"],
    ["in 3 days", "2026-11-28"],
    ["+2d", "2026-11-27"],
    ["in a week", "2026-12-02"],
    ["30 nov", "2026-11-30"],
    ["2 Jan", "2027-01-02"],
    ["wednesday", "2026-11-25"],
    ["next friday", "refused: 2026-11-27 | 2026-12-04"],
    ["17 Nov", "refused: 2026-11-17 | 2027-11-17"],
    ["next week", "refused: 2026-11-30 | 2026-12-01 | 2026-12-02 | 2026-12-03 | 2026-12-04"],
  ])("ahead: %j is %s", (text, expected) => {
    expect(future(text)).toBe(expected);
  });

  test.each([
    ["17.11.2026", "2026-11-17"],
    ["17 Nov 2026", "2026-11-17"],
    ["Tue 17 Nov 2026", "2026-11-17"],
    ["2026/11/17", "2026-11-17"],
    ["5/6/2026", "refused: 2026-06-05 | 2026-05-06"],
    ["17 Nov", "refused: "],
    ["friday", "refused: "],
    ["today", "refused: "],
  ])("in a file, which is read on other days too: %j is %s", (text, expected) => {
    expect(outcome(parseWrittenDate(text), String)).toBe(expected);
  });
});

describe("times of day", () => {
  test.each([
    ["16:20", "16:20"],
    ["4pm", "16:00"],
    ["4:20 pm", "16:20"],
    ["16h20", "16:20"],
    ["16.20", "16:20"],
    ["1620", "16:20"],
    ["noon", "12:00"],
    ["16", "16:00"],
    ["9", "refused: 09:00 | 21:00"],
    ["25:00", "refused: "],
  ])("%s is %s", (text, expected) => {
    expect(outcome(parseClock(text), clockText)).toBe(expected);
  });
});

describe("shares, quantities, counts and numbers", () => {
  test.each([
    ["12%", "12"],
    ["12 %", "12"],
    ["0.12", "12"],
    ["0,12", "12"],
    ["12", "12"],
    ["12 percent", "12"],
    ["half", "50"],
    ["3/4", "75"],
    ["1", "refused: 100% | 1%"],
    ["101%", "refused: "],
  ])("a share of %j is %s", (text, expected) => {
    expect(outcome(parseShare(text), shortDecimalText)).toBe(expected);
  });

  test.each([
    ["12 percent", "12%"],
    ["12,5 %", "12.5%"],
    ["5 percentage points", "5pp"],
    ["€0.04", "0.04 EUR"],
    ["0,04 €/task", "0.04 EUR/task"],
    ["US$0.04", "0.04 USD"],
    ["1'200 ms", "1200 ms"],
    ["١٢٪", "12%"],
    ["1,200 ms", "refused: 1200 ms | 1.200 ms"],
    ["about 12%", "refused: write 12%"],
    ["$0.04", "refused: 0.04 USD | 0.04 CAD | 0.04 AUD | 0.04 NZD"],
  ])("a quantity of %j is %s", (text, expected) => {
    expect(outcome(parseQuantity(text), quantityText)).toBe(expected);
  });

  test.each([
    ["22 of 200", "22/200"],
    ["22 out of 200", "22/200"],
    ["1'200/2'000", "1200/2000"],
    ["٢٢/٢٠٠", "22/200"],
    ["1.200/2.000", "refused: write 1200/2000"],
    ["22/200 (11%)", "refused: write 22/200"],
    ["1.5/20", "refused: "],
  ])("a count of %j is %s", (text, expected) => {
    expect(outcome(parseCount(text), countText)).toBe(expected);
  });

  test.each([
    ["1'200", "1200"],
    ["12,5", "12.5"],
    ["1.200,50", "1200.5"],
    ["1.200", "1.2"],
    ["1.2k", "1200"],
    ["1,200", "refused: 1200 | 1.200"],
  ])("a number of %j is %s", (text, expected) => {
    expect(outcome(parseNumber(text), shortDecimalText)).toBe(expected);
  });
});
