import type { Memo } from "../../app/documents/documents.ts";
import type { GateLog, LoggedPassage, LoggedWaiver } from "../../domain/records/gate-log.ts";
import { type GateItemStanding, type GateStanding, type GateWay } from "../../domain/gates/gate-standing.ts";
import type { GateArtifact } from "../../domain/records/gate.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { GatePlace } from "../../domain/gates/gate-standing.ts";
import type { EntryJson } from "./entry-json.ts";
import type { PassedConditionJson } from "./acts-json.ts";
import type { GateReason } from "../../domain/gates/gate-reason.ts";
import type { SignReason } from "../../domain/gates/gate-signs.ts";
import { closingOf, gateClause } from "../../wording/gate-reasons.ts";
import { signSentence } from "../../wording/gate-signs.ts";
import type { DateText } from "./json-texts.ts";
import { reasonJson, type ReasonJson } from "./reason-json.ts";

/** The `data` of `poc gate`: the gates, or the gate that was passed, or the condition that was waived. */
export type GateCommandJson = GateWayJson | GatePassJson | GateWaiveJson;

/** All gates in order, and where the PoC is among them. */
export interface GateWayJson {
  /** Id of the first gate that is not passed; null where all are. */
  readonly here: string | null;
  /** The entry of the no-go that ended the way. */
  readonly ended_by: string | null;
  readonly gates: readonly GateJson[];
  /** Id of the gate that is shown in full on a terminal. */
  readonly shown: string | null;
}

/** An attempt to pass a gate. */
export interface GatePassJson {
  /** Null where passing was refused. */
  readonly entry: EntryJson | null;
  /** The gate that was passed, or that has to be passed first. */
  readonly gate: GateJson | null;
  /** Ids of the conditions that are neither met nor waived. */
  readonly missing: readonly string[];
}

export interface GateWaiveJson {
  readonly entry: EntryJson;
}

export interface GateJson {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly purpose: string;
  readonly place: GatePlace;
  /** Whether it was begun before the gate before it was passed. */
  readonly begun: boolean;
  /** Why the organisation does not ask for it. */
  readonly dropped: string | null;
  readonly passage: PassageJson | null;
  readonly entry: readonly GateItemJson[];
  readonly exit: readonly GateItemJson[];
  readonly artifacts: readonly GateArtifactJson[];
  readonly questions: readonly GateQuestionJson[];
  readonly pitfall: string;
  /** Signs of the pitfall that the records show. */
  readonly signs: readonly GateSignJson[];
}

/** A condition of a gate. */
export interface GateItemJson {
  /** `proof-of-value.target-met`, as `--attest` and `--waive` take it. */
  readonly id: string;
  readonly text: string;
  /** `failed`: the evidence speaks against it; `stale`: the records changed since. */
  readonly state: GateItemStanding["state"];
  readonly basis: GateItemStanding["basis"];
  /** What shows it, or what is missing. */
  readonly because: ReasonJson<GateReason>;
  readonly entries: readonly string[];
  readonly waiver: WaiverJson | null;
  /** Whether a person's word with a link can close it. */
  readonly attestable: boolean;
  readonly waivable: boolean;
  /** What to do to close it. */
  readonly closed_by: string | null;
  /** Commands that do it. */
  readonly commands: readonly string[];
}

export interface GateArtifactJson extends GateItemJson {
  /** The file that it asks for. */
  readonly file: string | null;
  /** The document that it asks for, as `poc memo` takes it. */
  readonly document: string | null;
}

export interface GateQuestionJson {
  readonly id: string;
  readonly text: string;
  readonly answer: GateAnswerJson | null;
}

export interface GateAnswerJson {
  readonly text: string;
  readonly link: string;
  readonly by: string;
  readonly date: DateText;
  readonly entry: string;
}

/** A sign of the pitfall. */
export interface GateSignJson {
  /** What the records show. */
  readonly because: ReasonJson<SignReason>;
  readonly entries: readonly string[];
}

