import type { CivilDate } from "../scalars/calendar.ts";
import type { Decimal } from "../scalars/decimal.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { evalVerdictSince, killTrippedSince } from "./verdict-since.ts";
import { judgementOf, type Judgement } from "./judgement.ts";
import { changedAnswers, type ChangedAnswer } from "../history/changed-answers.ts";
import type { KillStanding } from "./kill-standing.ts";
import type { Money } from "../scalars/money.ts";
import type { Records } from "../records/records.ts";
import { workingDates, workingDayOf } from "../records/timebox.ts";
import { VerdictHistory, type Moment } from "./verdict-history.ts";
import type { Since } from "./since.ts";

/** A day as it stood at its end: by the entries and the terms of then, with what was taken back only later. */
export interface ReplayDay {
  readonly date: CivilDate;
  /** Of the timebox, from 1 on; undefined on other days. */
  readonly workingDay: number | undefined;
  /** So far, in the currency of the cap; what had no rate is not in it. */
  readonly spent: Money;
  /** Person-hours so far, meetings included. */
  readonly hours: Decimal;
  /** Verdicts at the end of the day; none before the terms were frozen. */
  readonly evals: readonly EvalStanding[];
  readonly kill: readonly KillStanding[];
  /** Those of them with another verdict than at the end of the day before. */
  readonly changedEvals: readonly EvalStanding[];
  readonly changedKill: readonly KillStanding[];
}

/** An eval now, and when its target was met and missed; undefined where it never was at the end of a day. */
export interface ReplayedEval {
  readonly standing: EvalStanding;
  readonly met: Since | undefined;
  readonly missed: Since | undefined;
}

/** A kill criterion now, and when it held. */
export interface ReplayedKill {
  readonly standing: KillStanding;
  readonly since: Since | undefined;
  /** Days on which it was answered yes and no. */
  readonly changed: readonly ChangedAnswer[];
}

/** The log walked day by day. */
export interface Replay {
  /** Every working day of the timebox that has begun, and every other day with an entry or another verdict. */
  readonly days: readonly ReplayDay[];
  readonly kill: readonly ReplayedKill[];
  readonly evals: readonly ReplayedEval[];
}

export function replay(records: Records, asOf: Moment): Replay {
  const now = judgementOf(records, asOf);
  const history = new VerdictHistory(records, now, asOf);
  const changed = changedAnswers(now.log.counted);
  return {
    days: daysOf(records, now, history, asOf),
    kill: history.killNow().map((standing) => ({
      standing,
      since: killTrippedSince(history, standing.criterion.id),
      changed: changed.filter(({ criterion }) => criterion === standing.criterion.id),
    })),
    evals: now.evals.map((standing) => ({
      standing,
      met: evalVerdictSince(history, standing.eval.id, "met"),
      missed: evalVerdictSince(history, standing.eval.id, "not met"),
    })),
  };
}

function daysOf(records: Records, now: Judgement, history: VerdictHistory, asOf: Moment): readonly ReplayDay[] {
  const timebox = now.definitions.charter?.timebox;
  const begun = (timebox === undefined ? [] : workingDates(timebox)).filter((date) => date <= asOf.date);
  const shown = new Set([...begun, ...now.log.entries.map((entry) => entry.date)]);
  const days: ReplayDay[] = [];
  for (const date of [...new Set([...shown, ...history.dates()])].sort()) {
    const day = dayOf(date, judgementOf(records, history.endOf(date)), days.at(-1), now, history);
    if (shown.has(date) || day.changedEvals.length + day.changedKill.length > 0) days.push(day);
  }
  return days;
}

function dayOf(
  date: CivilDate,
  { spend, effort, evals }: Judgement,
  before: ReplayDay | undefined,
  now: Judgement,
  history: VerdictHistory,
): ReplayDay {
  const agreed = history.endOf(date).epochMs >= history.fromMs;
  const judged = agreed ? { evals, kill: history.at(history.endOf(date)).kill } : { evals: [], kill: [] };
  return {
    date,
    workingDay: workingDayOf(date, now.definitions.charter?.timebox),
    spent: spend.total,
    hours: effort.hours,
    ...judged,
    changedEvals: judged.evals.filter((item) => {
      const old = before?.evals.find((other) => other.eval.id === item.eval.id);
      return old === undefined
        ? item.verdict !== "unmeasured"
        : item.verdict !== old.verdict || item.interim !== old.interim;
    }),
    changedKill: judged.kill.filter(
      (item) =>
        item.verdict !== (before?.kill.find((other) => other.criterion.id === item.criterion.id)?.verdict ?? "pending"),
    ),
  };
}
