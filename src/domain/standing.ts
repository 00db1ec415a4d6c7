import { assumptionStanding, type AssumptionStanding } from "./assumption-standing.ts";
import { valueStanding, type ValueStanding } from "./business-case.ts";
import type { CivilDate } from "./calendar.ts";
import { checklistStanding, type ChecklistStanding, type Evidenced } from "./checklist.ts";
import type { BuiltInMetric } from "./condition.ts";
import { decisionStanding, isFinal, type DecisionStanding } from "./decision.ts";
import { decimalOf, roundDecimal, type Decimal } from "./decimal.ts";
import { effortStanding, type EffortStanding } from "./effort.ts";
import type { Amendment, Entry } from "./entry.ts";
import { evalStanding, type EvalStanding, type LoggedResult } from "./eval-standing.ts";
import type { Eval } from "./eval.ts";
import { killStanding, type BuiltInFigures, type KillStanding } from "./kill-standing.ts";
import { effectiveLog, type EffectiveLog } from "./log.ts";
import { moneyDecimal, type Money } from "./money.ts";
import { nextSteps, type NextStep } from "./next-steps.ts";
import { recommend, type Recommendation } from "./recommendation.ts";
import type { Definitions, Placeholder, Records } from "./records.ts";
import { riskStandings, type RiskStanding } from "./risk-standing.ts";
import { inCurrency, spendStanding, type SpendStanding } from "./spend.ts";
import { agreedDefinitions, amendedTerms, driftBetween, termsOf, type Drift, type TermValues } from "./terms.ts";
import { timeboxPosition, type TimeboxPosition } from "./timebox.ts";
import type { Place } from "../diagnostics/place.ts";

/** The instant a standing is derived for, and the day it falls on in the charter's zone. */
export interface AsOf {
  readonly epochMs: number;
  readonly date: CivilDate;
  /** False where a person asked for another day than today. */
  readonly now: boolean;
}

export interface LoggedAmendment {
  readonly entry: Entry;
  readonly amendment: Amendment;
  /** Whether it makes the timebox longer. */
  readonly extends: boolean;
}

/** Everything derived from the records as of an instant. The one evaluation that every command reads. */
export interface Standing {
  readonly asOf: AsOf;
  readonly phase: "draft" | "running" | "over" | "decided";
  /** The definitions with their terms as frozen; the current text while nothing is frozen. */
  readonly definitions: Definitions;
  /** The definitions as they stand in the files. */
  readonly written: Definitions;
  readonly unreadable: readonly Place[];
  readonly placeholders: readonly Placeholder[];
  readonly log: EffectiveLog;
  readonly memos: readonly string[];
  /** The entry that froze the terms. */
  readonly started: Entry | undefined;
  /** The terms in force, amendments applied; undefined while nothing is frozen. */
  readonly terms: TermValues | undefined;
  readonly amendments: readonly LoggedAmendment[];
  readonly drift: readonly Drift[];
  readonly timebox: TimeboxPosition | undefined;
  /** Working days of the timebox as it was frozen first, where it was extended since. */
  readonly firstWorkingDays: number | undefined;
  readonly spend: SpendStanding;
  readonly effort: EffortStanding;
  readonly evals: readonly EvalStanding[];
  readonly kill: readonly KillStanding[];
  readonly assumptions: readonly AssumptionStanding[];
  readonly risks: readonly RiskStanding[];
  readonly value: ValueStanding;
  readonly decision: DecisionStanding;
  readonly exitCriteria: ChecklistStanding;
  readonly recommendation: Recommendation;
  /** What has to happen next, the most pressing first. */
  readonly next: readonly NextStep[];
}