/** What the log says of gates. */
export interface GateLogJson {
  readonly passed: readonly PassageJson[];
  readonly waivers: readonly WaiverJson[];
}

/** A gate that was passed. */
export interface PassageJson {
  readonly gate: string;
  readonly number: number;
  readonly title: string;
  readonly entry: string;
  readonly date: DateText;
  readonly by: string;
  readonly approver: string;
  /** The gate before it. */
  readonly after: string | null;
  readonly conditions: readonly PassedConditionJson[];
  /** Questions of its document that nobody had answered, by their ids within the gate. */
  readonly open_questions: readonly string[];
}

export interface WaiverJson {
  readonly item: string;
  readonly reason: string;
  readonly approver: string;
  readonly until: DateText;
  readonly expired: boolean;
  readonly entry: string;
}

export function gateWayJson({ gates, here, endedBy }: GateWay, shown: GateStanding | undefined): GateWayJson {
  return {
    here: here?.gate.id ?? null,
    ended_by: endedBy ?? null,
    gates: gates.map(gateJson),
    shown: shown?.gate.id ?? null,
  };
}

export function gateJson({
  gate,
  place,
  begun,
  passage,
  entry,
  exit,
  artifacts,
  questions,
  signs,
}: GateStanding): GateJson {
  return {
    id: gate.id,
    number: gate.number,
    title: gate.title,
    purpose: gate.purpose,
    place,
    begun,
    dropped: gate.dropped ?? null,
    passage: passage === undefined ? null : passageJson(passage),
    entry: entry.map(itemJson),
    exit: exit.map(itemJson),
    artifacts: artifacts.map((item) => ({
      ...itemJson(item),
      file: item.item.file ?? null,
      document: item.item.document ?? null,
    })),
    questions: questions.map(({ id, question, answer }) => ({
      id,
      text: question.text,
      answer: answer === undefined ? null : { ...answer },
    })),
    pitfall: gate.pitfall.text,
    signs: signs.map(({ shows, entries }) => ({ because: reasonJson(shows, signSentence(shows)), entries })),
  };
}

function itemJson(standing: GateItemStanding<GateArtifact>): GateItemJson {
  const { id, item, state, basis, because, entries, waiver } = standing;
  const closing = closingOf(standing);
  return {
    id,
    text: item.text,
    state,
    basis,
    because: reasonJson(because, gateClause(because)),
    entries,
    waiver: waiver === undefined ? null : waiverJson(waiver),
    attestable: item.attestable,
    waivable: item.waivable,
    closed_by: closing === undefined || closing.how === "" ? null : closing.how,
    commands: closing?.commands ?? [],
  };
}

export function gateLogJson({ passages, waivers }: GateLog): GateLogJson {
  return { passed: passages.map(passageJson), waivers: waivers.map(waiverJson) };
}

function passageJson({ entry, passage }: LoggedPassage): PassageJson {
  return {
    gate: passage.gate,
    number: passage.number,
    title: passage.title,
    entry: entry.id,
    date: entry.date,
    by: personText(entry.by),
    approver: personText(passage.approver),
    after: passage.after ?? null,
    conditions: passage.conditions.map(({ item, state, basis, because, entries }) => ({
      item,
      state,
      basis,
      because,
      entries,
    })),
    open_questions: passage.openQuestions ?? [],
  };
}

function waiverJson({ entry, waiver, expired }: LoggedWaiver): WaiverJson {
  return {
    item: waiver.item,
    reason: waiver.reason,
    approver: personText(waiver.approver),
    until: waiver.until,
    expired,
    entry: entry.id,
  };
}

/** The documents that can be rendered, by their gates. */
export interface MemoListJson {
  readonly documents: readonly RenderableJson[];
}

export interface RenderableJson {
  /** As `poc memo` takes it. */
  readonly name: string;
  /** Number of the gate that asks for it. */
  readonly gate: number;
  readonly about: string;
}

export function memoListJson(memos: readonly Memo[]): MemoListJson {
  return { documents: memos.map(({ kind, gate, about }) => ({ name: kind, gate, about })) };
}
