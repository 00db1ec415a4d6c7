import { authorshipOf, type Entry } from "../records/entry.ts";
import { writtenOn } from "../records/seen.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { Money } from "../scalars/money.ts";
import type { Person } from "../scalars/person.ts";

/** How an entry took back what was known before it. */
export type TakeBack = {
  readonly kind: "withdrawn" | "refunded" | "imported" | "replaced" | "answered";
  readonly by: Person;
  /** Who typed it in that person's name. */
  readonly recordedBy?: Person;
  /** The day on which it was written, whatever day it is dated to. */
  readonly on: CivilDate;
  /** Of a correction, where it gives one. */
  readonly reason: string | undefined;
  /** Of an import: the file that was read, or else its format. */
  readonly file: string | undefined;
  /** What took the place of other amounts; empty where none did. */
  readonly amounts: readonly Money[];
};

export function takeBackOf(entry: Entry): TakeBack {
  const { undo, spend, source } = entry;
  const bills = spend.filter(({ replaces }) => (replaces ?? []).length > 0);
  return {
    kind: kindOf(entry, bills.length > 0),
    ...authorshipOf(entry),
    on: writtenOn(entry),
    reason: undo?.reason,
    file: source && (source.file ?? source.format),
    amounts: bills.map(({ amount }) => amount),
  };
}

function kindOf({ undo, spend, source }: Entry, hasBills: boolean): TakeBack["kind"] {
  if (undo !== undefined) return "withdrawn";
  if (source?.replaces !== undefined) return "imported";
  if (spend.some(({ amount }) => amount.minor < 0n)) return "refunded";
  if (hasBills) return "replaced";
  return source === undefined ? "answered" : "imported";
}
