import type { Measure } from "../../records/eval.ts";
import { mean } from "./mean.ts";
import type { MeasureKind } from "./measure-kind.ts";
import { passAllK, passAtK } from "./pass.ts";
import { percentile } from "./percentile.ts";
import { proportion } from "./proportion.ts";
import { total } from "./total.ts";

/** One object for each measure. No other code asks for the name of a measure. */
export const MEASURES: Readonly<Record<Measure, MeasureKind>> = {
  proportion,
  mean,
  percentile,
  total,
  "pass@k": passAtK,
  "pass^k": passAllK,
};
