import type { EvalStanding, EvalVerdict } from "../evidence/eval-standing.ts";
import { missesOf, type MissedThreshold } from "../business-case/missed-threshold.ts";
import type { ValueFault } from "../business-case/value-faults.ts";
import type { ChecklistStanding } from "./checklist.ts";
import type { Evidenced } from "./evidenced.ts";
import type { ItemReason } from "./item-reason.ts";
import type { KillReason } from "./kill-standing.ts";
import type { RecommendationOutcome } from "./outcome.ts";
import type { Place } from "../../diagnostics/place.ts";

/** What makes a rule apply. The code is stable; `wording/recommendation.ts` makes the sentence. */
export type RecommendationReason =
  | { readonly code: "file-unreadable"; readonly file: string }
  | { readonly code: "value-contradictory"; readonly fault: ValueFault }
  | { readonly code: "result-invalid"; readonly eval: string; readonly why: EvalStanding["why"] }
  | { readonly code: "no-exchange-rate"; readonly currency: string }
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
  /** An eval that is not primary missed its target; that decides nothing. */
  | { readonly code: "guard-missed"; readonly eval: string };

export interface Recommendation {
  readonly outcome: RecommendationOutcome;
  /** The rule that decided. */
  readonly rule: RuleName;
  /** What made it apply; never empty. */
  readonly reasons: readonly RecommendationReason[];
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
  { name: "kill-criterion-tripped", outcome: "no-go", applies: killTripped },
  { name: "primary-target-not-met", outcome: "no-go", applies: primaryNotMet },
  { name: "payback-threshold-missed", outcome: "no-go", applies: thresholdMissed },
  { name: "timebox-over-not-proven", outcome: "no-go", applies: notProven },
  { name: "exit-criteria-open", outcome: "keep-going", applies: exitOpen },
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
      return { outcome, rule: name, reasons: found.reasons, entries: [...new Set(found.entries ?? [])] };
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
  return when(
    [
      ...files.map((file) => ({ code: "file-unreadable", file }) as const),
      ...standing.value.faults.map((fault) => ({ code: "value-contradictory", fault }) as const),
      ...invalid.map((item) => ({ code: "result-invalid", eval: item.eval.id, why: item.why }) as const),
      ...currencies.map((currency) => ({ code: "no-exchange-rate", currency }) as const),
    ],
    [...invalid.flatMap(judgedEntry), ...standing.spend.unconverted.map((item) => item.entry.id)],
  );
}

function killTripped({ standing }: Judged): Applies | undefined {
  const tripped = standing.kill.filter((item) => item.verdict === "tripped");
  return when(
    tripped.map(({ criterion, because }) => ({ code: "kill-tripped", criterion: criterion.id, because })),
    tripped.flatMap((item) => item.entries),
  );
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
  if (standing.phase !== "over" && standing.phase !== "decided") return undefined;
  const evals = standing.evals.filter((item) => item.verdict === "unmeasured" || item.verdict === "unsettled");
  const kill = standing.kill.filter((item) => item.verdict === "overdue" || item.verdict === "pending");
  return when([
    ...(standing.evals.length === 0 ? [{ code: "nothing-measured" } as const] : []),
    ...evals.map(openEval),
    ...kill.map(({ criterion, because }) => ({ code: "kill-open", criterion: criterion.id, because }) as const),
  ]);
}

/** All but the last, the memo, which cannot be written before the recommendation it states. */
function exitOpen({ exitCriteria, standing }: Judged): Applies | undefined {
  const open = exitCriteria.items.filter((item) => item.state !== "met" && item.item.id !== "memo-written");
  const unfinished = standing.evals.filter(
    (item) =>
      item.verdict === "unmeasured" || item.verdict === "unsettled" || (item.verdict === "not met" && item.interim),
  );
  return when([
    ...(standing.started === undefined ? [{ code: "not-started" } as const] : []),
    ...open.map(({ id, item, because }) => ({ code: "exit-open", item: id, asks: item.text, because }) as const),
    ...unfinished.filter((item) => !item.eval.primary).map(openEval),
  ]);
}

/**
 * Reached only where nothing speaks against a go. A guard that misses its target does not decide, and is not hidden.
 */
function everythingMet({ standing }: Judged): Applies {
  const missed = standing.evals.filter((item) => !item.eval.primary && item.verdict === "not met");
  return {
    reasons: [
      { code: "targets-met" },
      { code: "kill-cleared" },
      { code: "exit-closed" },
      ...missed.map((item) => ({ code: "guard-missed", eval: item.eval.id }) as const),
    ],
  };
}

function openEval({ eval: item, verdict }: EvalStanding) {
  return { code: "eval-open", eval: item.id, verdict } as const;
}

function judgedEntry({ judged }: EvalStanding): readonly string[] {
  return judged === undefined ? [] : [judged.entry.id];
}
