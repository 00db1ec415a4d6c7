import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnosticsJson, type DiagnosticJson } from "./diagnostics-json.ts";
import { countText } from "../../domain/scalars/count.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { FACT_NAMES, type FactName } from "../../domain/records/facts.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import { personText } from "../../domain/scalars/person.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import { takerOf } from "../../domain/spend/replacement.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { AssumptionAnswer } from "../../domain/records/assumption.ts";
import type { RiskLevel } from "../../domain/records/risk.ts";
import type { DateText, DecimalText, InstantText, Sha256Text } from "./json-texts.ts";
import {
  amendmentJson,
  followUpJson,
  loggedDecisionJson,
  passedGateJson,
  runJson,
  startJson,
  type AmendmentJson,
  type AttestationJson,
  type ClearingJson,
  type CommandRunJson,
  type CorrectionJson,
  type FollowUpJson,
  type LoggedDecisionJson,
  type PassedGateJson,
  type StartJson,
  type WaivedConditionJson,
} from "./acts-json.ts";
import { resultJson, type ResultJson } from "./result-json.ts";
import { spendLineJson, type SpendLineJson } from "./spend-json.ts";

/** The `data` of `poc log`. */
export interface LogJson {
  readonly entry: EntryJson;
  /** The file that was written, relative to the PoC folder. */
  readonly file: string;
  /** What was not taken by the letter: as it was typed, and as it was read. */
  readonly readings: readonly { readonly typed: string; readonly read: string }[];
}

/** The `data` of `poc undo`. */
export interface UndoJson {
  /** The correction that was added. */
  readonly entry: EntryJson;
  /** The entry that no longer counts, or that is a correction and is withdrawn itself. */
  readonly corrected: EntryJson;
  /** The file that was written, relative to the PoC folder. */
  readonly file: string;
}

/** The `data` of `poc start` and `poc amend`. */
export interface AgreementJson {
  /** The entry that freezes or changes the terms; null where that was refused, and nothing was written. */
  readonly entry: EntryJson | null;
  /** Its file in the PoC. */
  readonly file: string | null;
  /** Definitions that were edited, by name. */
  readonly edited: readonly string[];
  /** Every reason why it was refused. */
  readonly refusals: readonly DiagnosticJson[];
}

/** The `data` of `poc decide`. */
export interface DecideJson {
  readonly entry: EntryJson;
  /** Its file in the PoC. */
  readonly file: string;
}

interface Agreement {
  readonly entry: Entry | undefined;
  readonly standing: Standing;
  readonly edited: readonly string[];
  readonly refusals: readonly LocatedDiagnostic[];
}

export function agreementJson({ entry, standing, edited, refusals }: Agreement): AgreementJson {
  return {
    entry: entry === undefined ? null : entryJson(entry, standing),
    file: entry?.file ?? null,
    edited,
    refusals: diagnosticsJson(refusals),
  };
}

/** The `data` of `poc show`. */
export interface ShowJson {
  readonly entries: readonly EntryJson[];
}

