import { assumption } from "../../checks/evidence/assumption.ts";
import { evalWay } from "../../checks/evidence/eval-way.ts";
import { risk } from "../../checks/case/risk.ts";
import { hoursCap } from "../../checks/money/hours-cap.ts";
import { spendCap } from "../../checks/money/spend-cap.ts";
import { logSilent } from "../../checks/conduct/log-silent.ts";
import { logWithoutHours } from "../../checks/conduct/log-without-hours.ts";
import { followUpStanding, opensOn } from "../../domain/follow-up/follow-up-standing.ts";
import { LAST_DAYS } from "../../domain/next/decision-actions.ts";
import { DEAD_AFTER_DAYS } from "../../domain/portfolio/poc-state.ts";
import type { RowSummary } from "../../domain/portfolio/poc-summary.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Records } from "../../domain/records/records.ts";
import { timeboxPosition, type Timebox } from "../../domain/records/timebox.ts";
import { addDays, parseDate, type CivilDate } from "../../domain/scalars/calendar.ts";
import { hoursPace } from "../../domain/spend/effort.ts";
import { spendPace } from "../../domain/spend/spend.ts";
import { raisedCauses } from "../../domain/standing/raised-risks.ts";
import type { Standing } from "../../domain/standing/standing.ts";

/** Nothing is taken to stay as it is for longer. */
const LONGEST_DAYS = 400;

/**
 * The first day on which a summary has to be made again although nobody changed the records. Two things change by the
 * passing of days alone: what the records name a day for, and within the timebox what is counted in days. All the rest
 * `onDay` does. Whatever reads the day is in one of the two; test/architecture/day-readers.test.ts has the list.
 */
export function quietUntil(summary: RowSummary, records: Records, standing: Standing): CivilDate {
  const tomorrow = addDays(summary.asOf, 1);
  // What cannot be read may name any day, and terms that were moved are judged by two sets of them.
  if (summary.unreadable !== undefined || standing.first.evals.length + standing.first.kill.length > 0) return tomorrow;
  return firstTurn(standing, records, firstNamed(summary, records, standing));
}

/** A day, and not the beginning of the id of an entry: `2026-11-25-1620-first-run-k3x9a2b`. */
const DAY = /\d{4}-\d\d-\d\d(?!-\d{4}-)/g;

const ANY_DAY = /\d-\d\d-\d/;
const WHEN_MADE: ReadonlySet<string> = new Set(["date", "file", "id"] satisfies readonly (keyof Entry)[]);

/** The first day that the records name, or the day after one. */
function firstNamed(
  { asOf, timebox, lastEntry }: RowSummary,
  { definitions, log, memos }: Records,
  standing: Standing,
): CivilDate {
  const tomorrow = addDays(asOf, 1);
  const events: CivilDate[] = [addDays(asOf, LONGEST_DAYS)];
  const add = (date: CivilDate | undefined) => {
    if (date !== undefined && date >= asOf) events.push(date > asOf ? date : tomorrow, addDays(date, 1));
  };
  add(timebox?.start);
  add(timebox?.firstEnd);
  add(timebox?.end);
  for (const due of followUpStanding(standing)?.pending ?? []) {
    add(opensOn(due));
    add(due);
  }
  if (timebox !== undefined) {
    const last = lastEntry !== undefined && lastEntry > timebox.end ? lastEntry : timebox.end;
    add(addDays(last, DEAD_AFTER_DAYS));
  }
  const named = (text: string) => {
    if (!ANY_DAY.test(text)) return;
    for (const [written] of text.matchAll(DAY)) {
      if (written < asOf) continue;
      const date = parseDate(written);
      if (date.ok) add(date.value);
    }
  };
  // Dates of the future are few, and looking for them costs less than one verdict. When an entry was made, which its
  // name says too, turns nothing.
  eachText([definitions, memos], named);
  for (const entry of log)
    for (const [fact, value] of Object.entries(entry)) if (!WHEN_MADE.has(fact)) eachText(value, named);
  return events.reduce((first, date) => (date < first ? date : first));
}

function eachText(value: unknown, tell: (text: string) => void): void {
  if (typeof value === "string") {
    if (value.length >= "2026-11-25".length) tell(value);
  } else if (value instanceof Map) {
    for (const [key, item] of value) {
      eachText(key, tell);
      eachText(item, tell);
    }
  } else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) eachText(item, tell);
}

/** The first day before `until` on which something that is counted in days turns; else `until`. */
function firstTurn(standing: Standing, records: Records, until: CivilDate): CivilDate {
  const calendar = standing.definitions.charter?.timebox;
  const { asOf, timebox } = standing;
  if (calendar === undefined || timebox === undefined || timebox.phase === "after") return until;
  const now = countedIn(standing, records);
  for (let date = addDays(asOf.date, 1); date < until; date = addDays(date, 1))
    if (countedIn(onDate(standing, calendar, date), records) !== now) return date;
  return until;
}

/** Checks that look at how many days have passed. */
const BY_DAYS = [evalWay, assumption, risk, spendCap, hoursCap, logSilent, logWithoutHours];

/** One text of all that is counted in days. */
function countedIn(standing: Standing, { unreadable }: Records): string {
  const { timebox, log, phase, asOf, spend, effort } = standing;
  const shown = { ...standing, counted: log.counted, decided: phase === "decided", date: asOf.date };
  const causes = [...raisedCauses(shown, unreadable)].map(([cause, { because }]) => `${cause} ${because.code}`);
  const last = timebox?.phase === "during" && timebox.left <= LAST_DAYS;
  const codes = BY_DAYS.flatMap((check) => check.run(standing)).map(({ code }) => code);
  return [timebox?.phase, last, spend.breaksOn, effort.breaksOn, ...causes, ...codes].join(" ");
}

/** The standing on another day of the timebox, as far as it is counted in days. */
function onDate(standing: Standing, calendar: Timebox, date: CivilDate): Standing {
  const { asOf, spend, effort } = standing;
  const timebox = timeboxPosition(calendar, date);
  return {
    ...standing,
    asOf: { ...asOf, date },
    timebox,
    spend: { ...spend, ...spendPace(spend.total, spend.cap, calendar, timebox) },
    effort: { ...effort, ...hoursPace(effort.hours, effort.cap, calendar, timebox) },
  };
}
