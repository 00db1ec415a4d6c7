import { writtenMs } from "../../domain/records/seen.ts";
import { instantAt, parseInstant, dateIn } from "../../domain/scalars/instant.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { readFolder, type OpenPoc } from "../poc/open-poc.ts";

/**
 * Whether the tables of a PoC are the same as at an earlier moment. The state of an undecided PoC changes each day. For
 * a decided one, git has to show that no file has changed, because an entry may be back-dated.
 *
 * @param text a day, from its first moment on, or an instant
 * @throws UsageFault where the text is neither
 */
export function unchangedSince(context: Context, poc: OpenPoc, standing: Standing, text: string): boolean {
  const since = sinceMs(context, poc, text);
  const { current } = standing.decision;
  if (standing.phase !== "decided" || current === undefined || current.entry.at.epochMs >= since) return false;
  if (standing.log.entries.some((entry) => writtenMs(entry) >= since)) return false;
  const files = readFolder(poc.folder);
  const names = files.map(({ name }) => name);
  const then = context.history.filesAt(poc.folder.path, names, since);
  return files.every((file) => {
    const before = then.get(file.name);
    return "bytes" in file && before !== undefined && sameBytes(before, file.bytes);
  });
}

function sinceMs(context: Context, { records: { zone } }: OpenPoc, text: string): number {
  const instant = parseInstant(text);
  if (instant.ok) return instant.value.epochMs;
  const day = parseDay(text, dateIn(zone, context.clock.now()));
  if (day.ok) return instantAt(zone, day.value, 0).epochMs;
  throw new UsageFault(
    `--since: found "${text.slice(0, 60)}"${day.problem.found === undefined ? "" : ` (${day.problem.found})`}, ` +
      `expected ${day.problem.expected}`,
    day.problem.hint,
  );
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
