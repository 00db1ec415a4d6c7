import { evalReasonText } from "../evidence/eval-reason-text.ts";
import type { ChecklistStanding } from "./checklist.ts";
import type { Place } from "../../diagnostics/place.ts";
import type { RecommendationOutcome } from "./outcome.ts";
import { faultClause, missedClauses } from "../business-case/clauses.ts";
import type { Evidenced } from "./evidenced.ts";

export interface Recommendation {
  readonly outcome: RecommendationOutcome;
  /** The name of the rule that decided: `kill-criterion-tripped`. */
  readonly rule: string;
  /** The rule as a sentence. */
  readonly ruleText: string;
  /** What made it apply, one short clause each. */
  readonly reasons: readonly string[];
  /** Ids of the entries that the reasons rest on. */
  readonly entries: readonly string[];
}

export interface Judged {
  readonly standing: Evidenced;
  readonly exitCriteria: ChecklistStanding;
  readonly unreadable: readonly Place[];
}

interface Rule {
  readonly name: string;
  readonly outcome: RecommendationOutcome;
  readonly text: string;
  /** Why it applies; undefined where it does not. */
  readonly applies: (
    judged: Judged,
  ) => { readonly reasons: readonly string[]; readonly entries?: readonly string[] } | undefined;
}

/** In order; the first that applies decides. */
export const RULES: readonly Rule[] = [
  {
    name: "records-invalid",
    outcome: "cannot-judge",
    text: "Records that cannot be read or contradict themselves cannot be judged.",
    applies: recordsInvalid,
  },
  {
    name: "kill-criterion-tripped",
    outcome: "no-go",
    text: "A kill criterion that is tripped ends the work.",
    applies: killTripped,
  },
  {
    name: "primary-target-not-met",
    outcome: "no-go",
    text: "A primary target that is not met is a no-go.",
    applies: primaryNotMet,
  },
  {
    name: "payback-threshold-missed",
    outcome: "no-go",
    text: "An idea that misses the threshold set up front is not worth building.",
    applies: thresholdMissed,
  },
  {
    name: "timebox-over-not-proven",
    outcome: "no-go",
    text: "What is still unmeasured or unsettled when the timebox is over was not proven.",
    applies: notProven,
  },
  {
    name: "exit-criteria-open",
    outcome: "keep-going",
    text: "Exit criteria that are open have to be closed first.",
    applies: exitOpen,
  },
  {
    name: "everything-met",
    outcome: "go",
    text: "Every primary target is met, every kill criterion cleared and every exit criterion closed.",
    applies: everythingMet,
  },
];

export function recommend(judged: Judged): Recommendation {
  for (const rule of RULES) {
    const applies = rule.applies(judged);
    if (applies !== undefined) {
      return {
        outcome: rule.outcome,
        rule: rule.name,
        ruleText: rule.text,
        reasons: applies.reasons,
        entries: [...new Set(applies.entries ?? [])],
      };
    }
  }
  throw new Error("the last rule always applies");
}

function when(reasons: readonly string[], entries: readonly string[] = []) {
  return reasons.length === 0 ? undefined : { reasons, entries };
}

function recordsInvalid({ standing, unreadable }: Judged) {
  const files = [...new Set(unreadable.map((place) => place.file))].map((file) => `${file} cannot be read in full`);
  const invalid = standing.evals.filter((item) => item.verdict === "invalid");
  const currencies = [...new Set(standing.spend.unconverted.map((item) => item.amount.currency))];
  return when(
    [
      ...files,
      ...standing.value.faults.map((fault) => `value.yaml cannot be true: ${faultClause(fault)}`),
      ...invalid.map((item) => `${item.eval.id}: ${item.why === undefined ? "invalid" : evalReasonText(item.why)}`),
      ...currencies.map((currency) => `spend in ${currency} has no exchange rate`),
    ],
    [
      ...invalid.flatMap((item) => (item.judged ? [item.judged.entry.id] : [])),
      ...standing.spend.unconverted.map((item) => item.entry.id),
    ],
  );
}

function killTripped({ standing }: Judged) {
  const tripped = standing.kill.filter((item) => item.verdict === "tripped");
  return when(
    tripped.map((item) => `${item.criterion.id}: ${item.because}`),
    tripped.flatMap((item) => item.entries),
  );
}

function primaryNotMet({ standing }: Judged) {
  const missed = standing.evals.filter((item) => item.eval.primary && item.verdict === "not met" && !item.interim);
  return when(
    missed.map((item) => `${item.eval.id} misses its target`),
    missed.flatMap((item) => (item.judged ? [item.judged.entry.id] : [])),
  );
}

function thresholdMissed({ standing }: Judged) {
  return when(missedClauses(standing.value));
}

function notProven({ standing }: Judged) {
  if (standing.phase !== "over" && standing.phase !== "decided") return undefined;
  const evals = standing.evals.filter((item) => item.verdict === "unmeasured" || item.verdict === "unsettled");
  const kill = standing.kill.filter((item) => item.verdict === "overdue" || item.verdict === "pending");
  const nothing = standing.evals.length === 0 ? ["nothing was measured"] : [];
  return when([
    ...nothing,
    ...evals.map((item) => `${item.eval.id} is ${item.verdict}`),
    ...kill.map((item) => `${item.criterion.id}: ${item.because}`),
  ]);
}

/** All but the last, the memo, which cannot be written before the recommendation it states. */
function exitOpen({ exitCriteria, standing }: Judged) {
  const open = exitCriteria.items.filter((item) => item.state !== "met" && item.item.id !== "memo-written");
  const unfinished = standing.evals.filter(
    (item) =>
      item.verdict === "unmeasured" || item.verdict === "unsettled" || (item.verdict === "not met" && item.interim),
  );
  const notStarted = standing.started === undefined ? ["the terms are not frozen: poc start"] : [];
  return when([
    ...notStarted,
    ...open.map((item) => `still open: ${lowerFirst(item.item.text)} (${item.because})`),
    ...unfinished.filter((item) => !item.eval.primary).map((item) => `${item.eval.id} is ${item.verdict}`),
  ]);
}

/**
 * Reached only where nothing speaks against a go. A guard that misses its target does not decide, and is not hidden.
 */
function everythingMet({ standing }: Judged) {
  const missed = standing.evals.filter((item) => !item.eval.primary && item.verdict === "not met");
  const guards = missed.map((item) => `${item.eval.id} misses its target, which does not decide`);
  return {
    reasons: [
      "every primary target is met",
      "every kill criterion is cleared",
      "the exit criteria are closed",
      ...guards,
    ],
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
