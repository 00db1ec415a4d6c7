import type { CivilDate } from "../scalars/calendar.ts";
import { isBuiltInMetric } from "../scalars/condition.ts";
import type { Entry } from "../records/entry.ts";
import type { KillCriterion } from "../records/kill-criterion.ts";
import { workingDayOf } from "../records/timebox.ts";
import { optional } from "../scalars/optional.ts";
import { caseAtStart } from "../business-case/inputs-at-start.ts";
import { killGrounds, type Judgement } from "./judgement.ts";
import { couldTrip, isGrowing, killStanding, type EvidencedKill, type KillStanding } from "./kill-standing.ts";
import { saying } from "../records/log.ts";

/**
 * An earlier moment by the terms of that day. At the end of a day it is judged by what was in the log then; within a
 * day by what of it still counts, so that a slip that was taken back on its day was none.
 */
export interface PastMoment {
  readonly date: CivilDate;
  readonly epochMs: number;
  readonly judgement: Judgement;
  /** The judgement at the end of that day, or now; undefined at the end itself. */
  readonly dayEnd: Judgement | undefined;
  /** Set where the business case is that of the start and not of the files. */
  readonly figures?: "start";
}

/**
 * What was tripped stays tripped: a criterion that was tripped at an earlier moment is tripped now, whatever a later
 * run shows or is dated to, until a person clears it. What was taken back on the same day was never tripped; what was
 * withdrawn on a later day was. A criterion whose state was amended is judged on its new state, for the earlier days
 * too: a condition that is moved by a hair forgets nothing.
 *
 * The business case may be edited at any time, and the log does not say when. So a criterion about it is also judged by
 * the inputs of the start, until a person has cleared it.
 *
 * @param date the day as which it is judged
 * @param past the moments from one on, in order; asked for only where a criterion may have been tripped before, and as
 * far as that has to be known
 */
export function latchedKill(
  judgement: Judgement,
  date: CivilDate,
  past: (fromMs: number) => Iterable<PastMoment>,
): readonly KillStanding[] {
  return judgement.kill.map((item) => {
    const fromMs = firstMayTrip(item, judgement);
    if (fromMs === undefined) return item;
    // What was tripped before a person cleared it is over.
    const cleared = lastClearing(item.criterion.id, judgement.log.counted)?.at.epochMs ?? -Infinity;
    const moments = past(Math.max(fromMs, cleared));
    return latched(item, judgement, hasInputsOfStart(item, judgement) ? andNow(moments, judgement, date) : moments);
  });
}

/** The last entry that cleared a criterion. */
export function lastClearing(id: string, counted: readonly Entry[]): Entry | undefined {
  return saying(counted, "clear").findLast(({ clear }) => clear.criterion === id);
}

/** Whether the inputs of the start say of a criterion what those of today may not. */
function hasInputsOfStart({ criterion: { id, when } }: EvidencedKill, judgement: Judgement): boolean {
  return (
    (when?.metric === "payback.months" || when?.metric === "impact.annual") &&
    lastClearing(id, judgement.log.counted) === undefined &&
    caseAtStart(judgement) !== undefined
  );
}

/** Moments by the inputs of their day and by those of the start, and the present one. */
function* andNow(past: Iterable<PastMoment>, now: Judgement, date: CivilDate): Iterable<PastMoment> {
  const present = { date, epochMs: Infinity, judgement: now, dayEnd: undefined };
  for (const moment of [...past, present]) {
    yield moment;
    const then = caseAtStart(moment.judgement);
    if (then !== undefined)
      yield { ...moment, judgement: { ...moment.judgement, value: then.value }, figures: "start" };
  }
}

function latched(item: EvidencedKill, { definitions }: Judgement, past: Iterable<PastMoment>): KillStanding {
  const { criterion, verdict, because } = item;
  if (verdict === "tripped") return item;
  for (const { date, judgement, dayEnd, figures } of past) {
    if (dayEnd !== undefined && isOtherArm(criterion, judgement, dayEnd)) continue;
    const then = killStanding(stateOf(criterion, judgement.definitions.killCriteria), killGrounds(judgement, date));
    if (then.verdict !== "tripped") continue;
    const workingDay = workingDayOf(date, definitions.charter?.timebox);
    return {
      criterion,
      verdict: "tripped",
      because: {
        code: "stays-tripped",
        was: then.because,
        ...optional("figures", figures),
        on: date,
        workingDay,
        now: verdict,
        latest: because,
      },
      entries: then.entries,
    };
  }
  return item;
}

/** Arms that are measured one after the other on a day are one experiment: the first trips nothing by itself. */
export function isOtherArm({ when }: KillCriterion, then: Judgement, dayEnd: Judgement): boolean {
  const armOf = ({ evals }: Judgement) => evals.find((item) => item.eval.id === when?.metric)?.judged?.result.arm;
  return armOf(then) !== armOf(dayEnd);
}

/** The state as it is agreed now, with the day of then: to move the day unmakes no verdict. */
function stateOf({ id, when, ask }: KillCriterion, then: readonly KillCriterion[]): KillCriterion {
  const by = then.find((one) => one.id === id)?.by;
  return { id, ...(when && { when }), ...(ask === undefined ? {} : { ask }), ...(by && { by }) };
}

/**
 * Whether a criterion was never tripped, as far as that can be told without walking the history: what is agreed was
 * never changed, and nothing in the log could have tripped it.
 */
export function neverTripped(item: EvidencedKill, judgement: Judgement): boolean {
  const { started, amendments } = judgement;
  if (started === undefined || amendments.length > 0 || item.verdict === "tripped") return false;
  return firstMayTrip(item, judgement) === undefined;
}

/**
 * The first moment at which the history can have tripped what is not tripped now, in milliseconds since 1970; undefined
 * where it cannot. To walk it takes longer than all the rest, and few PoCs come near a criterion that they do not meet.
 */
function firstMayTrip({ criterion, verdict }: EvidencedKill, judgement: Judgement): number | undefined {
  const { log, started, amendments, evals, spend } = judgement;
  const { id, when } = criterion;
  if (started === undefined || verdict === "tripped") return undefined;
  if (when === undefined)
    return saying(log.entries, "answers").find(({ answers }) => answers.get(id) === "yes")?.at.epochMs;
  if (!isBuiltInMetric(when.metric)) {
    const item = evals.find((one) => one.eval.id === when.metric)?.eval;
    if (item === undefined) return undefined;
    // Labels of people, even withdrawn ones, move the figure to either side of what the judge counted.
    const labelled = saying(log.entries, "labels").some(({ labels }) => labels.some((one) => one.eval === item.id));
    const tripping = saying(log.entries, "results").find(({ results }) =>
      results.some((result) => result.eval === item.id && (labelled || couldTrip(when, item, result))),
    );
    return tripping?.at.epochMs;
  }
  // What goes up and down is judged from its day on, and an amendment moves days. What only grows stays over a
  // threshold, unless a bill, a refund or a withdrawal takes something back.
  const isBack = (entry: Entry) => (entry.spend.length > 0 || entry.time.length > 0) && log.withdrawn.has(entry.id);
  const sinks =
    spend.replaced.replacements.length > 0 ||
    spend.items.some(({ amount }) => amount.minor < 0n) ||
    (log.withdrawn.size > 0 && log.entries.some(isBack));
  const may = amendments.length > 0 || (isGrowing(when) ? sinks : verdict !== "pending");
  return may ? -Infinity : undefined;
}
