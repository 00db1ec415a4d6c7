import type { Related } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { countText } from "../../domain/scalars/count.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import type { LoggedResult } from "../../domain/evidence/judged-result.ts";

/** Where a result was logged. */
export function resultPlace(logged: LoggedResult, ...steps: string[]): Place {
  return valueAt(logged.entry.file, "results", logged.index, ...steps);
}

/** `logged by Ana Ruiz on 2026-12-02`; an imported entry names a format as its author, and no person. */
export function loggedClause({ by, date, source }: Pick<Entry, "by" | "date" | "source">): string {
  return source === undefined ? `logged by ${by.name} on ${date}` : `imported on ${date}`;
}

/** The result as a second place, labelled with what was measured. */
export function relatedResult(logged: LoggedResult | undefined): readonly Related[] {
  if (logged === undefined) return [];
  const { count, value, pairs } = logged.result;
  const figure =
    count !== undefined
      ? countText(count)
      : value !== undefined
        ? quantityText(value)
        : pairs !== undefined
          ? "paired counts"
          : "a result";
  return [{ place: resultPlace(logged), label: `${figure}, ${loggedClause(logged.entry)}` }];
}
