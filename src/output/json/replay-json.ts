import { writtenOn } from "../../domain/records/seen.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { moneyText } from "../../domain/scalars/money.ts";
import type { ChangedAnswer } from "../../domain/history/changed-answers.ts";
import type { Replay } from "../../domain/standing/replay.ts";
import { sinceJson, type SinceJson } from "./kill-json.ts";
import type { DateText, DecimalText, MoneyText } from "./json-texts.ts";
import type { EvalVerdict } from "../../domain/evidence/eval-standing.ts";
import type { KillVerdict } from "../../domain/standing/kill-standing.ts";
import { changedAnswerSentence, sinceSentence, targetSinceSentence } from "../../wording/since.ts";

/** The log walked day by day, and since when each verdict has stood. */
export interface ReplayJson {
  readonly days: readonly ReplayDayJson[];
  readonly kill_criteria: readonly ReplayedKillJson[];
  readonly evals: readonly ReplayedEvalJson[];
}

/** The end of a day, judged by the entries and terms of that day. */
export interface ReplayDayJson {
  readonly date: DateText;
  /** Working day of the timebox; null on other days. */
  readonly day: number | null;
  readonly spent: MoneyText;
  readonly hours: DecimalText;
  /** Verdicts by the ids of kill criteria. */
  readonly kill_criteria: Readonly<Record<string, KillVerdict>>;
  /** Verdicts by the ids of evals. */
  readonly evals: Readonly<Record<string, ReplayedVerdictJson>>;
  /** Ids of kill criteria and evals whose verdict was another one the day before. */
  readonly changed: readonly string[];
}

/** The verdict on an eval. */
export interface ReplayedVerdictJson {
  readonly verdict: EvalVerdict;
  /** Whether it is an early look, before the planned number of cases. */
  readonly interim: boolean;
}

export interface ReplayedKillJson {
  readonly id: string;
  readonly verdict: KillVerdict;
  /** Null where it was never tripped. */
  readonly since: SinceJson | null;
  /** Days on which it was answered yes and no, one sentence each. */
  readonly changed_answers: readonly ChangedAnswerJson[];
}

export interface ChangedAnswerJson {
  readonly date: DateText;
  /** In the order in which they were given; the last one counts. */
  readonly answers: readonly { readonly answer: "yes" | "no"; readonly entry: string }[];
  readonly sentence: string;
}

export interface ReplayedEvalJson extends ReplayedVerdictJson {
  readonly id: string;
  /** Since when its target has been met; null where it never was. */
  readonly met: SinceJson | null;
  /** Since when its target has been missed; null where it never was. */
  readonly missed: SinceJson | null;
}

export function replayJson({ days, kill, evals }: Replay): ReplayJson {
  return {
    days: days.map((day) => ({
      date: day.date,
      day: day.workingDay ?? null,
      spent: moneyText(day.spent),
      hours: shortDecimalText(day.hours),
      kill_criteria: Object.fromEntries(day.kill.map(({ criterion, verdict }) => [criterion.id, verdict])),
      evals: Object.fromEntries(
        day.evals.map((item) => [item.eval.id, { verdict: item.verdict, interim: item.interim }]),
      ),
      changed: [
        ...day.changedKill.map(({ criterion }) => criterion.id),
        ...day.changedEvals.map((item) => item.eval.id),
      ],
    })),
    kill_criteria: kill.map(({ standing: { criterion, verdict }, since, changed }) => ({
      id: criterion.id,
      verdict,
      since: since === undefined ? null : sinceJson(since, sinceSentence(criterion.id, since)),
      changed_answers: changed.flatMap(changedAnswerJson),
    })),
    evals: evals.map(({ standing: { eval: item, verdict, interim }, met, missed }) => ({
      id: item.id,
      verdict,
      interim,
      met: met === undefined ? null : sinceJson(met, targetSinceSentence(item.id, "met", met)),
      missed: missed === undefined ? null : sinceJson(missed, targetSinceSentence(item.id, "not met", missed)),
    })),
  };
}

function changedAnswerJson(changed: ChangedAnswer): readonly ChangedAnswerJson[] {
  const [first] = changed.answers;
  if (first === undefined) return [];
  return [
    {
      date: writtenOn(first.entry),
      answers: changed.answers.map(({ answer, entry }) => ({ answer, entry: entry.id })),
      sentence: changedAnswerSentence(changed),
    },
  ];
}
