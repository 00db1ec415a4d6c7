import { runPolicy } from "../../checks/registry.ts";
import { withRefusals } from "../../checks/start-checks.ts";
import type { Diagnostic, LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { locate } from "../../document/places/locate.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import { CLOCKS_DIFFER_MS, dateIn, endOfDay, parseInstant } from "../../domain/scalars/instant.ts";
import { newestMoment } from "../../domain/records/log.ts";
import { writtenMs } from "../../domain/records/seen.ts";
import type { Records } from "../../domain/records/records.ts";
import { standingOf } from "../../domain/standing/standing.ts";
import { UsageFault } from "../ports/faults.ts";
import type { OpenPoc } from "./open-poc.ts";
import type { Clock } from "../ports/ports.ts";
import type { Report } from "./report.ts";
import type { AsOf } from "../../domain/standing/as-of.ts";

/** The standing of a PoC as of an instant, and everything the records and the policy have to say about it. */
export function judge(poc: OpenPoc, asOf: AsOf): Report {
  const standing = withRefusals(standingOf(poc.records, asOf), poc.diagnostics);
  const diagnostics = located(poc, [...poc.diagnostics, ...runPolicy(standing)]);
  return { folder: poc.folder.path, standing, diagnostics, ofRecords: located(poc, poc.diagnostics) };
}

/** Places resolved to lines and columns, in the order of the files, each problem once. */
export function located(
  poc: Pick<OpenPoc, "sources">,
  diagnostics: readonly Diagnostic[],
): readonly LocatedDiagnostic[] {
  const sorted = diagnostics.map((diagnostic) => withoutSecret(locate(poc.sources, diagnostic))).sort(byPlace);
  return sorted.filter((diagnostic, index) => index === 0 || !sameProblem(diagnostic, sorted[index - 1]!));
}

/** The line that holds a secret is not quoted: quoting is how it would end up in the log of a CI run. */
function withoutSecret(diagnostic: LocatedDiagnostic): LocatedDiagnostic {
  return diagnostic.code === "secret-in-log"
    ? { ...diagnostic, location: { ...diagnostic.location, source: "" } }
    : diagnostic;
}

function byPlace(a: LocatedDiagnostic, b: LocatedDiagnostic): number {
  if (a.location.file !== b.location.file) return fileRank(a.location.file) < fileRank(b.location.file) ? -1 : 1;
  const [x, y] = [a.location.span, b.location.span];
  return x.line - y.line || x.column - y.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

/** Definitions first, then the log: as a person would go through the folder. */
function fileRank(file: string): string {
  return (file === "poc.yaml" ? "0" : file.includes("/") ? "2" : "1") + file;
}

function sameProblem(a: LocatedDiagnostic, b: LocatedDiagnostic): boolean {
  return (
    a.code === b.code &&
    a.message === b.message &&
    a.location.file === b.location.file &&
    a.location.span.line === b.location.span.line &&
    a.location.span.column === b.location.span.column
  );
}

/**
 * The instant a command judges: now, or what `--as-of` says: an instant, or a day, which counts until its last moment
 * in the charter's zone.
 *
 * @throws UsageFault where the text is neither
 */
export function asOf(records: Records, clock: Pick<Clock, "now" | "alikeUntil">, text: string | undefined): AsOf {
  const { zone } = records;
  const now = clock.now();
  const today = dateIn(zone, now);
  if (text === undefined) {
    // No entry lies ahead: the same ones count until the day is over.
    if (newestMoment(records.log, Infinity, writtenMs) <= now) clock.alikeUntil?.(endOfDay(zone, today) + 1);
    // What a colleague's clock wrote a minute ahead of this one has happened all the same.
    return {
      epochMs: Math.max(now, newestMoment(records.log, now + CLOCKS_DIFFER_MS, writtenMs)),
      date: today,
      now: true,
    };
  }
  const instant = parseInstant(text);
  if (instant.ok) return { epochMs: instant.value.epochMs, date: dateIn(zone, instant.value.epochMs), now: false };
  const day = parseDay(text, today);
  if (!day.ok)
    throw new UsageFault(
      `--as-of: found "${text.slice(0, 60)}"${day.problem.found === undefined ? "" : ` (${day.problem.found})`}, ` +
        `expected ${day.problem.expected}`,
      day.problem.hint,
    );
  return { epochMs: endOfDay(zone, day.value), date: day.value, now: false };
}
