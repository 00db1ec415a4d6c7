import type { ListResult } from "../../app/portfolio/list-pocs.ts";
import type { DecisionOutcome } from "../../domain/records/entry.ts";
import type { CauseOfDeath } from "../../domain/records/risk.ts";
import { followUpOverdue, stateOf, type RowSummary, type PortfolioRow } from "../../domain/portfolio/poc-summary.ts";
import type { PocState } from "../../domain/portfolio/list-words.ts";
import type { PortfolioFigures, PortfolioOutcome } from "../../domain/portfolio/portfolio-figures.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import { personText, type Role } from "../../domain/scalars/person.ts";
import type { RecommendationOutcome } from "../../domain/standing/outcome.ts";
import type { RuleName } from "../../domain/standing/recommendation.ts";
import type { DateText, MoneyText } from "../json/json-texts.ts";
import { relativeFolder } from "../json/relative-folder.ts";

/** The PoCs of a portfolio, and the figures over those that were asked for. */
export interface ListJson {
  /** Null where no file such as portfolio.yaml was used, or several. */
  readonly portfolio: PortfolioJson | null;
  /** Those that were asked for, in the order that was asked for. */
  readonly pocs: readonly ListedPocJson[];
  /** How many there are, asked for or not. */
  readonly found: number;
  /** Folders that could not be looked into, or were listed and are not there. */
  readonly not_read: readonly NotReadJson[];
  readonly figures: PortfolioFiguresJson;
}

export interface PortfolioJson {
  /** Relative to the current directory. */
  readonly file: string;
  readonly title: string | null;
  readonly wip_cap: number | null;
  /** The currency of the totals, as far as there are rates. */
  readonly currency: string | null;
}

export interface NotReadJson {
  /** Relative to the current directory. */
  readonly folder: string;
  readonly why: string;
}

/** One PoC. Of one that cannot be opened only `folder`, `state` and `fault` say anything. */
export interface ListedPocJson {
  /** Relative to the current directory. */
  readonly folder: string;
  readonly state: PocState;
  /** Why it, or a part of it, cannot be read; null where all of it can be. */
  readonly fault: string | null;
  /** Null where nothing is known of it. */
  readonly summary: PocSummaryJson | null;
}

export interface PocSummaryJson {
  /** The day that it is judged for, in its own time zone. */
  readonly as_of: DateText;
  readonly title: string;
  readonly question: string | null;
  readonly owner: string | null;
  readonly sponsor: string | null;
  /** As the charter names it; null where it does not. */
  readonly team: string | null;
  readonly started: DateText | null;
  readonly timebox: ListedTimeboxJson | null;
  /** Days since its last day, from that day on, while nobody has decided; null before it. */
  readonly overdue_days: number | null;
  readonly spend: ListedSpendJson;
  readonly recommendation: ListedRecommendationJson;
  /** The decision that ended the work; null before it, also where the timebox was extended. */
  readonly decision: ListedDecisionJson | null;
  /** What a go promised, as far as nobody has said whether it came true; null where nothing was promised. */
  readonly follow_up: ListedFollowUpJson | null;
  /** Causes of death that are a high risk. */
  readonly causes: readonly CauseOfDeath[];
  /** Names of the decision memos in memos/, oldest first. */
  readonly memos: readonly string[];
  /** The most pressing of what has to be done. */
  readonly next: ListedActJson | null;
  readonly entries: number;
  readonly last_entry: DateText | null;
}

export interface ListedTimeboxJson {
  readonly start: DateText;
  readonly end: DateText;
  /** The last day as it was agreed at the start. */
  readonly first_end: DateText;
  /** Working days begun. */
  readonly day: number;
  readonly of: number;
}

export interface ListedSpendJson {
  readonly total: MoneyText;
  readonly cap: MoneyText | null;
  /** total / cap; may pass 1. */
  readonly share: number | null;
  /** With the hours of the team; null where a rate is missing. */
  readonly with_time: MoneyText | null;
  /** Currencies of amounts without a rate, which are in no total. */
  readonly unconverted: readonly string[];
}

export interface ListedRecommendationJson {
  readonly outcome: RecommendationOutcome;
  readonly rule: RuleName;
  readonly reason: string;
}

export interface ListedDecisionJson {
  readonly outcome: DecisionOutcome;
  readonly by: string;
  readonly date: DateText;
  readonly why: string;
  readonly learned: string | null;
  /** What would have to change for another try. */
  readonly retry_if: string | null;
  /** Days from the last day of the timebox; negative before it. */
  readonly latency_days: number | null;
  /** Why what a go built is no longer used; null where it is. */
  readonly not_in_use: string | null;
  /** Why the records no longer support it; null where they do. */
  readonly no_longer_supported: string | null;
  readonly entry: string;
}

export interface ListedFollowUpJson {
  /** Days of the forecast that are still to be answered, in order. */
  readonly pending: readonly DateText[];
  /** How many of its days were answered. */
  readonly answered: number;
  /** Days since the first of the pending ones; null until its day is over. */
  readonly overdue_days: number | null;
}

export interface ListedActJson {
  readonly code: string;
  readonly text: string;
  readonly role: Role;
  /** The person whom it waits for; null where no one is named. */
  readonly who: string | null;
  readonly by: DateText | null;
  readonly late: boolean;
}

