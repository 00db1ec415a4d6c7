import type { Entry, SpendLine } from "../../domain/records/entry.ts";
import { SPEND_BASES } from "../../domain/records/costs.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";

/** A line of an entry that was imported. */
export interface ImportedLine {
  readonly entry: Entry;
  readonly line: SpendLine;
}

/** What was imported for a day. */
export function importedOn(day: CivilDate, counted: readonly Entry[]): readonly ImportedLine[] {
  return counted
    .filter(({ source }) => source !== undefined && source.key.startsWith(day))
    .flatMap((entry) => entry.spend.map((line) => ({ entry, line })));
}

/** How well an amount is known: the higher, the better. */
export function rankOf({ basis = "billed" }: SpendLine): number {
  return SPEND_BASES.indexOf(basis);
}
