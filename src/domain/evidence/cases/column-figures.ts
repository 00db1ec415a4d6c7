import type { Interval } from "../../../statistics/interval.ts";
import { meanInterval } from "../../../statistics/means/mean-interval.ts";
import { sampleMoments } from "../../../statistics/means/sample-moments.ts";
import { percentileInterval } from "../../../statistics/rates/percentile-interval.ts";
import type { CaseColumn, CaseTable } from "./case-table.ts";

/** The figures of a column of numbers, such as the cost or the latency of a case; bounds are one-sided at 95%. */
export interface ColumnFigures {
  readonly name: string;
  /** Cases with a number, the runs of each averaged. */
  readonly n: number;
  /** No bounds below thirty cases: a few large values that happened not to be drawn would decide them. */
  readonly mean: Interval;
  readonly median: Interval;
  readonly p95: Interval;
}

const CONFIDENCE = 0.95;
const LEAST_FOR_MEAN = 30;

/** The columns of numbers beside `measured`, each with its own intervals. */
export function columnFigures(
  table: CaseTable,
  rows: readonly number[],
  measured: CaseColumn,
): readonly ColumnFigures[] {
  return table.columns.flatMap((column) => {
    if (column.cells !== "numbers" || column.name === measured.name) return [];
    const values = caseMeans(table, column, rows);
    if (values.length === 0) return [];
    const { mean, n, sd } = sampleMoments(values);
    return [
      {
        name: column.name,
        n,
        mean:
          n < LEAST_FOR_MEAN
            ? { estimate: mean, low: -Infinity, high: Infinity }
            : meanInterval({ n, mean, sd }, CONFIDENCE),
        median: percentileInterval(values, 0.5, CONFIDENCE),
        p95: percentileInterval(values, 0.95, CONFIDENCE),
      },
    ];
  });
}

function caseMeans({ ids }: CaseTable, { values }: CaseColumn, rows: readonly number[]): readonly number[] {
  const runs = new Map<string, number[]>();
  for (const row of rows) {
    const value = values[row];
    if (value === undefined || Number.isNaN(value)) continue;
    const id = ids.at(row)!;
    const same = runs.get(id);
    if (same === undefined) runs.set(id, [value]);
    else same.push(value);
  }
  return [...runs.values()].map((same) => same.reduce((sum, value) => sum + value, 0) / same.length);
}
