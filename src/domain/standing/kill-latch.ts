import type { CivilDate } from "../scalars/calendar.ts";
import { isBuiltInMetric } from "../scalars/condition.ts";
import type { Entry } from "../records/entry.ts";
import type { KillCriterion } from "../records/kill-criterion.ts";
import { workingDayOf } from "../records/timebox.ts";
import { killGrounds, type Judgement } from "./judgement.ts";
import { isGrowing, killStanding, type EvidencedKill, type KillStanding } from "./kill-standing.ts";

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
}

/**
 * What was tripped stays tripped: a criterion that was tripped at an earlier moment is tripped now, whatever a later
 * run shows or is dated to, until a person clears it. What was taken back on the same day was never tripped; what was
 * withdrawn on a later day was. A criterion whose state was amended is judged on its new state, for the earlier days
 * too: a condition that is moved by a hair forgets nothing.
 *
 * @param past the earlier moments in order; asked for only where a criterion may have been tripped before
 */
export function latchedKill(judgement: Judgement, past: () => readonly PastMoment[]): readonly KillStanding[] {
  return judgement.kill.map((item) => (mayHaveBeenTripped(item, judgement) ? latched(item, judgement, past()) : item));
}

/** The last entry that cleared a criterion. */
export function lastClearing(id: string, counted: readonly Entry[]): Entry | undefined {
  return counted.findLast(({ clear }) => clear?.criterion === id);
}

function latched(item: EvidencedKill, { log, definitions }: Judgement, past: readonly PastMoment[]): KillStanding {
  const { criterion, verdict, because } = item;
  if (verdict === "tripped") return item;
  const cleared = lastClearing(criterion.id, log.counted)?.at.epochMs ?? -Infinity;
  for (const { date, epochMs, judgement, dayEnd } of past) {
    if (epochMs < cleared || (dayEnd !== undefined && isOtherArm(criterion, judgement, dayEnd))) continue;
    const then = killStanding(stateOf(criterion, judgement.definitions.killCriteria), killGrounds(judgement, date));
    if (then.verdict !== "tripped") continue;
    const workingDay = workingDayOf(date, definitions.charter?.timebox);
    return {
      criterion,
      verdict: "tripped",
      because: { code: "stays-tripped", was: then.because, on: date, workingDay, now: verdict, latest: because },
      entries: then.entries,
    };
  }
  return item;
}

/** Arms that are measured one after the other on a day are one experiment: the first trips nothing by itself. */
function isOtherArm({ when }: KillCriterion, then: Judgement, dayEnd: Judgement): boolean {
  const armOf = ({ evals }: Judgement) => evals.find((item) => item.eval.id === when?.metric)?.judged?.result.arm;
  return armOf(then) !== armOf(dayEnd);
}

/** The state as it is agreed now, with the day of then: to move the day unmakes no verdict. */
function stateOf({ id, when, ask }: KillCriterion, then: readonly KillCriterion[]): KillCriterion {
  const by = then.find((one) => one.id === id)?.by;
  return { id, ...(when && { when }), ...(ask === undefined ? {} : { ask }), ...(by && { by }) };
}

/**
 * Whether the history can have tripped what is not tripped now. To walk it takes longer than all the rest, and most
 * criteria rest on one result or one answer.
 */
function mayHaveBeenTripped({ criterion, verdict }: EvidencedKill, judgement: Judgement): boolean {
  const { log, started, amendments, evals, spend } = judgement;
  const { id, when } = criterion;
  if (started === undefined || verdict === "tripped") return false;
  // What tripped before it was withdrawn had tripped.
  const spoken = (about: (entry: Entry) => boolean) => {
    const entries = log.entries.filter(about);
    return entries.length > 1 || entries.some((entry) => log.withdrawn.has(entry.id));
  };
  if (when === undefined) return spoken(({ answers }) => answers.has(id));
  if (amendments.length > 0) return true;
  if (!isBuiltInMetric(when.metric)) {
    const { metric } = when;
    return (
      evals.some((item) => item.eval.id === metric) &&
      spoken(({ results }) => results.some(({ eval: of }) => of === metric))
    );
  }
  // What goes up and down is judged from its day on. What only grows stays over a threshold, unless a bill or a refund
  // takes something back.
  if (!isGrowing(when)) return verdict !== "pending";
  return spend.replaced.replacements.length > 0 || spend.items.some(({ amount }) => amount.minor < 0n);
}
