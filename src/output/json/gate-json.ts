import type { GateLog, LoggedPassage, LoggedWaiver } from "../../domain/records/gate-log.ts";
import { type GateItemStanding, type GateStanding, type GateWay } from "../../domain/gates/gate-standing.ts";
import type { GateArtifact } from "../../domain/records/gate.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { signSentence } from "../../wording/gate-signs.ts";
import { closingOf, gateClause } from "../../wording/gate-reasons.ts";
import { reasonJson } from "./reason-json.ts";

/** All gates, the `data` of `poc gate --format json`. What does not apply is `null`, never absent. */
export function gateWayJson({ gates, here, endedBy }: GateWay): JsonObject {
  return { here: here?.gate.id ?? null, ended_by: endedBy ?? null, gates: gates.map(gateJson) };
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
}: GateStanding): JsonObject {
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
    signs: signs.map(({ shows, entries }) => ({ ...reasonJson(shows, signSentence(shows)), entries })),
  };
}

function itemJson(standing: GateItemStanding<GateArtifact>): JsonObject {
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

/** What the log says of gates; also in `poc status --format json`. */
export function gateLogJson({ passages, waivers }: GateLog): JsonObject {
  return { passed: passages.map(passageJson), waivers: waivers.map(waiverJson) };
}

function passageJson({ entry, passage }: LoggedPassage): JsonObject {
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

function waiverJson({ entry, waiver, expired }: LoggedWaiver): JsonValue {
  return {
    item: waiver.item,
    reason: waiver.reason,
    approver: personText(waiver.approver),
    until: waiver.until,
    expired,
    entry: entry.id,
  };
}
