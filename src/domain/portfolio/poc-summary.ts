import type { DecisionOutcome } from "../records/entry.ts";
import type { CauseOfDeath } from "../records/risk.ts";
import { daysBetween, type CivilDate } from "../scalars/calendar.ts";
import type { Money } from "../scalars/money.ts";
import type { Person, Role } from "../scalars/person.ts";
import type { RecommendationOutcome } from "../standing/outcome.ts";
import type { RuleName } from "../standing/recommendation.ts";
import type { PocState, StateGroup } from "./list-words.ts";

/**
 * What a list and the figures over it need of one PoC as of a day: plain data, so that it can be kept and need
 * not be read again. Dates are days in the zone of the charter, money is in the currency of the cap.
 */
export interface RowSummary {
  readonly asOf: CivilDate;
  /** Empty where the charter has none. */
  readonly title: string;
  readonly question: string | undefined;
  readonly owner: Person | undefined;
  readonly sponsor: Person | undefined;
  /** As the charter names it; undefined where it does not. */
  readonly team: string | undefined;
  readonly state: PocState;
  readonly started: CivilDate | undefined;
  readonly timebox: SummaryTimebox | undefined;
  /** Days since its last day, while nobody has decided; 0 on that day. Undefined before it, and for a draft. */
  readonly overdue: number | undefined;
  readonly spend: SummarySpend;
  /** What the records call for. */
  readonly recommendation: {
    readonly outcome: RecommendationOutcome;
    readonly rule: RuleName;
    /** The first reason, as a clause. */
    readonly reason: string;
  };
  /** The decision that ended the work. An extension ends nothing: `state` tells it. */
  readonly decision: SummaryDecision | undefined;
  /** What a go promised and nobody has said yet whether it came true; undefined where nothing was promised. */
  readonly followUp: SummaryFollowUp | undefined;
  /** Causes of death that are a high risk. */
  readonly causes: readonly CauseOfDeath[];
  /** Names of the decision memos in memos/, oldest first. */
  readonly memos: readonly string[];
  /** The most pressing of what has to be done; undefined where there is nothing to do. */
  readonly next: SummaryAct | undefined;
  /** Exit code of `poc status` by the severity from which on it fails. */
  readonly exitCodes: Readonly<Record<"error" | "warning" | "note", number>>;
  readonly entries: number;
  /** Day of the last entry that counts. */
  readonly lastEntry: CivilDate | undefined;
  /** What of the records cannot be read, as the first problem says it. */
  readonly unreadable: string | undefined;
}

/** What the page and the search for a like question need beside it: it may be several times as long. */
export interface SummaryDetails {
  readonly unknowns: readonly string[];
  /** Of the evals. */
  readonly metrics: readonly string[];
  /** The total spend at the end of each day on which it changed, oldest first. */
  readonly spendDays: readonly SpendDay[];
  /** What was measured for the targets that decide, each as a clause. */
  readonly figures: readonly string[];
}

/** All that a portfolio knows of one PoC. */
export type PocSummary = RowSummary & SummaryDetails;

export interface SummaryTimebox {
  readonly start: CivilDate;
  readonly end: CivilDate;
  /** The last day as it was agreed at the start. */
  readonly firstEnd: CivilDate;
  /** Working days begun. */
  readonly day: number;
  readonly of: number;
}

export interface SummarySpend {
  readonly total: Money;
  readonly cap: Money | undefined;
  /** total / cap; may pass 1. */
  readonly share: number | undefined;
  /** With the hours of the team, where there are rates for all of them. */
  readonly loaded: Money | undefined;
  /** Currencies of amounts that have no rate, and so are in no total. */
  readonly unconverted: readonly string[];
}

export interface SpendDay {
  readonly date: CivilDate;
  readonly total: Money;
}

export interface SummaryDecision {
  readonly outcome: Exclude<DecisionOutcome, "extend">;
  readonly by: Person;
  readonly date: CivilDate;
  readonly why: string;
  readonly learned: string | undefined;
  /** What would have to change for another try. */
  readonly retryIf: string | undefined;
  /** What the tool recommended then. */
  readonly recommended: string | undefined;
  /** The rule by which it did; undefined where this build knows no such rule. */
  readonly rule: RuleName | undefined;
  /** When somebody decided first; a later decision may have replaced it. */
  readonly firstDate: CivilDate;
  /** Days from the last day of the timebox to the first decision; negative before it. */
  readonly latency: number | undefined;
  /** Why what a go built is no longer used; undefined where it is. */
  readonly notInUse: string | undefined;
  /** Why the records no longer support it; undefined where they do. */
  readonly unsupported: string | undefined;
  readonly entry: string;
}

export interface SummaryFollowUp {
  /** Days of the forecast that are still to be answered, in order. */
  readonly pending: readonly CivilDate[];
  /** How many of its days were answered. */
  readonly answered: number;
}

export interface SummaryAct {
  readonly code: string;
  /** In the imperative. */
  readonly text: string;
  readonly role: Role;
  readonly who: Person | undefined;
  readonly by: CivilDate | undefined;
  readonly late: boolean;
}

/** A PoC of a portfolio: what is known of it, or why nothing is. */
export type PortfolioRow<Summary extends RowSummary = RowSummary> = {
  /** Absolute path. */
  readonly path: string;
} & ({ readonly summary: Summary } | { readonly fault: string });

export type WholeRow = PortfolioRow<PocSummary>;

/** The state of a row; what could not be opened is unreadable. */
export function stateOf(row: PortfolioRow): PocState {
  return "summary" in row ? row.summary.state : "unreadable";
}

const IN_PROGRESS: ReadonlySet<PocState> = new Set(["running", "extended", "decision-due"]);
const DECIDED: ReadonlySet<PocState> = new Set(["go", "conditional", "no-go"]);

/**
 * Whether a row is of a state or of a group: started and undecided, past its day and undecided, decided, or decided
 * with a forecast whose day is over.
 */
export function isOfState(row: PortfolioRow, state: PocState | StateGroup): boolean {
  if (state === "open") return isInProgress(row);
  if (state === "overdue") return isZombie(row);
  if (state === "decided") return isDecided(row);
  if (state === "follow-up") return "summary" in row && followUpOverdue(row.summary) !== undefined;
  return stateOf(row) === state;
}

/** Work in progress: started, and neither decided nor dead. */
export function isInProgress(row: PortfolioRow): boolean {
  return IN_PROGRESS.has(stateOf(row));
}

/** Past its day, and nobody has decided. */
export function isZombie(row: PortfolioRow): boolean {
  return "summary" in row && (row.summary.overdue ?? 0) > 0;
}

/** Days since somebody was to say what came true of a go; undefined where nobody is waited for. */
export function followUpOverdue({ followUp, asOf }: Pick<RowSummary, "followUp" | "asOf">): number | undefined {
  const first = followUp?.pending[0];
  return first !== undefined && first < asOf ? daysBetween(first, asOf) : undefined;
}

export function isDecided(row: PortfolioRow): boolean {
  return DECIDED.has(stateOf(row));
}
