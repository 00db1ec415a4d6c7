import { expect, test } from "vitest";
import { parseActual } from "../../../src/domain/follow-up/parse-actual.ts";
import { actualText, type ForecastLine } from "../../../src/domain/records/forecast/forecast.ts";
import { quantity } from "../../support/records.ts";

const RATE: ForecastLine = { kind: "metric", eval: "accuracy", better: "higher", figure: quantity("91%") };
const LATENCY: ForecastLine = { kind: "metric", eval: "latency", better: "lower", figure: quantity("1.8 s") };
const SCORE: ForecastLine = { kind: "metric", eval: "score", better: "higher", figure: quantity("3.5") };
const COST: ForecastLine = { kind: "unit-cost", figure: quantity("0.045 EUR") };
const VALUE: ForecastLine = { kind: "value", figure: quantity("37000 EUR") };
const PAYBACK: ForecastLine = { kind: "payback", figure: quantity("9.1 months") };

test.each([
  [RATE, "91%", "91%"],
  [RATE, "91.5 percent", "91.5%"],
  [RATE, "182/200", "91%"],
  [RATE, "1/3", "33.333333%"],
  [RATE, "0%", "0%"],
  [RATE, "0.91", "91%"],
  [RATE, ".915", "91.5%"],
  [RATE, "0,91", "91%"],
  [LATENCY, "1.8 s", "1.8 s"],
  [LATENCY, "1800 ms", "1.8 s"],
  [SCORE, "3.9", "3.9"],
  [COST, "0.05 EUR", "0.05 EUR"],
  [COST, "€0.05", "0.05 EUR"],
  [COST, "0,05 EUR", "0.05 EUR"],
  [VALUE, "-1200 EUR", "-1200 EUR"],
  [VALUE, "37400.55 EUR", "37400.55 EUR"],
  [VALUE, "210k EUR", "210000 EUR"],
  [VALUE, "210'000 EUR", "210000 EUR"],
  [VALUE, "€1.210.000", "1210000 EUR"],
  [PAYBACK, "9", "9 months"],
  [PAYBACK, "9.5 months", "9.5 months"],
  [PAYBACK, "1 month", "1 months"],
  [PAYBACK, "1.5 years", "18 months"],
  [PAYBACK, "never", "never"],
  [PAYBACK, "NEVER", "never"],
] as const)("%o: %s", (line, text, read) => {
  const found = parseActual(line, text);
  expect(found.ok && actualText(found.value)).toBe(read);
});

test.each([
  ["a share without a sign", RATE, "91", "write 91%"],
  ["all of it or one percent", RATE, "1", "did you mean 100% or 1%?"],
  ["more than a share without a sign", RATE, "1.5", "write 1.5%"],
  ["thousands without a currency", VALUE, "210.000", "did you mean 210000 EUR or 210.00 EUR?"],
  ["thousands with a point", VALUE, "210.000 EUR", "did you mean 210000 EUR or 210.00 EUR?"],
  ["thousands with a comma", VALUE, "210,000", "did you mean 210000 EUR or 210.00 EUR?"],
  ["value without a currency", VALUE, "210000", "write 210000 EUR"],
  ["value in another currency", VALUE, "210000 USD", "the forecast is in EUR: convert it, and write it in that"],
  ["thousands of a task", COST, "1.200", "did you mean 1200 EUR or 1.2 EUR?"],
  ["more than all", RATE, "130%", undefined],
  ["less than none", RATE, "-3%", undefined],
  ["points", RATE, "3pp", "the forecast is in percent: convert it, and write it in that"],
  ["a share that never comes", RATE, "never", undefined],
  ["a time without a unit", LATENCY, "2", "write 2 s"],
  ["a unit where there is none", SCORE, "3 s", "write 3"],
  ["money without a currency", COST, "0.05", "write 0.05 EUR"],
  ["another currency", COST, "0.05 USD", "the forecast is in EUR: convert it, and write it in that"],
  ["a cost below nothing", COST, "-1 EUR", undefined],
  ["thousands in doubt", VALUE, "30,000 EUR", "did you mean 30000 EUR or 30.00 EUR?"],
  ["days for months", PAYBACK, "200 days", undefined],
  ["a payback before the start", PAYBACK, "-1", undefined],
  ["words", PAYBACK, "soon", undefined],
  ["nothing", PAYBACK, " ", undefined],
] as const)("%s is refused", (_name, line, text, hint) => {
  const found = parseActual(line, text);
  expect(found.ok).toBe(false);
  if (!found.ok) expect(found.problem.hint).toBe(hint);
});
