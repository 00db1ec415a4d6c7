import { authorshipOf, type Entry } from "../records/entry.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { Money } from "../scalars/money.ts";
import type { Person } from "../scalars/person.ts";

/** How an entry took back what was known before it. */
export type TakeBack = {
  readonly kind: "withdrawn" | "refunded" | "replaced" | "answered";
  readonly by: Person;
  /** Who typed it in that person's name. */
  readonly recordedBy?: Person;
  readonly on: CivilDate;
  /** Of a correction, where it gives one. */
  readonly reason: string | undefined;
  /** What replaced metered amounts; empty if nothing did. */
  readonly amounts: readonly Money[];
};

export function takeBackOf(entry: Entry): TakeBack {
  const { date, undo, spend } = entry;
  const bills = spend.filter(({ replaces }) => (replaces ?? []).length > 0);
  const refunded = spend.some(({ amount }) => amount.minor < 0n);
  return {
    kind: undo !== undefined ? "withdrawn" : refunded ? "refunded" : bills.length > 0 ? "replaced" : "answered",
    ...authorshipOf(entry),
    on: date,
    reason: undo?.reason,
    amounts: bills.map(({ amount }) => amount),
  };
}
