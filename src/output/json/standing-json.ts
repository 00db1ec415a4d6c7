import { followUpStanding } from "../../domain/follow-up/follow-up-standing.ts";
import { followUpStateJson, type FollowUpStateJson } from "../follow-up/follow-up-json.ts";
import { nextActions } from "../../domain/next/next-actions.ts";
import { pathText } from "../../diagnostics/place.ts";
import type { AssumptionAnswer } from "../../domain/records/assumption.ts";
import type { PocKind } from "../../domain/records/charter.ts";
import type { TimeboxPosition } from "../../domain/records/timebox.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { AssumptionStanding } from "../../domain/standing/assumption-standing.ts";
import type { ChecklistItemStanding, ChecklistStanding } from "../../domain/standing/checklist.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { ItemReason } from "../../domain/standing/item-reason.ts";
import { itemClause } from "../../wording/item-reasons.ts";
import { unknownSentence } from "../../wording/unknowns.ts";
import type { UnknownEvidence, UnknownStanding } from "../../domain/standing/unknown-standing.ts";
import { amendmentJson, type AmendmentJson } from "./acts-json.ts";
import { decisionJson, recommendationJson, type DecisionJson, type RecommendationJson } from "./decision-json.ts";
import { killJson, type KillJson } from "./kill-json.ts";
import { evalJson, type EvalJson } from "./eval-json.ts";
import { gateLogJson, type GateLogJson } from "./gate-json.ts";
import type { DateText, MoneyText } from "./json-texts.ts";
import { actionJson, type ActionJson } from "./next-json.ts";
import { pointValueJson, type PointValueJson } from "./point-value-json.ts";
import { riskJson, type RiskJson } from "./risk-json.ts";
import { dataJson, reasonJson, type DataJson, type ReasonJson } from "./reason-json.ts";
import {
  effortJson,
  loadedJson,
  spendJson,
  type EffortJson,
  type LoadedCostJson,
  type SpendJson,
} from "./spend-json.ts";
import { unitJson, type UnitJson } from "./unit-json.ts";

/**
 * The whole standing. Intervals and shares are numbers (shares and changes as fractions: 0.11 is 11%). `entries`
 * contains the ids of the entries that a figure rests on. What does not apply is null, never absent.
 */
export interface StatusJson {
  readonly phase: Standing["phase"];
  /** Null where poc.yaml cannot be read. */
  readonly charter: CharterJson | null;
  readonly timebox: TimeboxJson | null;
  readonly spend: SpendJson;
  readonly effort: EffortJson;
  readonly fully_loaded: LoadedCostJson;
  readonly evals: readonly EvalJson[];
  readonly kill_criteria: readonly KillJson[];
  readonly assumptions: readonly AssumptionJson[];
  /** In the order of the charter. */
  readonly unknowns: readonly UnknownJson[];
  readonly risks: readonly RiskJson[];
  readonly value: PointValueJson;
  readonly unit_economics: UnitJson;
  readonly exit_criteria: ExitCriteriaJson;
  readonly recommendation: RecommendationJson;
  /** The decision that counts. */
  readonly decision: DecisionJson | null;
  readonly superseded_decisions: readonly DecisionJson[];
  /** What the go in force promised, and what came true; null where none is in force, or it stored nothing. */
  readonly follow_up: FollowUpStateJson | null;
  readonly gates: GateLogJson;
  readonly started: StartedJson | null;
  /** The agreed terms by their names; null before the start. */
  readonly terms: Readonly<Record<string, string>> | null;
  readonly amendments: readonly LoggedAmendmentJson[];
  /** Terms that differ in the files from what was agreed. */
  readonly drift: readonly DriftJson[];
  readonly placeholders: readonly PlaceholderJson[];
  /** Values that cannot be read. */
  readonly unreadable: readonly UnreadableJson[];
  readonly log: LogCountJson;
  /** What has to be done now, the most pressing first. */
  readonly next: readonly ActionJson[];
}

export interface CharterJson {
  readonly title: string;
  readonly question: string | null;
  readonly unknowns: readonly string[];
  readonly kind: PocKind | null;
  readonly owner: string | null;
  readonly sponsor: string | null;
  /** Whose PoC it is, where poc.yaml says so. */
  readonly team: string | null;
  readonly mvp_budget: MoneyText | null;
  /** One-sided confidence of every verdict. */
  readonly confidence: number;
}

export interface TimeboxJson {
  readonly phase: TimeboxPosition["phase"];
  /** Working days so far, 0 before the first. */
  readonly day: number;
  readonly of: number;
  /** Working days after today. */
  readonly left: number;
  readonly start: DateText;
  readonly end: DateText;
  /** Working days as first agreed, where the timebox was extended. */
  readonly first_working_days: number | null;
}

/** An unknown of the charter, and what was found out. */
export interface UnknownJson {
  readonly question: string;
  /** Ids of evals, kill criteria or assumptions. */
  readonly answered_by: readonly string[];
  /** `yes` and `no` where everything that it names is settled. */
  readonly state: UnknownStanding["state"];
  readonly evidence: readonly DataJson<UnknownEvidence>[];
  /** For people. */
  readonly sentence: string;
  readonly entries: readonly string[];
}

export interface AssumptionJson {
  readonly id: string;
  readonly statement: string | null;
  /** Ids of evals. */
  readonly tested_by: readonly string[];
  readonly state: AssumptionAnswer;
  readonly basis: AssumptionStanding["basis"];
  /** Whether a person said otherwise than the evals. */
  readonly contradicted: boolean;
  /** What became of the statement in assumptions.yaml since a person answered it; null where it is the same. */
  readonly edited: "reworded" | "removed" | null;
  readonly entries: readonly string[];
}

