import type { EvalStanding, EvalVerdict } from "../evidence/eval-standing.ts";
import { estimatedInputs } from "../business-case/value-grounds.ts";
import { missesOf, type MissedThreshold } from "../business-case/missed-threshold.ts";
import type { ValueFault } from "../business-case/value-faults.ts";
import type { ChecklistStanding } from "./checklist.ts";
import type { Evidenced } from "./evidenced.ts";
import type { ItemReason } from "./item-reason.ts";
import type { KillReason } from "./kill-standing.ts";
import type { RecommendationOutcome } from "./outcome.ts";
import type { Dispute, OnceSubject } from "../history/disputes.ts";
import { takeBackOf, type TakeBack } from "../history/take-back.ts";
import type { Overshoot } from "../spend/over-cap.ts";
import type { Eval } from "../records/eval.ts";
import { daysBetween, type CivilDate } from "../scalars/calendar.ts";
import { compareDecimals, type Decimal } from "../scalars/decimal.ts";
import { compareMoney, type Money } from "../scalars/money.ts";
import type { Person } from "../scalars/person.ts";
import type { Place } from "../../diagnostics/place.ts";
import { writtenOn } from "../records/seen.ts";
import { optional } from "../scalars/optional.ts";

/** What makes a rule apply. The code is stable; `wording/recommendation.ts` makes the sentence. */
export type RecommendationReason =
  | { readonly code: "file-unreadable"; readonly file: string }
  | { readonly code: "value-contradictory"; readonly fault: ValueFault }
  | { readonly code: "result-invalid"; readonly eval: string; readonly why: EvalStanding["why"] }
  | { readonly code: "no-exchange-rate"; readonly currency: string }
  /** Several acts were made independently where only one is allowed. `who`: the people who made them. */
  | {
      readonly code: "acts-disputed";
      readonly subject: OnceSubject;
      readonly who: readonly Person[];
      readonly entries: readonly string[];
    }
  | { readonly code: "kill-tripped"; readonly criterion: string; readonly because: KillReason }
  | { readonly code: "target-missed"; readonly eval: string }
  | { readonly code: "threshold-missed"; readonly missed: MissedThreshold }
  | { readonly code: "nothing-measured" }
  | { readonly code: "eval-open"; readonly eval: string; readonly verdict: EvalVerdict }
  | { readonly code: "kill-open"; readonly criterion: string; readonly because: KillReason }
  | { readonly code: "not-started" }
  /** `item`: `exit.feasibility`; `text`: what the item asks. */
  | { readonly code: "exit-open"; readonly item: string; readonly asks: string; readonly because: ItemReason }
  | { readonly code: "targets-met" }
  | { readonly code: "kill-cleared" }
  | { readonly code: "exit-closed" }
  /** The business case meets its threshold with these inputs estimated. */
  | { readonly code: "met-on-estimates"; readonly inputs: readonly string[] }
  /** A guard does not show what it should, now that time is up. `hard`: it ends the work. */
  | { readonly code: "guard-open"; readonly eval: string; readonly verdict: EvalVerdict; readonly hard: boolean };

/** A limit that is passed. It is said with every outcome, as what it is. */
export type Alarm =
  | { readonly code: "spend-cap-passed"; readonly spent: Money; readonly cap: Money }
  /** The cap was passed for a while; `spent` is what had been spent on that day, and `until` took it back. */
  | {
      readonly code: "spend-cap-was-passed";
      readonly spent: Money;
      readonly cap: Money;
      /** Whether it was passed only with estimates. */
      readonly estimated: boolean;
      readonly on: CivilDate;
      readonly until: TakeBack;
    }
  | { readonly code: "hours-cap-passed"; readonly hours: Decimal; readonly cap: Decimal }
  /** The same of hours, until a correction took them back. */
  | {
      readonly code: "hours-cap-was-passed";
      readonly hours: Decimal;
      readonly cap: Decimal;
      readonly on: CivilDate;
      readonly until: TakeBack;
    }
  | { readonly code: "kill-tripped"; readonly criterion: string }
  /** The timebox is over without a decision. `days`: since its last day. */
  | { readonly code: "decision-overdue"; readonly end: CivilDate; readonly days: number };

