/** How a figure stands to a threshold. */
export type Comparator = "<" | "<=" | ">" | ">=";

/** As a sponsor reads it: `≤`, never `<=`. */
export function comparatorSign(comparator: Comparator): string {
  return comparator === "<=" ? "≤" : comparator === ">=" ? "≥" : comparator;
}

/** Whether a difference (`figure − threshold`, or any number of its sign) satisfies the comparator. */
export function holds(difference: number, comparator: Comparator): boolean {
  if (comparator === "<") return difference < 0;
  if (comparator === "<=") return difference <= 0;
  return comparator === ">" ? difference > 0 : difference >= 0;
}
