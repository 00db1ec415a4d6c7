import { decimalNumber } from "../../scalars/decimal.ts";
import { askedChange } from "../asked-change.ts";
import { noTest } from "../target-test.ts";
import { fixedChange } from "./change.ts";
import { CASES_ENOUGH, LEAST_CASES } from "./counted-share.ts";
import type { MeasureKind } from "./measure-kind.ts";
import { thresholdOn } from "./threshold.ts";
import { exampleValue, farFigures, meantInUnit, unitValue } from "./unit-value.ts";

/** What something comes to in all, such as the cost of a whole run. It is exact, and compared as it stands. */
export const total: MeasureKind = {
  writtenIn: "unit",
  averages: false,
  countsWithinLimit: false,
  enough: CASES_ENOUGH,
  evidence(item, result) {
    const value = unitValue(item, result);
    if (value.kind === "contradiction") return value;
    const estimate = decimalNumber(value.figure.amount);
    return {
      kind: "interval",
      interval: { estimate, low: estimate, high: estimate },
      scale: value.scale,
      n: undefined,
    };
  },
  change: (item, target, _, figure) => fixedChange(item, target, figure),
  threshold: (item, target, scale) => thresholdOn(askedChange(item, target), scale),
  bounded: () => true,
  counted: (_, result) => result,
  meant: meantInUnit,
  example: (item, result) => ({ eval: item.id, arm: result.arm, value: exampleValue(item, result) }),
  leastCases: () => LEAST_CASES,
  test: () => noTest("cases-do-not-count"),
  extremes: (item) => farFigures(item),
};