/** An exit criterion that only a word can close, and whose it was. */
export interface OnWordOf {
  /** `exit.committed` */
  readonly item: string;
  /** What the criterion asks. */
  readonly asks: string;
  readonly by: Person;
  /** Who typed it in that person's name. */
  readonly recordedBy?: Person;
  readonly entry: string;
}

export interface Recommendation {
  readonly outcome: RecommendationOutcome;
  /** The rule that decided. */
  readonly rule: RuleName;
  /** What made it apply; never empty. */
  readonly reasons: readonly RecommendationReason[];
  /** Limits that are passed, whatever the outcome. */
  readonly alarms: readonly Alarm[];
  /** Exit criteria that rest on somebody's word. */
  readonly onWordOf: readonly OnWordOf[];
  /** Ids of the entries that the reasons rest on. */
  readonly entries: readonly string[];
}

export interface Judged {
  readonly standing: Evidenced;
  readonly exitCriteria: ChecklistStanding;
  readonly unreadable: readonly Place[];
}

interface Applies {
  readonly reasons: readonly RecommendationReason[];
  readonly entries?: readonly string[];
}

interface Rule {
  readonly name: string;
  readonly outcome: RecommendationOutcome;
  /** Why it applies; undefined where it does not. */
  readonly applies: (judged: Judged) => Applies | undefined;
}

/** In order; the first that applies decides. The last always does. */
export const RULES = [
  { name: "records-invalid", outcome: "cannot-judge", applies: recordsInvalid },
  { name: "not-started", outcome: "not-started", applies: notStarted },
  { name: "kill-criterion-tripped", outcome: "no-go", applies: killTripped },
  { name: "hard-guard-missed", outcome: "no-go", applies: hardGuardMissed },
  { name: "primary-target-not-met", outcome: "no-go", applies: primaryNotMet },
  { name: "payback-threshold-missed", outcome: "no-go", applies: thresholdMissed },
  { name: "timebox-over-not-proven", outcome: "no-go", applies: notProven },
  { name: "limit-passed", outcome: "decide-now", applies: limitPassed },
  { name: "exit-criteria-open", outcome: "keep-going", applies: exitOpen },
  { name: "guard-not-met", outcome: "conditional", applies: guardNotMet },
  { name: "everything-met", outcome: "go", applies: everythingMet },
] as const satisfies readonly Rule[];

export type RuleName = (typeof RULES)[number]["name"];

/**
 * The outcome that the records call for, by the first of `RULES` that applies: records that cannot be judged first,
 * then what ends the work, then what is still open, and a go only where nothing speaks against it. It is advice: a
 * person decides, and may decide otherwise with a reason.
 */
export function recommend(judged: Judged): Recommendation {
  for (const { name, outcome, applies } of RULES) {
    const found: Applies | undefined = applies(judged);
    if (found !== undefined)
      return {
        outcome,
        rule: name,
        reasons: found.reasons,
        alarms: alarmsOf(judged.standing),
        onWordOf: onWordOf(judged.exitCriteria),
        entries: [...new Set(found.entries ?? [])],
      };
  }
  throw new Error("the last rule always applies");
}

function when(reasons: readonly RecommendationReason[], entries: readonly string[] = []): Applies | undefined {
  return reasons.length === 0 ? undefined : { reasons, entries };
}

function recordsInvalid({ standing, unreadable }: Judged): Applies | undefined {
  const files = [...new Set(unreadable.map((place) => place.file))];
  const invalid = standing.evals.filter((item) => item.verdict === "invalid");
  const currencies = [...new Set(standing.spend.unconverted.map((item) => item.amount.currency))];
  // What came true months after a decision changes nothing of what was proven before it.
  const disputes = standing.disputes.filter(({ subject }) => subject.kind !== "follow-up");
  return when(
    [
      ...files.map((file) => ({ code: "file-unreadable", file }) as const),
      ...standing.value.faults.map((fault) => ({ code: "value-contradictory", fault }) as const),
      ...invalid.map((item) => ({ code: "result-invalid", eval: item.eval.id, why: item.why }) as const),
      ...currencies.map((currency) => ({ code: "no-exchange-rate", currency }) as const),
      ...disputes.map(disputed),
    ],
    [
      ...invalid.flatMap(judgedEntry),
      ...standing.spend.unconverted.map((item) => item.entry.id),
      ...disputes.flatMap(({ acts }) => acts.map(({ entry }) => entry.id)),
    ],
  );
}

