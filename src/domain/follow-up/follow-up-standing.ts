import type { Entry } from "../records/entry.ts";
import { contestedFigures, type FollowUp, type ForecastLine } from "../records/forecast/forecast.ts";
import { optional } from "../scalars/optional.ts";
import { addDays, daysBetween, type CivilDate } from "../scalars/calendar.ts";
import type { LoggedDecision } from "../standing/decision.ts";
import type { Standing } from "../standing/standing.ts";
import { dueDates } from "./due-dates.ts";

/** How many days early a forecast may be answered: the figures of a few weeks are not what was promised. */
const OPEN_BEFORE_DAYS = 14;

/** An answer with the entry that holds it. */
export interface LoggedFollowUp {
  readonly entry: Entry;
  readonly followUp: FollowUp;
}

/**
 * `ahead`: it cannot be answered yet. `open`: it can, and its day is not over. `overdue`: its day is over.
 * `disputed`: two answers differ, and neither counts. `skipped`: a later day was answered instead. `closed`: what was
 * decided on is no longer used.
 */
export type DueState = "ahead" | "open" | "overdue" | "answered" | "disputed" | "skipped" | "closed";

/** One of the days on which people are asked. */
export interface DueStanding {
  readonly date: CivilDate;
  readonly state: DueState;
  /** Everything that counts, as one answer, with the entry that said something last. */
  readonly answer: LoggedFollowUp | undefined;
  /** The answers that it is made of, each with something that none before it said, oldest first. */
  readonly answers: readonly LoggedFollowUp[];
  /** Answers that differ, oldest first; none, or at least two. */
  readonly rivals: readonly LoggedFollowUp[];
}

/** What a go promised, and what is known about it now. */
export interface FollowUpStanding {
  readonly decision: LoggedDecision;
  /** Whether the decision stored what it promised. One that did not is never overdue. */
  readonly stored: boolean;
  /** The forecast that it stored; otherwise the one that an answer was compared with. */
  readonly lines: readonly ForecastLine[];
  readonly due: readonly DueStanding[];
  /** The day that can be answered today; undefined if nothing is asked. */
  readonly asked: CivilDate | undefined;
  /** The days that are still to be answered, in order. */
  readonly pending: readonly CivilDate[];
  /** Days since the first of them, from the day after it on; undefined before. */
  readonly overdue: number | undefined;
}

/** Undefined unless a go is in force, with conditions or without. Days are days in the zone of the charter. */
export function followUpStanding({
  decision: { current },
  log,
  asOf,
}: Pick<Standing, "decision" | "log" | "asOf">): FollowUpStanding | undefined {
  if (current === undefined || !isGo(current)) return undefined;
  const { forecast } = current.decision;
  const given = log.counted.flatMap((entry) => answerOf(entry, current.entry.id));
  const dates = forecast?.due ?? dueDates(current.entry.date);
  const found = dates.map((date) => foundAt(date, given));
  const closed = found.findIndex(({ answer }) => answer?.followUp.notInUse !== undefined);
  const last = found.findLastIndex(({ answer, rivals }) => answer !== undefined || rivals.length > 0);
  const due = found.map((one, index): DueStanding => {
    if (one.rivals.length > 0) return { ...one, state: "disputed" };
    if (one.answer !== undefined) return { ...one, state: "answered" };
    if (closed >= 0 && index > closed) return { ...one, state: "closed" };
    return { ...one, state: index < last ? "skipped" : openState(one.date, asOf.date) };
  });
  const pending = due.flatMap(({ date, state }) => (PENDING.has(state) ? [date] : []));
  const asked = due.findLast(({ state }) => state === "open" || state === "overdue")?.date;
  const [first] = pending;
  const stored = forecast !== undefined;
  return {
    decision: current,
    stored,
    lines: forecast?.lines ?? found.findLast(({ answer }) => answer !== undefined)?.answer?.followUp.forecast ?? [],
    due,
    asked,
    pending,
    overdue: stored && first !== undefined && first < asOf.date ? daysBetween(first, asOf.date) : undefined,
  };
}

/** The answer with which what a go in force built is no longer used; undefined where it is, or where no go is. */
export function endOfUse(standing: Pick<Standing, "decision" | "log" | "asOf">): LoggedFollowUp | undefined {
  const answers = followUpStanding(standing)?.due.flatMap((due) => due.answers) ?? [];
  return answers.find(({ followUp }) => followUp.notInUse !== undefined);
}

const PENDING: ReadonlySet<DueState> = new Set(["ahead", "open", "overdue"]);

function isGo({ decision: { outcome } }: LoggedDecision): boolean {
  return outcome === "go" || outcome === "conditional";
}

function openState(date: CivilDate, today: CivilDate): "ahead" | "open" | "overdue" {
  if (date < today) return "overdue";
  return opensOn(date) <= today ? "open" : "ahead";
}

/** The first day on which a forecast may be answered. */
export function opensOn(due: CivilDate): CivilDate {
  return addDays(due, -OPEN_BEFORE_DAYS);
}

function answerOf(entry: Entry, decision: string): readonly LoggedFollowUp[] {
  const { followup } = entry;
  return followup?.decision === decision ? [{ entry, followUp: followup }] : [];
}

/**
 * What was not known at first may be answered later, figure by figure. Two people who gave a figure alike agree, and
 * the first of them counts.
 */
function foundAt(date: CivilDate, given: readonly LoggedFollowUp[]): Omit<DueStanding, "state"> {
  const here = given.filter(({ followUp }) => followUp.due === date);
  const contested = contestedFigures(here.map(({ followUp }) => followUp));
  if (contested.size > 0) {
    const rivals = here.filter(({ followUp }) => [...followUp.actuals.keys()].some((name) => contested.has(name)));
    return { date, answer: undefined, answers: [], rivals };
  }
  const answers: LoggedFollowUp[] = [];
  let answer: LoggedFollowUp | undefined;
  for (const one of here) {
    const added = answer === undefined ? one.followUp : joined(answer.followUp, one.followUp);
    if (added === undefined) continue;
    answers.push(one);
    answer = { entry: one.entry, followUp: added };
  }
  return { date, answer, answers, rivals: [] };
}

/** An answer with what a later one adds to it; undefined where that adds nothing. */
function joined(first: FollowUp, { actuals, notInUse, source, forecast }: FollowUp): FollowUp | undefined {
  const added = [...actuals].filter(([name]) => !first.actuals.has(name));
  if (added.length === 0 && (notInUse === undefined || first.notInUse !== undefined)) return undefined;
  return {
    ...optional("notInUse", notInUse),
    ...optional("source", source),
    ...optional("forecast", forecast),
    ...first,
    actuals: new Map([...first.actuals, ...added]),
  };
}
