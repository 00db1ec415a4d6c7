import type { Motivation, PocKind, Triage } from "../../domain/charter.ts";

/** What is known of a PoC at kickoff, as text for the scaffold. What is absent becomes a placeholder. */
export interface Draft {
  readonly title: string;
  readonly question?: string;
  readonly unknowns: readonly string[];
  readonly kind?: PocKind;
  readonly motivations: readonly Motivation[];
  readonly owner?: string;
  readonly sponsor?: string;
  readonly start: string;
  readonly workingDays: string;
  readonly timezone: string;
  readonly spendCap?: string;
  readonly mvpBudget?: string;
  readonly productionStack: readonly string[];
  readonly pocStack: readonly string[];
  readonly eval?: DraftEval;
  readonly kill?: DraftKill;
  readonly triage?: Triage;
}

export interface DraftEval {
  readonly id: string;
  readonly metric: string;
  readonly measure: string;
  readonly better: "lower" | "higher";
  readonly baseline?: string;
  readonly target?: string;
  readonly minN?: string;
}

export interface DraftKill {
  readonly id: string;
  readonly statement: string;
  readonly when?: string;
  readonly ask?: string;
  readonly by?: string;
}
