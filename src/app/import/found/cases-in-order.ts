import { sortedRows } from "../../../domain/evidence/cases/case-table.ts";
import type { ReadCases } from "../../../imports/format.ts";

/** One order of rows, whatever that of the producer was: by case, arm and run. */
export function casesInOrder(read: ReadCases): ReadCases {
  const { table, lineOf } = read;
  const { ids, arms, runs, groups, columns } = table;
  const order = sortedRows(table);
  // A copy of a large run is a lot of memory.
  if (order.every((from, row) => from === row)) return read;
  const moved = <T>(items: readonly T[]): readonly T[] => Array.from(order, (row) => items[row]!);
  return {
    ...read,
    ...(lineOf === undefined ? {} : { lineOf: (row: number) => lineOf(order[row]!) }),
    table: {
      ids: moved(ids),
      arms: moved(arms),
      runs: moved(runs),
      ...(groups === undefined ? {} : { groups: moved(groups) }),
      columns: columns.map((column) => ({ ...column, values: moved(column.values) })),
    },
  };
}