/** The exit criteria item by item. */
export interface ExitCriteriaJson {
  readonly title: string;
  readonly items: readonly ExitItemJson[];
}

export interface ExitItemJson {
  /** `exit.risks-documented` */
  readonly id: string;
  readonly text: string;
  /** `failed`: the evidence speaks against it. */
  readonly state: ChecklistItemStanding["state"];
  readonly basis: ChecklistItemStanding["basis"];
  readonly because: ReasonJson<ItemReason>;
  /** What to do to close it. */
  readonly closed_by: string;
  readonly entries: readonly string[];
}

export interface StartedJson {
  readonly entry: string;
  readonly date: DateText;
  readonly by: string;
}

export interface LoggedAmendmentJson extends AmendmentJson {
  readonly entry: string;
  readonly date: DateText;
  readonly extends_timebox: boolean;
}

export interface DriftJson {
  readonly term: string;
  readonly file: string;
  readonly path: string;
  /** As it was agreed; null where the term is new. */
  readonly frozen: string | null;
  /** As the file says now; null where it says nothing. */
  readonly current: string | null;
}

/** Something in a definition that was left for later. */
export interface PlaceholderJson {
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

export interface UnreadableJson {
  readonly file: string;
  /** "" for the whole file. */
  readonly path: string;
}

export interface LogCountJson {
  /** Entries that count. */
  readonly entries: number;
  /** Ids of entries that were withdrawn. */
  readonly withdrawn: readonly string[];
  /** Entries after the moment that the answer is for. */
  readonly later: number;
}

export function standingJson(standing: Standing): StatusJson {
  const { timebox } = standing;
  const promised = followUpStanding(standing);
  return {
    phase: standing.phase,
    charter: charterJson(standing),
    timebox:
      timebox === undefined
        ? null
        : {
            phase: timebox.phase,
            day: timebox.day,
            of: timebox.of,
            left: timebox.left,
            start: timebox.start,
            end: timebox.end,
            first_working_days: standing.firstWorkingDays ?? null,
          },
    spend: spendJson(standing.spend),
    effort: effortJson(standing.effort, standing.definitions.charter?.showHoursBy === "person"),
    fully_loaded: loadedJson(standing.loaded),
    evals: standing.evals.map((item) =>
      evalJson(
        item,
        standing.first.evals.find((then) => then.eval.id === item.eval.id),
      ),
    ),
    kill_criteria: standing.kill.map((item) => killJson(item, standing)),
    assumptions: standing.assumptions.map(({ assumption, state, basis, contradicted, edited, entries }) => ({
      id: assumption.id,
      statement: assumption.statement ?? null,
      tested_by: assumption.testedBy,
      state,
      basis,
      contradicted,
      edited: edited ?? null,
      entries,
    })),
    unknowns: standing.unknowns.map((item) => ({
      question: item.unknown.question,
      answered_by: item.unknown.answeredBy,
      state: item.state,
      evidence: item.evidence.map((evidence) => dataJson(evidence)),
      sentence: unknownSentence(item),
      entries: item.entries,
    })),
    risks: standing.risks.map(riskJson),
    value: pointValueJson(standing.value),
    unit_economics: unitJson(standing.unit),
    exit_criteria: checklistJson(standing.exitCriteria),
    recommendation: recommendationJson(standing.recommendation),
    decision: standing.decision.current === undefined ? null : decisionJson(standing.decision.current),
    superseded_decisions: standing.decision.superseded.map(decisionJson),
    follow_up: promised?.stored === true ? followUpStateJson(promised, promised.lines) : null,
    gates: gateLogJson(standing.gates),
    started:
      standing.started === undefined
        ? null
        : { entry: standing.started.id, date: standing.started.date, by: personText(standing.started.by) },
    terms: standing.terms === undefined ? null : Object.fromEntries(standing.terms),
    amendments: standing.amendments.map(({ entry, amendment, extends: longer }) => ({
      entry: entry.id,
      date: entry.date,
      ...amendmentJson(amendment),
      extends_timebox: longer,
    })),
    drift: standing.drift.map((item) => ({
      term: item.term,
      file: item.place.file,
      path: pathText(item.place.path),
      frozen: item.frozen ?? null,
      current: item.current ?? null,
    })),
    placeholders: standing.placeholders.map(({ place, text }) => ({
      file: place.file,
      path: pathText(place.path),
      text,
    })),
    unreadable: standing.unreadable.map(({ file, path }) => ({ file, path: pathText(path) })),
    log: {
      entries: standing.log.counted.length,
      withdrawn: [...standing.log.withdrawn.keys()],
      later: standing.log.later.length,
    },
    next: nextActions(standing).map(actionJson),
  };
}

function charterJson({ definitions: { charter } }: Standing): CharterJson | null {
  if (charter === undefined) return null;
  return {
    title: charter.title,
    question: charter.question ?? null,
    unknowns: charter.unknowns.map(({ question }) => question),
    kind: charter.kind ?? null,
    owner: charter.owner === undefined ? null : personText(charter.owner),
    sponsor: charter.sponsor === undefined ? null : personText(charter.sponsor),
    team: charter.team ?? null,
    mvp_budget: money(charter.mvpBudget),
    confidence: charter.confidence,
  };
}

function checklistJson({ checklist, items }: ChecklistStanding): ExitCriteriaJson {
  return {
    title: checklist.title,
    items: items.map(({ item, id, state, basis, because, entries }) => ({
      id,
      text: item.text,
      state,
      basis,
      because: reasonJson(because, itemClause(because)),
      closed_by: item.closedBy,
      entries,
    })),
  };
}

function money(amount: Money | undefined): string | null {
  return amount === undefined ? null : moneyText(amount);
}