export function standingOf(records: Records, asOf: AsOf): Standing {
  const log = effectiveLog(records.log, asOf.epochMs);
  const { counted } = log;
  const started = counted.find((entry) => entry.start !== undefined);
  const amendments = counted.flatMap((entry) => (entry.amend === undefined ? [] : [{ entry, amendment: entry.amend, extends: extendsTimebox(entry.amend) }]));
  const terms = started && amendedTerms(started.start!.terms, amendments.map(({ amendment }) => amendment));
  const definitions = terms === undefined ? records.definitions : agreedDefinitions(records.definitions, terms);
  const { charter, costs } = definitions;
  const timebox = charter?.timebox && timeboxPosition(charter.timebox, asOf.date);
  const decision = decisionStanding(counted);
  const decided = decision.current !== undefined && isFinal(decision.current.decision);
  const over = timebox?.phase === "after";
  const spend = spendStanding(counted, charter?.spendCap, costs, charter?.timebox, timebox);
  const effort = effortStanding(counted, charter?.hoursCap, costs, spend.currency);
  const value = valueStanding(definitions.value, costs, spend.currency);
  const last = decided || (timebox !== undefined && asOf.date >= timebox.end);
  const look = { confidence: charter?.confidence ?? 0.95, last };
  const evals = definitions.evals.map((item) => evalStanding(item, loggedResults(item, counted), look));
  const figures = builtInFigures(spend, effort, value, definitions);
  const answers = latestAnswers(counted);
  const kill = definitions.killCriteria.map((criterion) => killStanding(criterion, evals, figures, answers, asOf.date, over || decided));
  const evidenced: Evidenced = {
    asOf,
    phase: decided ? "decided" : started === undefined ? "draft" : over ? "over" : "running",
    definitions,
    written: records.definitions,
    unreadable: records.unreadable,
    placeholders: records.placeholders,
    log,
    memos: records.memos,
    started,
    terms,
    amendments,
    drift: terms === undefined ? [] : driftBetween(terms, termsOf(records.definitions)).filter((drift) => isReadable(drift, records, started?.file) && !isAgreedSince(drift, terms, log, asOf)),
    timebox,
    firstWorkingDays: firstWorkingDays(started, timebox),
    spend,
    effort,
    evals,
    kill,
    assumptions: definitions.assumptions.map((assumption) => assumptionStanding(assumption, evals, counted)),
    risks: riskStandings(definitions.risks, counted),
    value,
    decision,
  };
  const exitCriteria = checklistStanding("exit", evidenced);
  const recommendation = recommend({ standing: evidenced, exitCriteria, unreadable: records.unreadable });
  return { ...evidenced, exitCriteria, recommendation, next: nextSteps(evidenced, recommendation) };
}

/** A term that is missing where not everything could be read, in its file or in the start, may well stand there. */
function isReadable(drift: Drift, { unreadable }: Records, startFile: string | undefined): boolean {
  const inFull = (name: string | undefined) => !unreadable.some(({ file }) => file === name);
  return (drift.current !== undefined || inFull(drift.place.file)) && (drift.frozen !== undefined || inFull(startFile));
}

/** For an earlier day, a file that says what was agreed after that day drifts from nothing. */
function isAgreedSince(drift: Drift, terms: TermValues, { later }: EffectiveLog, asOf: AsOf): boolean {
  if (asOf.now) return false;
  const since = amendedTerms(terms, later.flatMap((entry) => entry.amend ?? []));
  return since.get(drift.term) === drift.current;
}

function extendsTimebox(amendment: Amendment): boolean {
  return amendment.changes.some((change) => change.term === "timebox.working_days" && Number(change.to) > Number(change.from));
}

function firstWorkingDays(started: Entry | undefined, timebox: TimeboxPosition | undefined): number | undefined {
  const first = Number(started?.start?.terms.get("timebox.working_days"));
  return Number.isInteger(first) && timebox !== undefined && first !== timebox.of ? first : undefined;
}

function loggedResults(item: Eval, counted: readonly Entry[]): readonly LoggedResult[] {
  return counted.flatMap((entry) => entry.results.map((result, index) => ({ entry, index, result })).filter(({ result }) => result.eval === item.id));
}

function latestAnswers(counted: readonly Entry[]): ReadonlyMap<string, { readonly answer: "yes" | "no"; readonly entry: Entry }> {
  return new Map(counted.flatMap((entry) => [...entry.answers].map(([id, answer]) => [id, { answer, entry }] as const)));
}

function builtInFigures(spend: SpendStanding, effort: EffortStanding, value: ValueStanding, definitions: Definitions): BuiltInFigures {
  const money = (amount: Money | undefined, unit: string): Decimal | undefined => {
    const converted = amount && (amount.currency === unit ? amount : inCurrency(amount, unit, definitions.costs));
    return converted && moneyDecimal(converted);
  };
  const spending = spend.items.map((item) => item.entry.id);
  const figure = (metric: BuiltInMetric, unit: string): Decimal | "never" | undefined => {
    switch (metric) {
      case "spend.total":
        return money(spend.total, unit);
      case "spend.share": {
        const share = spend.share === undefined || unit !== "%" ? undefined : decimalOf(Number((spend.share * 100).toFixed(6)));
        return share?.ok ? roundDecimal(share.value, 2) : undefined;
      }
      case "hours.total":
        return unit === "h" ? effort.hours : undefined;
      case "effort.total":
        return money(effort.cost, unit);
      case "payback.months":
        return unit === "" || unit.startsWith("month") ? value.payback : undefined;
      case "impact.annual":
        return money(value.impact, unit);
    }
  };
  return {
    figure(metric, unit) {
      const amount = figure(metric, unit);
      if (amount === undefined || amount === "never") return amount;
      const entries = metric.startsWith("spend") ? spending : metric.startsWith("hours") || metric.startsWith("effort") ? effort.entries : [];
      return { amount, entries: [...new Set(entries)] };
    },
  };
}

