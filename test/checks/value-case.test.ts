import { expect, test } from "vitest";
import { valueCase } from "../../src/checks/value-case.ts";
import { checked, type Row } from "../support/checked.ts";
import type { Definitions } from "../../src/domain/records.ts";
import type { BusinessCase } from "../../src/domain/value.ts";
import { SOUND, decided, known, money, number, start } from "../support/records.ts";

const withValue = (value: BusinessCase): Definitions => ({ ...SOUND, value });
const { buildCost: _, ...unbuilt } = SOUND.value;
const { paybackThreshold: __, ...unlimited } = SOUND.value;
const MISSED = "payback-threshold-missed value.yaml thresholds.payback";

test.each<Row>([
  ["complete, and worth it", {}, "2026-11-20", []],
  ["no inputs", { definitions: withValue({ paybackThreshold: number("12") }) }, "2026-11-20", ["value-incomplete value.yaml users"]],
  ["one input missing", { definitions: withValue(unbuilt) }, "2026-11-20", ["value-incomplete value.yaml build_cost"]],
  ["an input without a rate", { definitions: withValue({ ...SOUND.value, buildCost: known(money("90000 GBP")) }) }, "2026-11-20", ["value-incomplete value.yaml build_cost"]],
  ["a threshold without a rate", { definitions: withValue({ ...SOUND.value, impactThreshold: money("90000 GBP") }) }, "2026-11-20", ["value-incomplete value.yaml thresholds.impact"]],
  ["no threshold", { definitions: withValue(unlimited) }, "2026-11-20", ["payback-threshold-missing value.yaml thresholds"]],
  // 100000 EUR at 400000 EUR a year take three months.
  ["paid back on the day", { definitions: withValue({ ...SOUND.value, paybackThreshold: number("3") }) }, "2026-11-20", []],
  ["paid back too late", { definitions: withValue({ ...SOUND.value, paybackThreshold: number("2.9") }) }, "2026-11-20", [MISSED]],
  ["paid back too late by less than is shown", { definitions: withValue({ ...SOUND.value, buildCost: known(money("100000.01 EUR")), paybackThreshold: number("3") }) }, "2026-11-20", [MISSED]],
  ["never paid back", { definitions: withValue({ ...SOUND.value, platformCost: known(money("440000 EUR")) }) }, "2026-11-20", [MISSED]],
  ["worth exactly enough", { definitions: withValue({ ...unlimited, impactThreshold: money("400000 EUR") }) }, "2026-11-20", []],
  ["worth too little", { definitions: withValue({ ...unlimited, impactThreshold: money("400000.01 EUR") }) }, "2026-11-20", ["payback-threshold-missed value.yaml thresholds.impact"]],
  [
    "missing both",
    { definitions: withValue({ ...SOUND.value, paybackThreshold: number("2"), impactThreshold: money("500000 EUR") }) },
    "2026-11-20",
    ["payback-threshold-missed value.yaml thresholds.impact", MISSED],
  ],
  ["missed and stopped", { definitions: withValue({ ...SOUND.value, paybackThreshold: number("2") }), log: [start(), decided("2026-11-25", "no-go")] }, "2026-11-26", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(valueCase, poc, day)).toEqual(expected);
});