/** Amounts are one for each currency that has no rate into that of the portfolio. */
export interface PortfolioFiguresJson {
  readonly pocs: number;
  readonly spent: readonly MoneyText[];
  readonly by_state: readonly StateFiguresJson[];
  /** Past their day, and nobody has decided. */
  readonly zombies: number;
  readonly in_progress: number;
  readonly wip_cap: number | null;
  /** Median days from the last day of the timebox to the decision; null where nothing was decided. */
  readonly latency_days: number | null;
  /** How many decisions that is the median of. */
  readonly decided: number;
  /** Decided by the last day that was agreed at the start. */
  readonly on_time: number;
  /** Of so many that were decided or are past their day. */
  readonly on_time_of: number;
  readonly without_memo: MoneyFiguresJson;
  /** How the money split. */
  readonly by_outcome: readonly OutcomeFiguresJson[];
  /** Go decisions whose forecast nobody has answered by its day. */
  readonly follow_ups_overdue: number;
  readonly causes_of_death: readonly CauseCountJson[];
  /** The rules that called for a no-go. */
  readonly ended_by: readonly RuleCountJson[];
  /** Currencies of amounts that are in no total. */
  readonly unconverted: readonly string[];
}

export interface MoneyFiguresJson {
  readonly pocs: number;
  readonly spent: readonly MoneyText[];
}

export interface StateFiguresJson extends MoneyFiguresJson {
  readonly state: PocState;
}

export interface OutcomeFiguresJson extends MoneyFiguresJson {
  readonly outcome: PortfolioOutcome;
  /** Of all money; null where it is in several currencies. */
  readonly share: number | null;
}

export interface CauseCountJson {
  readonly cause: CauseOfDeath;
  readonly pocs: number;
}

export interface RuleCountJson {
  readonly rule: RuleName;
  readonly pocs: number;
}

/** @param cwd absolute, as the paths of the rows */
export function listJson(result: ListResult, cwd: string): ListJson {
  const { portfolio, file, rows, found, closed, figures } = result;
  return {
    portfolio:
      file === undefined
        ? null
        : {
            file: relativeFolder(cwd, file),
            title: portfolio.title ?? null,
            wip_cap: portfolio.wipCap ?? null,
            currency: portfolio.currency ?? null,
          },
    pocs: rows.map((row) => listedPocJson(row, cwd)),
    found,
    not_read: closed.map(({ path, why }) => ({ folder: relativeFolder(cwd, path), why })),
    figures: figuresJson(figures),
  };
}

function listedPocJson(row: PortfolioRow, cwd: string): ListedPocJson {
  const head = { folder: relativeFolder(cwd, row.path), state: stateOf(row) };
  return "summary" in row
    ? { ...head, fault: row.summary.unreadable ?? null, summary: summaryJson(row.summary) }
    : { ...head, fault: row.fault, summary: null };
}

function summaryJson(summary: RowSummary): PocSummaryJson {
  const { owner, sponsor, timebox, spend, recommendation, decision, next } = summary;
  return {
    as_of: summary.asOf,
    title: summary.title,
    question: summary.question ?? null,
    owner: owner === undefined ? null : personText(owner),
    sponsor: sponsor === undefined ? null : personText(sponsor),
    team: summary.team ?? null,
    started: summary.started ?? null,
    timebox:
      timebox === undefined
        ? null
        : {
            start: timebox.start,
            end: timebox.end,
            first_end: timebox.firstEnd,
            day: timebox.day,
            of: timebox.of,
          },
    overdue_days: summary.overdue ?? null,
    spend: {
      total: moneyText(spend.total),
      cap: textOf(spend.cap),
      share: spend.share ?? null,
      with_time: textOf(spend.loaded),
      unconverted: spend.unconverted,
    },
    recommendation,
    decision:
      decision === undefined
        ? null
        : {
            outcome: decision.outcome,
            by: personText(decision.by),
            date: decision.date,
            why: decision.why,
            learned: decision.learned ?? null,
            retry_if: decision.retryIf ?? null,
            latency_days: decision.latency ?? null,
            not_in_use: decision.notInUse ?? null,
            no_longer_supported: decision.unsupported ?? null,
            entry: decision.entry,
          },
    follow_up:
      summary.followUp === undefined ? null : { ...summary.followUp, overdue_days: followUpOverdue(summary) ?? null },
    causes: summary.causes,
    memos: summary.memos,
    next:
      next === undefined
        ? null
        : {
            code: next.code,
            text: next.text,
            role: next.role,
            who: next.who === undefined ? null : personText(next.who),
            by: next.by ?? null,
            late: next.late,
          },
    entries: summary.entries,
    last_entry: summary.lastEntry ?? null,
  };
}

function figuresJson(figures: PortfolioFigures): PortfolioFiguresJson {
  const { latency, onTime } = figures;
  return {
    pocs: figures.pocs,
    spent: figures.spent.map(moneyText),
    by_state: figures.byState.map(({ state, count, spent }) => ({ state, pocs: count, spent: spent.map(moneyText) })),
    zombies: figures.zombies,
    in_progress: figures.inProgress,
    wip_cap: figures.wipCap ?? null,
    latency_days: latency?.median ?? null,
    decided: latency?.of ?? 0,
    on_time: onTime?.count ?? 0,
    on_time_of: onTime?.of ?? 0,
    without_memo: { pocs: figures.withoutMemo.count, spent: figures.withoutMemo.spent.map(moneyText) },
    by_outcome: figures.byOutcome.map(({ outcome, count, spent, share }) => ({
      outcome,
      pocs: count,
      spent: spent.map(moneyText),
      share: share ?? null,
    })),
    follow_ups_overdue: figures.followUpsOverdue,
    causes_of_death: figures.causes.map(({ cause, count }) => ({ cause, pocs: count })),
    ended_by: figures.endedBy.map(({ rule, count }) => ({ rule, pocs: count })),
    unconverted: figures.unconverted,
  };
}

function textOf(money: Money | undefined): MoneyText | null {
  return money === undefined ? null : moneyText(money);
}
