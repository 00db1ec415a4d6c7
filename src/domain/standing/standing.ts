import { assumptionStanding, removedAssumptions } from "./assumption-standing.ts";
import { EXIT_CRITERIA } from "../records/checklist-items.ts";
import { checklistStanding, type ChecklistStanding } from "./checklist.ts";
import type { Entry } from "../records/entry.ts";
import { disputesOf } from "../history/disputes.ts";
import { unreadTerms } from "../history/unread-terms.ts";
import { gateLog } from "../records/gate-log.ts";
import { judgementOf } from "./judgement.ts";
import type { EffectiveLog } from "../records/log.ts";
import { raisedCauses } from "./raised-risks.ts";
import { recommend, type Recommendation } from "./recommendation.ts";
import { DEFINITION_FILES, type Records } from "../records/records.ts";
import { riskStandings } from "./risk-standing.ts";
import { sharedPlace } from "../records/organisation/shared-costs.ts";
import { amendedTerms, driftBetween, termsOf, type Drift } from "../records/terms.ts";
import type { TimeboxPosition } from "../records/timebox.ts";
import { VerdictHistory } from "./verdict-history.ts";
import type { AsOf } from "./as-of.ts";
import type { Evidenced } from "./evidenced.ts";
import type { TermValues } from "../records/term-values.ts";
import { unknownStanding } from "./unknown-standing.ts";
import { onFirstTerms, type OnFirstTerms } from "./first-terms.ts";
import { loadedCost } from "../spend/effort.ts";

/** Everything derived from the records as of an instant. The one evaluation that every command reads. */
export interface Standing extends Evidenced {
  readonly exitCriteria: ChecklistStanding;
  readonly recommendation: Recommendation;
  /** The verdicts day by day, for `killTrippedSince`. It is not walked before somebody asks. */
  readonly history: VerdictHistory;
  /** Verdicts on the terms agreed at the start, where terms of evals or kill criteria were moved. */
  readonly first: OnFirstTerms;
}

/**
 * Everything that the records say as of an instant, by the terms in force at that instant: entries that are later or
 * withdrawn do not count, and definitions are read with the terms that were frozen and amended. Money is in the
 * currency of the cap (else of costs.yaml, else EUR), hours are person-hours, days are days in the zone of the
 * charter. Pure: the same records and instant give the same standing. It throws nothing: what cannot be read or judged
 * is part of the standing (`unreadable`, verdict `invalid`, outcome `cannot-judge`).
 */
export function standingOf(records: Records, asOf: AsOf): Standing {
  const judgement = judgementOf(records, asOf);
  const { log, started, terms, definitions, timebox, decided, over, evals } = judgement;
  const { counted } = log;
  const history = new VerdictHistory(records, judgement, asOf);
  // Of a file that cannot be read, nobody knows what is gone.
  const assumptionsRead = !records.unreadable.some(({ file }) => file === DEFINITION_FILES.assumptions);
  const assumptions = [
    ...definitions.assumptions.map((assumption) => assumptionStanding(assumption, evals, counted)),
    ...(assumptionsRead ? removedAssumptions(definitions.assumptions, counted) : []),
  ];
  const kill = history.killNow();
  const unread = unreadTerms(started, judgement.amendments);
  const unreadable = [...records.unreadable, ...unread.map(({ place }) => place)];
  const grounds = { evals, kill, assumptions };
  const evidenced: Evidenced = {
    asOf,
    phase: decided ? "decided" : started === undefined ? "draft" : over ? "over" : "running",
    definitions,
    written: records.definitions,
    unreadable,
    placeholders: records.placeholders,
    log,
    memos: records.memos.filter((name) => memoDate(name) <= asOf.date),
    started,
    terms,
    amendments: judgement.amendments,
    unreadTerms: unread,
    disputes: disputesOf(started, counted, judgement.amendments),
    drift:
      terms === undefined
        ? []
        : driftBetween(terms, termsOf(records.definitions))
            .map((drift) => whereItStands(drift, records))
            .filter((drift) => isReadable(drift, records, started?.file) && !isAgreedSince(drift, terms, log, asOf)),
    timebox,
    firstWorkingDays: firstWorkingDays(started, timebox),
    spend: judgement.spend,
    effort: judgement.effort,
    loaded: loadedCost(judgement.spend, judgement.effort),
    evals,
    kill,
    assumptions,
    unknowns: (definitions.charter?.unknowns ?? []).map((unknown) => unknownStanding(unknown, grounds)),
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
  const recommendation = recommend({ standing: evidenced, exitCriteria, unreadable });
  return { ...evidenced, exitCriteria, recommendation, history, first: onFirstTerms(records, judgement, asOf) };
}

/** The day in the name of a document, which is the day it speaks of; what bears none has been there all along. */
function memoDate(name: string): string {
  return /-(\d{4}-\d\d-\d\d)\.[a-z]+$/.exec(name)?.[1] ?? "";
}

/** A rate that only the organisation states is edited there. */
function whereItStands(drift: Drift, { definitions: { organisation, ownCosts } }: Records): Drift {
  const place = organisation && ownCosts && sharedPlace(drift.term, ownCosts, organisation);
  return place === undefined ? drift : { ...drift, place };
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
