import type { CivilDate } from "../scalars/calendar.ts";
import type { Decimal } from "../scalars/decimal.ts";
import type { Money } from "../scalars/money.ts";
import type { Person } from "../scalars/person.ts";
import type { DecisionOutcome } from "../records/entry.ts";
import type { UnknownStanding } from "../standing/unknown-standing.ts";
import type { ItemReason } from "../standing/item-reason.ts";

/**
 * What shows a condition of a gate, or what is missing: the reasons of checklists and those that only gates have. The
 * sentence is made in `wording/gate-reasons.ts`.
 */
export type GateReason =
  | ItemReason
  /** Attested for the same condition of an earlier gate, `at`: `proof-of-value.budget`. */
  | {
      readonly code: "attested-before";
      readonly at: string;
      readonly by: Person;
      readonly recordedBy?: Person;
      readonly note: string | undefined;
      readonly link: string;
    }
  /** `open`: items that are not met, by their ids within the list. */
  | {
      readonly code: "checklist";
      readonly list: string;
      readonly met: number;
      readonly of: number;
      readonly open: readonly string[];
    }
  /** As it was recorded when the gate was passed. */
  | { readonly code: "recorded"; readonly sentence: string }
  | { readonly code: "question-incomplete"; readonly missing: readonly ("question" | "unknowns")[] }
  | { readonly code: "question-asked"; readonly unknowns: number }
  | { readonly code: "no-owner" }
  | { readonly code: "owner-named"; readonly owner: Person }
  | { readonly code: "impact-unknown" }
  /** `payback`: months. */
  /** `estimated`: the inputs that nobody measured. */
  | {
      readonly code: "case-quantified";
      readonly impact: Money;
      readonly payback: Decimal | "never";
      readonly estimated: readonly string[];
    }
  /** Inputs that are only asserted. */
  | { readonly code: "inputs-unsourced"; readonly inputs: readonly string[] }
  | { readonly code: "inputs-sourced"; readonly inputs: number; readonly estimated: readonly string[] }
  /** Assumptions without a statement. */
  | { readonly code: "assumptions-unstated"; readonly assumptions: readonly string[] }
  | { readonly code: "threshold-set"; readonly payback: Decimal | undefined; readonly impact: Money | undefined }
  | { readonly code: "threshold-met" }
  | { readonly code: "no-kill-criteria" }
  /** Criteria without a day, or without a condition or question. */
  | { readonly code: "kill-criteria-incomplete"; readonly criteria: readonly string[] }
  | { readonly code: "kill-criteria-dated"; readonly criteria: number }
  | { readonly code: "no-assumptions" }
  /** Primary evals without a target, or that test no assumption. */
  | { readonly code: "evals-unmapped"; readonly evals: readonly string[] }
  | { readonly code: "hypotheses-mapped"; readonly assumptions: number; readonly tested: number }
  | { readonly code: "not-started" }
  | { readonly code: "terms-frozen"; readonly on: CivilDate; readonly by: Person; readonly recordedBy?: Person }
  | { readonly code: "caps-missing"; readonly missing: readonly ("timebox" | "spend-cap")[] }
  | { readonly code: "caps-set"; readonly workingDays: number; readonly spendCap: Money }
  /** Those that are open, with what they rest on. */
  | { readonly code: "unknowns-open"; readonly open: readonly UnknownStanding[]; readonly of: number }
  | { readonly code: "unknowns-answered"; readonly unknowns: readonly UnknownStanding[] }
  | { readonly code: "log-incomplete"; readonly missing: readonly ("results" | "spend")[] }
  | {
      readonly code: "log-kept";
      readonly entries: number;
      readonly results: number;
      readonly spend: Money;
      readonly hours: Decimal;
    }
  | { readonly code: "not-decided" }
  | {
      readonly code: "decided";
      readonly outcome: DecisionOutcome;
      readonly by: Person;
      readonly recordedBy?: Person;
      readonly on: CivilDate;
    }
  /** Nothing counts before the gate before is passed. */
  | { readonly code: "gate-not-reached"; readonly counts: "results" | "spend" }
  | { readonly code: "not-measured-since"; readonly evals: readonly string[] }
  | { readonly code: "targets-met"; readonly evals: readonly string[] }
  | { readonly code: "no-mvp-budget" }
  | { readonly code: "budget-unattested"; readonly budget: Money }
  /** The budget is higher than the one that somebody committed to. */
  | { readonly code: "budget-outgrown"; readonly by: Person; readonly attested: Money; readonly budget: Money }
  /** `sinceGate`: the gate before was passed, and nothing was spent since. */
  | { readonly code: "no-spend"; readonly sinceGate: boolean }
  | { readonly code: "spend-logged"; readonly amounts: number; readonly total: Money }
  | { readonly code: "no-file"; readonly pattern: string }
  | { readonly code: "file-found"; readonly file: string }
  /** `document`: as `poc memo` calls it. */
  | { readonly code: "no-document"; readonly document: string }
  | { readonly code: "document-edited"; readonly path: string }
  | { readonly code: "document-stale"; readonly path: string; readonly changes: number }
  /** `foreign`: it was not rendered by the tool. */
  | { readonly code: "document-found"; readonly path: string; readonly foreign: boolean };
