import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { moneyText } from "../../domain/scalars/money.ts";
import { conditionText } from "../../domain/scalars/condition.ts";
import type { KillReason, KillStanding, KillVerdict } from "../../domain/standing/kill-standing.ts";
import type { Since, Turn } from "../../domain/standing/since.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { killTrippedSince } from "../../domain/standing/verdict-since.ts";
import { killClause } from "../../wording/kill-reasons.ts";
import { sinceSentence } from "../../wording/since.ts";
import type { DateText, DecimalText, MoneyText } from "./json-texts.ts";
import { reasonJson, type ReasonJson } from "./reason-json.ts";

export interface KillJson {
  readonly id: string;
  readonly statement: string | null;
  /** The condition on a figure: `wrong-rate > 18%`. */
  readonly when: string | null;
  /** The question to a person, if it is not a condition. */
  readonly ask: string | null;
  /** The day by which it has to be settled. */
  readonly by: DateText | null;
  readonly verdict: KillVerdict;
  readonly because: ReasonJson<KillReason>;
  readonly entries: readonly string[];
  /** Since when it has been tripped, or was. */
  readonly since: SinceJson | null;
  /** Null where the state was not moved. */
  readonly on_first_terms: KillOnFirstTermsJson | null;
}

/** The verdict on the state agreed at the start. */
export interface KillOnFirstTermsJson {
  readonly when: string | null;
  readonly ask: string | null;
  readonly verdict: KillVerdict;
}

function killOnFirstTermsJson(then: KillStanding | undefined): KillOnFirstTermsJson | null {
  if (then === undefined) return null;
  const { when, ask } = then.criterion;
  return { when: when === undefined ? null : conditionText(when), ask: ask ?? null, verdict: then.verdict };
}

function killSinceJson(since: Since | undefined, id: string): SinceJson | null {
  return since === undefined ? null : sinceJson(since, sinceSentence(id, since));
}

export function killJson(
  { criterion, verdict, because, entries }: KillStanding,
  { history, first }: Pick<Standing, "history" | "first">,
): KillJson {
  return {
    id: criterion.id,
    statement: criterion.statement ?? null,
    when: criterion.when === undefined ? null : conditionText(criterion.when),
    ask: criterion.ask ?? null,
    by: criterion.by ?? null,
    verdict,
    because: reasonJson(because, killClause(because)),
    entries,
    since: killSinceJson(killTrippedSince(history, criterion.id), criterion.id),
    on_first_terms: killOnFirstTermsJson(first.kill.find((then) => then.criterion.id === criterion.id)),
  };
}

/** The day on which something changed. */
export interface TurnJson {
  readonly date: DateText;
  /** Working day of the timebox; null on other days. */
  readonly day: number | null;
  /** The entry that changed it; null where the day did. */
  readonly entry: string | null;
}

/** Since when a verdict has stood, and what was spent meanwhile. */
export interface SinceJson extends TurnJson {
  /** Whether it still stands. */
  readonly still: boolean;
  /** When it ended, came back, and so on. */
  readonly turns: readonly TurnJson[];
  /** Spent by later entries, as long as it stood. */
  readonly spent_after: MoneyText;
  /** The same in currencies without an exchange rate; part of no total. */
  readonly spent_after_without_rate: readonly MoneyText[];
  readonly hours_after: DecimalText;
  /** Ids of these entries. */
  readonly entries_after: readonly string[];
  readonly sentence: string;
}

export function sinceJson(held: Since, sentence: string): SinceJson {
  return {
    ...turnJson(held),
    still: held.still,
    turns: held.turns.map(turnJson),
    spent_after: moneyText(held.spentAfter),
    spent_after_without_rate: held.unconvertedAfter.map(moneyText),
    hours_after: shortDecimalText(held.hoursAfter),
    entries_after: held.entriesAfter,
    sentence,
  };
}

function turnJson({ entry, date, workingDay }: Turn): TurnJson {
  return { date, day: workingDay ?? null, entry: entry?.id ?? null };
}