function disputed({ subject, acts }: Dispute): RecommendationReason {
  return {
    code: "acts-disputed",
    subject,
    who: acts.map(({ who }) => who),
    entries: acts.map(({ entry }) => entry.id),
  };
}

function notStarted({ standing }: Judged): Applies | undefined {
  return standing.phase === "draft" ? { reasons: [{ code: "not-started" }] } : undefined;
}

function killTripped({ standing }: Judged): Applies | undefined {
  const tripped = standing.kill.filter((item) => item.verdict === "tripped");
  return when(
    tripped.map(({ criterion, because }) => ({ code: "kill-tripped", criterion: criterion.id, because })),
    tripped.flatMap((item) => item.entries),
  );
}

/** A guard that says so ends the work: it is judged like a primary target, by what is sure. */
function hardGuardMissed({ standing }: Judged): Applies | undefined {
  const missed = standing.evals.filter(
    (item) => isGuard(item.eval) && item.eval.guard === "hard" && item.verdict === "not met" && !item.interim,
  );
  return when(missed.map(openGuard), missed.flatMap(judgedEntry));
}

function primaryNotMet({ standing }: Judged): Applies | undefined {
  const missed = standing.evals.filter((item) => item.eval.primary && item.verdict === "not met" && !item.interim);
  return when(
    missed.map((item) => ({ code: "target-missed", eval: item.eval.id })),
    missed.flatMap(judgedEntry),
  );
}

function thresholdMissed({ standing }: Judged): Applies | undefined {
  return when(missesOf(standing.value).map((missed) => ({ code: "threshold-missed", missed })));
}

function notProven({ standing }: Judged): Applies | undefined {
  if (!isTimeUp(standing)) return undefined;
  const evals = standing.evals.filter(
    (item) => item.eval.primary && (item.verdict === "unmeasured" || item.verdict === "unsettled"),
  );
  const kill = standing.kill.filter((item) => item.verdict === "overdue" || item.verdict === "pending");
  return when([
    ...(standing.evals.length === 0 ? [{ code: "nothing-measured" } as const] : []),
    ...evals.map(openEval),
    ...kill.map(({ criterion, because }) => ({ code: "kill-open", criterion: criterion.id, because }) as const),
  ]);
}

/**
 * Nothing says "keep going" beyond a limit: what is open then is for a person to weigh. A decision takes no limit back,
 * so the advice stays what it was when the decision was taken.
 */
function limitPassed(judged: Judged): Applies | undefined {
  const { standing } = judged;
  if (!isOverdue(standing) && capAlarms(standing).length === 0) return undefined;
  const open = openExit(judged);
  // With the cap passed and time left, what is not shown yet is not a reason to spend more without being asked.
  return when(isTimeUp(standing) ? open : [...open, ...unfinished(standing).map(openEval)]);
}

/** Whether the timebox ended before anybody decided. */
function isOverdue({ phase, timebox, decision: { current } }: Evidenced): boolean {
  if (phase !== "decided") return phase === "over";
  return timebox !== undefined && current !== undefined && current.entry.date > timebox.end;
}

function exitOpen(judged: Judged): Applies | undefined {
  const { standing } = judged;
  const guards = isTimeUp(standing) ? [] : unfinished(standing).filter((item) => !item.eval.primary);
  return when([...openExit(judged), ...guards.map(openEval)]);
}

/** All but the last, the memo, which cannot be written before the recommendation it states. */
function openExit({ exitCriteria }: Judged): readonly RecommendationReason[] {
  return exitCriteria.items
    .filter((item) => item.state !== "met" && item.item.id !== "memo-written")
    .map(({ id, item, because }) => ({ code: "exit-open", item: id, asks: item.text, because }) as const);
}

