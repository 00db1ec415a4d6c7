import { assumptionStanding, type AssumptionStanding } from "./assumption-standing.ts";
import type { ValueStanding } from "../business-case/business-case.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import { EXIT_CRITERIA } from "../records/checklist-items.ts";
import { checklistStanding, type ChecklistStanding, type Evidenced } from "./checklist.ts";
import type { DecisionStanding } from "./decision.ts";
import type { EffortStanding } from "../spend/effort.ts";
import type { Entry } from "../records/entry.ts";
import { gateLog, type GateLog } from "../records/gate-log.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { killHeld, type Held } from "./held.ts";
import { judgementOf, type LoggedAmendment } from "./judgement.ts";
import type { KillStanding } from "./kill-standing.ts";
import { loadedCost, type LoadedCost } from "../spend/loaded-cost.ts";
import type { EffectiveLog } from "../records/log.ts";
import { nextSteps, type NextStep } from "../next/next-steps.ts";
import { raisedCauses } from "./raised-risks.ts";
import { recommend, type Recommendation } from "./recommendation.ts";
import type { Definitions, Placeholder, Records } from "../records/records.ts";
import { riskStandings, type RiskStanding } from "./risk-standing.ts";
import type { SpendStanding } from "../spend/spend.ts";
import { amendedTerms, driftBetween, termsOf, type Drift, type TermValues } from "../records/terms.ts";
import type { TimeboxPosition } from "../records/timebox.ts";
import type { UnitEconomics } from "../spend/unit-economics.ts";
import { verdictHistory, type VerdictHistory } from "./verdict-history.ts";
import type { Place } from "../../diagnostics/place.ts";

/** The instant a standing is derived for, and the day it falls on in the charter's zone. */
export interface AsOf {
  readonly epochMs: number;
  readonly date: CivilDate;
  /** False where a person asked for another day than today. */
  readonly now: boolean;
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
  /** Money and people's time together. */
  readonly loaded: LoadedCost;
  readonly evals: readonly EvalStanding[];
  readonly kill: readonly KillStanding[];
  readonly assumptions: readonly AssumptionStanding[];
  readonly risks: readonly RiskStanding[];
  /** What a task costs, and would cost in production. */
  readonly unit: UnitEconomics;
  readonly value: ValueStanding;
  readonly decision: DecisionStanding;
  /** Gates that were passed and conditions that were waived, as far as the log alone can tell. */
  readonly gates: GateLog;
  readonly exitCriteria: ChecklistStanding;
  readonly recommendation: Recommendation;
  /** What has to happen next, the most pressing first. */
  readonly next: readonly NextStep[];
}

export function standingOf(records: Records, asOf: AsOf): Standing {
  const judgement = judgementOf(records, asOf);
  const { log, started, terms, definitions, timebox, decided, over, evals } = judgement;
  const { counted } = log;
  let walked: VerdictHistory | undefined;
  const history = () => (walked ??= verdictHistory(records, judgement, asOf));
  const evidenced: Evidenced = {
    asOf,
    phase: decided ? "decided" : started === undefined ? "draft" : over ? "over" : "running",
    definitions,
    written: records.definitions,
    unreadable: records.unreadable,
    placeholders: records.placeholders,
    log,
    memos: records.memos.filter((name) => memoDate(name) <= asOf.date),
    started,
    terms,
    amendments: judgement.amendments,
    drift:
      terms === undefined
        ? []
        : driftBetween(terms, termsOf(records.definitions)).filter(
            (drift) => isReadable(drift, records, started?.file) && !isAgreedSince(drift, terms, log, asOf),
          ),
    timebox,
    firstWorkingDays: firstWorkingDays(started, timebox),
    spend: judgement.spend,
    effort: judgement.effort,
    loaded: loadedCost(judgement.spend, judgement.effort),
    evals,
    kill: judgement.kill.map((item) => withSince(item, history)),
    assumptions: definitions.assumptions.map((assumption) => assumptionStanding(assumption, evals, counted)),
    risks: riskStandings(
      definitions.risks,
      counted,
      raisedCauses({ ...judgement, counted, date: asOf.date }, records.unreadable),
    ),
    unit: judgement.unit,
    value: judgement.value,
    decision: judgement.decision,
    gates: gateLog(counted, asOf.date),
  };
  const exitCriteria = checklistStanding(EXIT_CRITERIA, evidenced);
  const recommendation = recommend({ standing: evidenced, exitCriteria, unreadable: records.unreadable });
  return { ...evidenced, exitCriteria, recommendation, next: nextSteps(evidenced, recommendation) };
}

/** The day in the name of a document, which is the day it speaks of; what bears none has been there all along. */
function memoDate(name: string): string {
  return /-(\d{4}-\d\d-\d\d)\.[a-z]+$/.exec(name)?.[1] ?? "";
}

/** A term that is missing where not everything could be read, in its file or in the start, may well stand there. */
function isReadable(drift: Drift, { unreadable }: Records, startFile: string | undefined): boolean {
  const inFull = (name: string | undefined) => !unreadable.some(({ file }) => file === name);
  return (drift.current !== undefined || inFull(drift.place.file)) && (drift.frozen !== undefined || inFull(startFile));
}

/** For an earlier day, a file that says what was agreed after that day drifts from nothing. */
function isAgreedSince(drift: Drift, terms: TermValues, { later }: EffectiveLog, asOf: AsOf): boolean {
  if (asOf.now) return false;
  const since = amendedTerms(
    terms,
    later.flatMap((entry) => entry.amend ?? []),
  );
  return since.get(drift.term) === drift.current;
}

function firstWorkingDays(started: Entry | undefined, timebox: TimeboxPosition | undefined): number | undefined {
  const first = Number(started?.start?.terms.get("timebox.working_days"));
  return Number.isInteger(first) && timebox !== undefined && first !== timebox.of ? first : undefined;
}

/**
 * A criterion that knows since when it has held. The history is walked when somebody asks and not before: it takes as
 * long as all the rest, and `poc log` has no use for it.
 */
function withSince(item: KillStanding, history: () => VerdictHistory): KillStanding {
  let known: { readonly since: Held | undefined } | undefined;
  return {
    ...item,
    get since() {
      known ??= { since: killHeld(history(), item.criterion.id) };
      return known.since;
    },
  };
}
