import type { Unread } from "./unread.ts";
import type { Money } from "../scalars/money.ts";
import type { Person } from "../scalars/person.ts";
import type { Timebox } from "./timebox.ts";
import type { DecisionWord } from "./entry.ts";
import type { Decimal } from "../scalars/decimal.ts";

export const POC_KINDS = ["feasibility", "vendor-evaluation", "guardrail-validation"] as const;
export type PocKind = (typeof POC_KINDS)[number];

/** Why people start PoCs. None is bad; each alone, with no value and no owner behind it, is a risk. */
export const MOTIVATIONS = [
  "business-problem",
  "executive-pressure",
  "visibility",
  "idea-surfacing",
  "fear-of-missing-out",
  "self-learning",
] as const;
export type Motivation = (typeof MOTIVATIONS)[number];

/** One or two unknowns; three is a mini-product. */
export const MOST_UNKNOWNS = 2;

/** What nobody knows yet, and what the PoC does to find out. */
export type Unknown = {
  readonly question: string;
  /** Ids of evals, kill criteria or assumptions; empty while nobody said what answers it. */
  readonly answeredBy: readonly string[];
};

/** How the PoC gets its data: as agreed with its owners, or ad hoc with somebody's personal credentials. */
export const DATA_ACCESS = ["agreed", "ad-hoc"] as const;
export type DataAccess = (typeof DATA_ACCESS)[number];

/** Whether there is a plan for who would run, pay for and support it. PoCs with a model but no plan end there. */
export const OPERATIONS_PLANS = ["planned", "none"] as const;
export type OperationsPlan = (typeof OPERATIONS_PLANS)[number];

/** What the triage at kickoff advised, kept with the charter whether it was followed or not. */
export const TRIAGE_ADVICE = ["poc", "mvp", "not-yet"] as const;
export type TriageAdvice = (typeof TRIAGE_ADVICE)[number];

export interface Triage {
  readonly advice: TriageAdvice;
  /** What spoke against a PoC: `no sponsor`, `more than two unknowns`, … */
  readonly because: readonly string[];
}

/**
 * The agreed terms of a PoC. Every field that a draft may leave open is optional: a missing field or a placeholder is
 * absent here, and a check reports it.
 */
export interface Charter extends Unread {
  readonly title: string;
  readonly question?: string;
  readonly unknowns: readonly Unknown[];
  readonly kind?: PocKind;
  readonly motivations: readonly Motivation[];
  readonly owner?: Person;
  readonly sponsor?: Person;
  /** The team it belongs to in its organisation: forecasts are compared team by team. */
  readonly team?: string;
  readonly timebox?: Timebox;
  readonly spendCap?: Money;
  /** The hours of people that the PoC may take, if the charter limits them. */
  readonly hoursCap?: Decimal;
  /** How many hours a person's working day has, if the charter says so: `2d` is twice that. */
  readonly hoursOfDay?: Decimal;
  /** Where the board's approval of the cap can be found, if the organisation requires one. */
  readonly boardApproval?: string;
  readonly mvpBudget?: Money;
  readonly productionStack: readonly string[];
  readonly pocStack: readonly string[];
  readonly dataAccess?: DataAccess;
  readonly operations?: OperationsPlan;
  /** One-sided confidence of every verdict, 0.95 unless the charter says 0.9 or 0.99. */
  readonly confidence: number;
  /** Hours are shown as team totals unless the charter says otherwise. */
  readonly showHoursBy: "team" | "person";
  readonly triage?: Triage;
  /** What the decision is to be about, where the team wrote it down before: asked for, ended by, learned, instead. */
  readonly next?: { readonly [W in DecisionWord]?: string };
  /** The language of its texts, for pages: `de`, `pt-BR`. English unless stated. */
  readonly lang?: string;
}