function unfinished({ evals }: Evidenced): readonly EvalStanding[] {
  return evals.filter(
    (item) =>
      item.verdict === "unmeasured" || item.verdict === "unsettled" || (item.verdict === "not met" && item.interim),
  );
}

/** Time is up: a guard that is not met, for whatever reason, is a condition, and never by itself a no-go. */
function guardNotMet({ standing }: Judged): Applies | undefined {
  const open = standing.evals.filter((item) => isGuard(item.eval) && item.verdict !== "met");
  return when(open.length === 0 ? [] : [...open.map(openGuard), ...onEstimates(standing)], open.flatMap(judgedEntry));
}

/** Reached only where nothing speaks against a go. */
function everythingMet({ standing }: Judged): Applies {
  return {
    reasons: [{ code: "targets-met" }, { code: "kill-cleared" }, { code: "exit-closed" }, ...onEstimates(standing)],
  };
}

/** An eval that must not get worse, and does not decide: it is not primary, and has a target. */
export function isGuard({ primary, target }: Pick<Eval, "primary" | "target">): boolean {
  return !primary && target !== undefined;
}

function isTimeUp({ phase }: Evidenced): boolean {
  return phase === "over" || phase === "decided";
}

function alarmsOf(standing: Evidenced): readonly Alarm[] {
  const { phase, timebox, asOf, kill } = standing;
  if (phase === "draft") return [];
  const tripped = kill.filter(({ verdict }) => verdict === "tripped");
  return [
    ...capAlarms(standing),
    ...takenBackAlarms(standing),
    ...tripped.map(({ criterion }) => ({ code: "kill-tripped", criterion: criterion.id }) as const),
    ...(phase === "over" && timebox !== undefined
      ? [{ code: "decision-overdue", end: timebox.end, days: daysBetween(timebox.end, asOf.date) } as const]
      : []),
  ];
}

function takenBackAlarms({ spend, effort }: Evidenced): readonly Alarm[] {
  const money = spend.wasOver;
  const hours = effort.wasOver;
  return [
    ...(money === undefined || spend.cap === undefined
      ? []
      : [
          {
            code: "spend-cap-was-passed",
            spent: money.total,
            cap: spend.cap,
            estimated: money.estimated,
            ...whileOver(money),
          } as const,
        ]),
    ...(hours === undefined || effort.cap === undefined
      ? []
      : [{ code: "hours-cap-was-passed", hours: hours.total, cap: effort.cap, ...whileOver(hours) } as const]),
  ];
}

function whileOver({ entry, until }: Overshoot<unknown>) {
  return { on: writtenOn(entry), until: takeBackOf(until) };
}

function capAlarms({ spend, effort }: Evidenced): readonly Alarm[] {
  const money = spend.cap !== undefined && compareMoney(spend.total, spend.cap) > 0;
  const hours = effort.cap !== undefined && compareDecimals(effort.hours, effort.cap) > 0;
  return [
    ...(money ? [{ code: "spend-cap-passed", spent: spend.total, cap: spend.cap! } as const] : []),
    ...(hours ? [{ code: "hours-cap-passed", hours: effort.hours, cap: effort.cap! } as const] : []),
  ];
}

function onWordOf({ items }: ChecklistStanding): readonly OnWordOf[] {
  return items.flatMap(({ id, item, state, basis, by, recordedBy, entries }) =>
    state === "met" && basis === "person" && by !== undefined
      ? [{ item: id, asks: item.text, by, ...optional("recordedBy", recordedBy), entry: entries[0] ?? "" }]
      : [],
  );
}

function openGuard({ eval: item, verdict }: EvalStanding) {
  return { code: "guard-open", eval: item.id, verdict, hard: item.guard === "hard" } as const;
}

function onEstimates({ value }: Evidenced): readonly RecommendationReason[] {
  const inputs = estimatedInputs(value);
  return inputs.length === 0 ? [] : [{ code: "met-on-estimates", inputs }];
}

function openEval({ eval: item, verdict }: EvalStanding) {
  return { code: "eval-open", eval: item.id, verdict } as const;
}

function judgedEntry({ judged }: EvalStanding): readonly string[] {
  return judged === undefined ? [] : [judged.entry.id];
}
