import type { CivilDate } from "../scalars/calendar.ts";
import { isBuiltInMetric } from "../scalars/condition.ts";
import type { Entry } from "../records/entry.ts";
import type { KillCriterion } from "../records/kill-criterion.ts";
import { workingDayOf } from "../records/timebox.ts";
import { killGrounds, type Judgement } from "./judgement.ts";
import { isGrowing, killStanding, type EvidencedKill, type KillStanding } from "./kill-standing.ts";

/** The end of an earlier day, by the entries that count now and the terms of that day. */
export interface PastDay {
  readonly date: CivilDate;
  readonly epochMs: number;
  readonly judgement: Judgement;
}

/**
 * What was tripped stays tripped: a criterion that was tripped at the end of an earlier day is tripped now, whatever a
 * later run shows, until a person clears it. What was taken back on the same day was never tripped, nor was what rests
 * on a result that was withdrawn since. A criterion whose state was amended is judged on its new state, for the earlier
 * days too: a condition that is moved by a hair forgets nothing.
 *
 * @param past the earlier days in order; asked for only where a criterion may have been tripped before
 */
export function latchedKill(judgement: Judgement, past: () => readonly PastDay[]): readonly KillStanding[] {
  return judgement.kill.map((item) => (mayHaveBeenTripped(item, judgement) ? latched(item, judgement, past()) : item));
}

/** The last entry that cleared a criterion. */
export function lastClearing(id: string, counted: readonly Entry[]): Entry | undefined {
  return counted.findLast(({ clear }) => clear?.criterion === id);
}

function latched(item: EvidencedKill, { log, definitions }: Judgement, past: readonly PastDay[]): KillStanding {
  const { criterion, verdict, because } = item;
  if (verdict === "tripped") return item;
  const cleared = lastClearing(criterion.id, log.counted)?.at.epochMs ?? -Infinity;
  for (const { date, epochMs, judgement } of past) {
    if (epochMs < cleared) continue;
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
  if (when === undefined) return log.counted.filter(({ answers }) => answers.has(id)).length > 1;
  if (amendments.length > 0) return true;
  if (!isBuiltInMetric(when.metric)) {
    const subject = evals.find((item) => item.eval.id === when.metric);
    return subject !== undefined && subject.results.length > 1;
  }
  // What goes up and down is judged from its day on. What only grows stays over a threshold, unless a bill or a refund
  // takes something back.
  if (!isGrowing(when)) return verdict !== "pending";
  return spend.replaced.replacements.length > 0 || spend.items.some(({ amount }) => amount.minor < 0n);
}
