import { openPocAsOf } from "../poc/poc-as-of.ts";
import { type CivilDate } from "../../domain/scalars/calendar.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { dateIn, endOfDay } from "../../domain/scalars/instant.ts";
import { meantName, nameHint } from "../../domain/scalars/nearest.ts";
import { UsageFault } from "../ports/faults.ts";
import { findEntry } from "../poc/find-entry.ts";
import { judge } from "../poc/judge.ts";
import type { Context } from "../ports/ports.ts";
import { personText, type Person } from "../../domain/scalars/person.ts";
import type { Report } from "../poc/report.ts";

export interface ShowRequest {
  readonly directory: string | undefined;
  readonly id: string | undefined;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly eval: string | undefined;
  readonly by: string | undefined;
  readonly asOf: string | undefined;
}

export interface ShowResult extends Report {
  /** The entries that were asked for, oldest first, withdrawn ones among them. */
  readonly entries: readonly Entry[];
  /** Whether one entry was asked for by its id. */
  readonly single: boolean;
}

/** @throws UsageFault, RecordsFault */
export async function showLog(context: Context, request: ShowRequest): Promise<ShowResult> {
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  const report = judge(poc, instant);
  if (request.id !== undefined) return { ...report, entries: [findEntry(poc.records.log, request.id)], single: true };
  const { zone } = poc.records;
  const today = dateIn(zone, context.clock.now());
  context.clock.alikeUntil?.(endOfDay(zone, today) + 1);
  const since = dayOf("--since", request.since, today);
  const until = dayOf("--until", request.until, today);
  const evals = poc.records.definitions.evals.map((item) => item.id);
  const meant = request.eval === undefined ? undefined : meantName(request.eval, evals);
  if (request.eval !== undefined && meant === undefined) {
    throw new UsageFault(`no eval is called "${request.eval.slice(0, 60)}"`, nameHint(request.eval, evals));
  }
  const author = request.by?.toLowerCase();
  const entries = poc.records.log.filter(
    (entry) =>
      entry.at.epochMs <= instant.epochMs &&
      (since === undefined || entry.date >= since) &&
      (until === undefined || entry.date <= until) &&
      (meant === undefined || entry.results.some((result) => result.eval === meant)) &&
      (author === undefined || [entry.by, entry.recordedBy].some((person) => isNamed(person, author))),
  );
  return { ...report, entries, single: false };
}

/** `part`: in small letters. */
function isNamed(person: Person | undefined, part: string): boolean {
  return person !== undefined && personText(person).toLowerCase().includes(part);
}

function dayOf(flag: string, text: string | undefined, today: CivilDate): CivilDate | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text, today);
  if (day.ok) return day.value;
  throw new UsageFault(`${flag}: found "${text.slice(0, 60)}", expected ${day.problem.expected}`, day.problem.hint);
}