/** One entry of the log, its facts written as in its file, with what withdrew or replaced them since. */
export interface EntryJson {
  readonly id: string;
  /** Relative to the PoC folder. */
  readonly file: string;
  readonly at: InstantText;
  /** When it was written, where that is later than `at`; it counts from then on. */
  readonly logged: InstantText | null;
  readonly date: DateText;
  readonly by: string;
  /** The person who typed it in the name of `by`. */
  readonly recorded_by: string | null;
  /** Id of the newest entry that was there when an act or an answer was written. */
  readonly after: string | null;
  /** Ids of the entries whose decision or answer it knowingly replaces. */
  readonly supersedes: readonly string[];
  /** "set by POC_NOW" if its time is not from a clock. */
  readonly now: string | null;
  /** What wrote it in that person's name, where no person typed it: `mcp, claude-code 2.1.0`. */
  readonly via: string | null;
  readonly note: string | null;
  /** Id of the entry that withdrew it. */
  readonly withdrawn_by: string | null;
  readonly results: readonly ResultJson[];
  readonly tasks: readonly TaskLineJson[];
  readonly spend: readonly SpendLineJson[];
  readonly time: readonly TimeLineJson[];
  /** How much of the author's working day the PoC had, `60%`, and what the rest went to. */
  readonly focus: { readonly share: string; readonly what: string | null } | null;
  /** Answers by the ids of assumptions. */
  readonly assumptions: Readonly<Record<string, AssumptionAnswer>>;
  readonly risks: readonly RiskNoteJson[];
  /** Answers by the ids of questions. */
  readonly answers: Readonly<Record<string, string>>;
  readonly attest: readonly AttestationJson[];
  /** What the files said of the things that it answers or attests: `mvp.budget`, `assumptions.corpus-is-clean`. */
  readonly stated: Readonly<Record<string, string>>;
  readonly runs: readonly CommandRunJson[];
  readonly start: StartJson | null;
  readonly amend: AmendmentJson | null;
  readonly clear: ClearingJson | null;
  readonly undo: CorrectionJson | null;
  readonly decision: LoggedDecisionJson | null;
  readonly waivers: readonly WaivedConditionJson[];
  readonly gate: PassedGateJson | null;
  /** The actual figures for the forecast of a decision. */
  readonly followup: FollowUpJson | null;
  /** Labels of people for cases that a judge had judged. */
  readonly labels: readonly LabellingJson[];
  /** Of an imported entry: what it was taken from. */
  readonly source: EntrySourceJson | null;
}

/** What people said of a sample of the cases that a judge had judged. */
export interface LabellingJson {
  readonly eval: string;
  readonly arm: string;
  /** Of all cases that the sample was drawn from: `281/300`. */
  readonly judged: string;
  /** The labelled cases, by who counts them. */
  readonly said: { readonly both: number; readonly judge: number; readonly person: number; readonly neither: number };
  readonly file: string;
  readonly sha256: Sha256Text;
  /** sha256 of the file of cases that the sample was drawn from. */
  readonly of: Sha256Text;
  readonly seed: number | null;
  /** Rows of the sheet that nobody labelled. */
  readonly unlabelled: number;
}

/** Where an imported entry comes from. */
export interface EntrySourceJson {
  readonly format: string;
  /** Which part of the source the entry stands for; the same key is never counted twice. */
  readonly key: string;
  /** sha256 of what was taken from it. */
  readonly sha256: Sha256Text;
  readonly file: string | null;
  /** Of a meeting: the name of its calendar, as a hash. */
  readonly calendar: string | null;
  /** Id of the entry with the same key that this one replaces. */
  readonly replaces: string | null;
}

export interface TaskLineJson {
  /** Succeeded of attempted: `71/100`. */
  readonly count: string;
  readonly arm: string;
  /** Mean time that an output took. */
  readonly latency: string | null;
  /** Mean time that a person needed to review an output. */
  readonly review: string | null;
  readonly note: string | null;
}

export interface TimeLineJson {
  readonly hours: DecimalText;
  /** 1 for a person's own hours. */
  readonly people: number;
  readonly meeting: boolean;
  readonly what: string | null;
}

export interface RiskNoteJson {
  readonly id: string;
  readonly level: RiskLevel;
  readonly note: string | null;
  readonly evidence: string | null;
}

type WithReplaced = Pick<Standing, "spend">;

export function entryJson(entry: Entry, standing: Pick<Standing, "log" | "spend">): EntryJson {
  const { note, ...facts } = factsJson(entry, standing);
  return {
    id: entry.id,
    file: entry.file,
    at: instantText(entry.at),
    logged: entry.logged === undefined ? null : instantText(entry.logged),
    date: entry.date,
    by: personText(entry.by),
    recorded_by: entry.recordedBy === undefined ? null : personText(entry.recordedBy),
    after: entry.after ?? null,
    supersedes: entry.supersedes ?? [],
    now: entry.now ?? null,
    via: entry.via ?? null,
    note,
    withdrawn_by: standing.log.withdrawn.get(entry.id)?.id ?? null,
    ...facts,
  };
}

