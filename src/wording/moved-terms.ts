import { countLabel, hoursLabel, listLabel, moneyLabel } from "../domain/scalars/labels.ts";
import { termLabel, termSubject, termTextLabel } from "../domain/records/terms.ts";
import type { TermChange } from "../domain/records/entry.ts";
import type { EvalStanding } from "../domain/evidence/eval-standing.ts";
import { conditionLabel, type KillReason, type KillStanding } from "../domain/standing/kill-standing.ts";
import type { MetBreach } from "../domain/standing/met-breach.ts";
import { evalWording, killVerdictLabel, verdictLabel } from "./evals.ts";
import { dayLabel } from "./kill-reasons.ts";

/** `spend was 500.00 EUR over the cap when it was changed from 2000.00 EUR to 2600.00 EUR`. */
export function breachClause({ change, breach }: MetBreach): string {
  switch (breach.code) {
    case "spend-over":
      return `spend was ${moneyLabel(breach.over)} over the cap when the cap was ${changedWords(change)}`;
    case "hours-over":
      return `the team was ${hoursLabel(breach.over)} over the cap on hours when the cap was ${changedWords(change)}`;
    case "time-over":
      return `the timebox was over when it was extended from ${change.from} to ${change.to} working days`;
    case "target-missed":
      if (termSubject(change.term) === undefined)
        return (
          `the business case had missed its threshold when the ${termLabel(change.term)} was ` + changedWords(change)
        );
      return `${breach.eval} had missed its target when the ${termLabel(change.term)} was ${changedWords(change)}`;
    case "kill-tripped":
      return `${breach.criterion} was tripped when the ${termLabel(change.term)} was ${changedWords(change)}`;
  }
}

/** `changed from value ≤ 2 s to value ≤ 2.5 s`; what was or is nothing was set, or removed. */
export function changedWords({ from, to }: { readonly [K in "from" | "to"]?: string | undefined }): string {
  if (from === undefined) return `set to ${termTextLabel(to ?? "nothing")}`;
  if (to === undefined) return `removed (before: ${termTextLabel(from)})`;
  return `changed from ${termTextLabel(from)} to ${termTextLabel(to)}`;
}

/** Whether a target is met that was not met as it was agreed first. `then`: by those terms, where they were moved. */
export function isMetByMove(now: EvalStanding, then: EvalStanding | undefined): boolean {
  return now.verdict === "met" && then !== undefined && then.verdict !== "met";
}

/** `Met, on moved terms`; else the verdict alone. */
export function movedVerdictLabel(now: EvalStanding, then: EvalStanding | undefined): string {
  return verdictLabel(now) + (isMetByMove(now, then) ? ", on moved terms" : "");
}

/**
 * `agreed first: at least 50% fewer, not met; changed after 2 results`: the verdict as it was agreed first. Where the
 * target is the same and other terms moved: `on the terms agreed first: not met; arms changed after 2 results`.
 */
export function firstTargetClause(first: EvalStanding, now: EvalStanding, changes: readonly TermChange[]): string {
  const { needed, verdict } = evalWording(first);
  if (needed === evalWording(now).needed) return onFirstTerms(verdict.toLowerCase(), changes);
  return `agreed first: ${needed === "" ? "no target" : needed}, ${verdict.toLowerCase()}${seenClause(changes)}`;
}

/** `agreed first: wrong-rate > 20%, tripped on day 2`: the verdict on the state that was agreed first. */
export function firstStateClause(first: KillStanding, now: KillStanding, changes: readonly TermChange[]): string {
  const verdict = killVerdictLabel(first.verdict).toLowerCase() + onDay(first.because);
  const state = stateText(first);
  return state === stateText(now)
    ? onFirstTerms(verdict, changes)
    : `agreed first: ${state}, ${verdict}${seenClause(changes)}`;
}

function stateText({ criterion: { when, ask } }: KillStanding): string {
  return when === undefined ? (ask ?? "no state") : conditionLabel(when);
}

function onFirstTerms(verdict: string, changes: readonly TermChange[]): string {
  const names = [...new Set(changes.map(({ term }) => termLabel(term).replace(/ of .*$/, "")))];
  return `on the terms agreed first: ${verdict}${seenClause(changes, `${listLabel(names)} `)}`;
}

function onDay(because: KillReason): string {
  return because.code === "stays-tripped" ? ` on ${dayLabel(because)}` : "";
}

function seenClause(changes: readonly TermChange[], what = ""): string {
  const seen = Math.max(0, ...changes.map(({ resultsSeen }) => resultsSeen));
  return seen === 0 ? "" : `; ${what}changed after ${countLabel(seen, "result")}`;
}
