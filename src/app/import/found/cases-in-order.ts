import { sortedRows } from "../../../domain/evidence/cases/case-table.ts";
import { pickedTexts } from "../../../domain/evidence/cases/packed-texts.ts";
import type { ReadCases } from "../../../imports/format.ts";

/** One order of rows, whatever that of the producer was: by case, arm and run. */
export function casesInOrder(read: ReadCases): ReadCases {
  const { table, lineOf } = read;
  const { ids, arms, runs, groups, columns } = table;
  const order = sortedRows(table);
  // Copying a large run would take a lot of memory.
  if (order.every((from, row) => from === row)) return read;
  return {
    ...read,
    ...(lineOf === undefined ? {} : { lineOf: (row: number) => lineOf(order[row]!) }),
    table: {
      ids: pickedTexts(ids, order),
      arms: pickedTexts(arms, order),
      runs: pickedTexts(runs, order),
      ...(groups === undefined ? {} : { groups: pickedTexts(groups, order) }),
      columns: columns.map((column) => ({ ...column, values: Array.from(order, (row) => column.values[row]) })),
    },
  };
}