function factsJson(entry: Entry, standing: WithReplaced): Pick<EntryJson, FactName> {
  const json: { -readonly [K in FactName]?: EntryJson[K] } = {};
  for (const name of FACT_NAMES) putFact(json, name, entry, standing);
  return json as Pick<EntryJson, FactName>;
}

function putFact<K extends FactName>(
  json: { -readonly [P in FactName]?: EntryJson[P] },
  name: K,
  entry: Entry,
  standing: WithReplaced,
): void {
  const write: FactJson<K> = FACT_JSON[name];
  json[name] = write(entry[name], entry, standing);
}

type FactJson<K extends FactName> = (fact: Entry[K], entry: Entry, standing: WithReplaced) => EntryJson[K];

/** Each kind of fact as JSON; what an entry does not say is null or empty, and never left out. */
const FACT_JSON: { readonly [K in FactName]: FactJson<K> } = {
  note: (note) => note ?? null,
  results: (results) => results.map(resultJson),
  tasks: (lines) =>
    lines.map(({ count, arm, latency, review, note }) => ({
      count: countText(count),
      arm,
      latency: latency === undefined ? null : quantityText(latency),
      review: review === undefined ? null : quantityText(review),
      note: note ?? null,
    })),
  spend: (lines, { id }, { spend }) =>
    lines.map((line, index) => spendLineJson(line, takerOf(spend.replaced, id, index)?.entry.id)),
  time: (lines) =>
    lines.map(({ hours, people, meeting, what }) => ({
      hours: shortDecimalText(hours),
      people,
      meeting,
      what: what ?? null,
    })),
  focus: (focus) =>
    focus === undefined ? null : { share: `${shortDecimalText(focus.share)}%`, what: focus.what ?? null },
  assumptions: (answers) => Object.fromEntries(answers),
  risks: (risks) =>
    risks.map(({ id, level, note, evidence }) => ({ id, level, note: note ?? null, evidence: evidence ?? null })),
  answers: (answers) => Object.fromEntries(answers),
  attest: (items) => items.map(({ item, evidence, note }) => ({ item, evidence, note: note ?? null })),
  stated: (stated = new Map()) => Object.fromEntries(stated),
  runs: (runs) => runs.map(runJson),
  start: (start) => (start === undefined ? null : startJson(start)),
  amend: (amend) => (amend === undefined ? null : amendmentJson(amend)),
  clear: (clear) =>
    clear === undefined
      ? null
      : { criterion: clear.criterion, reason: clear.reason, approver: personText(clear.approver) },
  undo: (undo) => (undo === undefined ? null : { entry: undo.entry, reason: undo.reason ?? null }),
  decision: (decision) => (decision === undefined ? null : loggedDecisionJson(decision)),
  followup: (followup) => (followup === undefined ? null : followUpJson(followup)),
  waivers: (waivers = []) =>
    waivers.map(({ item, reason, approver, until }) => ({ item, reason, approver: personText(approver), until })),
  gate: (gate) => (gate === undefined ? null : passedGateJson(gate)),
  labels: (labels = []) =>
    labels.map(({ eval: id, arm, judged, said, file, sha256, of, seed, unlabelled }) => ({
      eval: id,
      arm,
      judged: countText(judged),
      said,
      file,
      sha256,
      of,
      seed: seed ?? null,
      unlabelled: unlabelled ?? 0,
    })),
  source: (source) =>
    source === undefined
      ? null
      : {
          format: source.format,
          key: source.key,
          sha256: source.sha256,
          file: source.file ?? null,
          calendar: source.calendar ?? null,
          replaces: source.replaces ?? null,
        },
};
