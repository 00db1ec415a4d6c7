import { dateIn, instantAt, parseInstant, UTC, type Zone } from "../../domain/scalars/instant.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import type { MadeOf } from "./made-of.ts";
import { LARGEST_TABLE, readIfThere } from "./put-file.ts";

/**
 * Whether the tables that lie there are those that an export would write now, but for its moment; and the PoC was
 * decided, and its last entry written, before what `--since` says.
 *
 * @param since a day, from its first moment on in the zone of the PoC, or an instant
 * @param records what `recordsHash` says now
 * @param pathOf where the file of a table lies
 */
export async function unchangedTables(
  context: Context,
  { settled, tables, ...made }: MadeOf,
  since: string,
  records: string,
  pathOf: (table: string) => string,
): Promise<boolean> {
  if (settled === undefined || made.records !== records) return false;
  const zone = context.zones.zone(settled.zone);
  const now = context.clock.now();
  if (now < settled.from || now >= settled.until) return false;
  if (zone === undefined || settled.written >= sinceMs(context, since, zone)) return false;
  const sha256 = await context.sha256();
  return Object.entries(tables).every(([table, hash]) => {
    const bytes = readIfThere(context.files, pathOf(table), LARGEST_TABLE);
    return bytes !== undefined && sha256(bytes) === hash;
  });
}

/** @throws UsageFault where the text is neither a day nor an instant */
export function sinceMs({ clock }: Pick<Context, "clock">, text: string, zone: Zone = UTC): number {
  const instant = parseInstant(text);
  if (instant.ok) return instant.value.epochMs;
  const day = parseDay(text, dateIn(zone, clock.now()));
  if (day.ok) return instantAt(zone, day.value, 0).epochMs;
  throw new UsageFault(
    `--since: found "${text.slice(0, 60)}"${day.problem.found === undefined ? "" : ` (${day.problem.found})`}, ` +
      `expected ${day.problem.expected}`,
    day.problem.hint,
  );
}
