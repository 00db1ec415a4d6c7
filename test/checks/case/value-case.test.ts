import { expect, test } from "vitest";
import { valueCase } from "../../../src/checks/case/value-case.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import type { BusinessCase } from "../../../src/domain/records/value.ts";
import { SOUND, decided, known, money, number, start } from "../../support/records.ts";

const withValue = (value: BusinessCase): Definitions => ({ ...SOUND, value });
const { buildCost: _, ...unbuilt } = SOUND.value;
const { paybackThreshold: __, ...unlimited } = SOUND.value;
const MISSED = "payback-threshold-missed value.yaml thresholds.payback";

test.each<Row>([
  ["complete, and worth it", {}, "2026-11-20", []],
  [
    "no inputs",
    { definitions: withValue({ paybackThreshold: number("12") }) },
    "2026-11-20",
    ["value-incomplete value.yaml users"],
  ],
  ["one input missing", { definitions: withValue(unbuilt) }, "2026-11-20", ["value-incomplete value.yaml build_cost"]],
  [
    "an input without a rate",
    { definitions: withValue({ ...SOUND.value, buildCost: known(money("90000 GBP")) }) },
    "2026-11-20",
    [],
  ],
  [
    "a threshold without a rate",
    { definitions: withValue({ ...SOUND.value, impactThreshold: money("90000 GBP") }) },
    "2026-11-20",
    [],
  ],
  [
    "no threshold",
    { definitions: withValue(unlimited) },
    "2026-11-20",
    ["payback-threshold-missing value.yaml thresholds"],
  ],
  // 100000 EUR at 400000 EUR a year take three months.
  [
    "paid back on the day",
    { definitions: withValue({ ...SOUND.value, paybackThreshold: number("3") }) },
    "2026-11-20",
    [],
  ],
  [
    "paid back too late",
    { definitions: withValue({ ...SOUND.value, paybackThreshold: number("2.9") }) },
    "2026-11-20",
    [MISSED],
  ],
  [
    "paid back too late by less than is shown",
    {
      definitions: withValue({
        ...SOUND.value,
        buildCost: known(money("100000.01 EUR")),
        paybackThreshold: number("3"),
      }),
    },
    "2026-11-20",
    [MISSED],
  ],
  [
    "never paid back",
    { definitions: withValue({ ...SOUND.value, platformCost: known(money("440000 EUR")) }) },
    "2026-11-20",
    [MISSED],
  ],
  [
    "worth exactly enough",
    { definitions: withValue({ ...unlimited, impactThreshold: money("400000 EUR") }) },
    "2026-11-20",
    [],
  ],
  [
    "worth too little",
    { definitions: withValue({ ...unlimited, impactThreshold: money("400000.01 EUR") }) },
    "2026-11-20",
    ["payback-threshold-missed value.yaml thresholds.impact"],
  ],
  [
    "missing both",
    { definitions: withValue({ ...SOUND.value, paybackThreshold: number("2"), impactThreshold: money("500000 EUR") }) },
    "2026-11-20",
    [MISSED, "payback-threshold-missed value.yaml thresholds.impact"],
  ],
  [
    "more saved on a task than it takes",
    { definitions: withValue({ ...SOUND.value, taskMinutes: known(number("3")) }) },
    "2026-11-20",
    ["minutes-above-task value.yaml minutes_saved"],
  ],
  [
    "all of the task saved",
    { definitions: withValue({ ...SOUND.value, taskMinutes: known(number("4")) }) },
    "2026-11-20",
    [],
  ],
  [
    "more at the high end than the task takes",
    {
      definitions: withValue({
        ...SOUND.value,
        minutesSaved: { ...known(number("4")), high: number("6") },
        taskMinutes: known(number("5")),
      }),
    },
    "2026-11-20",
    ["minutes-above-task value.yaml minutes_saved"],
  ],
  [
    "a day of exactly 24 hours",
    { definitions: withValue({ ...SOUND.value, tasksPerDay: known(number("360")) }) },
    "2026-11-20",
    [],
  ],
  [
    "a day of more than 24 hours",
    { definitions: withValue({ ...SOUND.value, tasksPerDay: known(number("360.1")) }) },
    "2026-11-20",
    ["minutes-above-day value.yaml minutes_saved"],
  ],
  [
    "a case that cannot be true misses nothing",
    {
      definitions: withValue({ ...SOUND.value, tasksPerDay: known(number("361")), paybackThreshold: number("0.001") }),
    },
    "2026-11-20",
    ["minutes-above-day value.yaml minutes_saved"],
  ],
  [
    "missed and stopped",
    {
      definitions: withValue({ ...SOUND.value, paybackThreshold: number("2") }),
      log: [start(), decided("2026-11-25", "no-go")],
    },
    "2026-11-26",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(valueCase, poc, day)).toEqual(expected);
});
