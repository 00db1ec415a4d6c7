import { outcomesOf, type ForecastOutcome } from "../../domain/follow-up/compare-actual.ts";
import type { DueState, FollowUpStanding } from "../../domain/follow-up/follow-up-standing.ts";
import { actualText, lineName, type ForecastLine } from "../../domain/records/forecast/forecast.ts";
import { personText } from "../../domain/scalars/person.ts";
import { forecastLineJson, type ForecastLineJson } from "../json/acts-json.ts";
import type { EntryJson } from "../json/entry-json.ts";
import type { DateText } from "../json/json-texts.ts";

/** The `data` of `poc followup`. */
export interface FollowUpCommandJson extends FollowUpStateJson {
  /** The entry that was written; null where nothing was. */
  readonly entry: EntryJson | null;
  /** Its file in the PoC. */
  readonly file: string | null;
}

/** What a go promised, what is to be answered, and what came true. */
export interface FollowUpStateJson {
  /** Id of the entry with the decision. */
  readonly decision: string;
  readonly decided: DateText;
  /** Whether the decision stored what it promised; else `lines` are what the log gave on that day. */
  readonly stored: boolean;
  readonly lines: readonly ForecastLineJson[];
  readonly due: readonly DueJson[];
  /** The day that an answer is for today; null where nothing can be answered. */
  readonly asked: DateText | null;
  /** Days since the first day that nobody answered; null where none is over, or nothing was stored. */
  readonly overdue_days: number | null;
}

export interface DueJson {
  readonly date: DateText;
  readonly state: DueState;
  /** What counts. */
  readonly answer: DueAnswerJson | null;
}

export interface DueAnswerJson {
  /** The entry that said something last; `entries` has all of them. */
  readonly entry: string;
  /** The entries that it was answered with, oldest first. */
  readonly entries: readonly string[];
  readonly by: string;
  readonly date: DateText;
  readonly source: string | null;
  readonly not_in_use: string | null;
  readonly outcomes: readonly OutcomeJson[];
}

/** What came true of one line. */
export interface OutcomeJson {
  readonly name: string;
  /** With its unit; a payback may be `never`. */
  readonly actual: string;
  /** What came true over what was promised; null where that is no number. */
  readonly ratio: number | null;
  /** Whether it lies within the 80% range; null where there is none. */
  readonly within: boolean | null;
  readonly worse: boolean;
}

export function followUpStateJson(
  { decision: { entry }, stored, due, asked, overdue }: FollowUpStanding,
  lines: readonly ForecastLine[],
): FollowUpStateJson {
  return {
    decision: entry.id,
    decided: entry.date,
    stored,
    lines: lines.map(forecastLineJson),
    due: due.map(({ date, state, answer, answers }) => ({
      date,
      state,
      answer:
        answer === undefined
          ? null
          : {
              entry: answer.entry.id,
              entries: answers.map(({ entry: { id } }) => id),
              by: personText(answer.entry.by),
              date: answer.entry.date,
              source: answer.followUp.source ?? null,
              not_in_use: answer.followUp.notInUse ?? null,
              outcomes: outcomesOf(answer.followUp.forecast ?? lines, answer.followUp).map(outcomeJson),
            },
    })),
    asked: asked ?? null,
    overdue_days: overdue ?? null,
  };
}

export function outcomeJson({ line, actual, ratio, within, worse }: ForecastOutcome): OutcomeJson {
  return {
    name: lineName(line),
    actual: actualText(actual),
    ratio: ratio === undefined || !Number.isFinite(ratio) ? null : ratio,
    within: within ?? null,
    worse,
  };
}
