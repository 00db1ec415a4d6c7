import type { Evidenced } from "../standing/evidenced.ts";
import type { GateArtifact } from "../records/gate.ts";
import type { WaivedItem } from "../records/entry.ts";
import {
  gateSpan,
  lastAttestation,
  type GateSpan,
  type LoggedPassage,
  type LoggedWaiver,
} from "../records/gate-log.ts";
import { gateEvidence } from "./gate-evidence.ts";
import type { GateItemStanding, GateStanding, GateWay } from "./gate-standing.ts";

/** What is still owed at gates: the part of them that `poc log` and `poc check` need. */

/** Everything that a gate asks for: conditions to begin and to pass it, and artifacts. */
export function conditionsOf<Item>({
  entry,
  exit,
  artifacts,
}: {
  readonly entry: readonly Item[];
  readonly exit: readonly Item[];
  readonly artifacts: readonly Item[];
}): readonly Item[] {
  return [...entry, ...exit, ...artifacts];
}

/** What prevents passing a gate: conditions and artifacts that are neither met nor waived. */
export function openConditions(gate: GateStanding): readonly GateItemStanding<GateArtifact>[] {
  return conditionsOf<GateItemStanding<GateArtifact>>(gate).filter(
    ({ state }) => state !== "met" && state !== "waived",
  );
}

/** How far a gate is, in figures that every answer and every document takes. */
export interface GateCount {
  /** Conditions that are met. */
  readonly met: number;
  /** Conditions that are neither met nor waived. */
  readonly open: number;
  readonly of: number;
  /** Documents of the gate that are still to be rendered. */
  readonly documents: number;
}

/** Documents are not conditions: rendering one must not change what a document says about a gate. */
export function countConditions(gate: GateStanding): GateCount {
  return countOpen(gate, openConditions(gate));
}

/** The same where only some of what is open is missing, because the rest is about to be waived. */
export function countOpen(gate: GateStanding, missing: readonly GateItemStanding<GateArtifact>[]): GateCount {
  const conditions = conditionsOf<GateItemStanding<GateArtifact>>(gate).filter(({ item }) => !isDocument(item));
  const documents = missing.flatMap(({ item }) => (isDocument(item) ? [item.document ?? "decision"] : []));
  return {
    met: conditions.filter(({ state }) => state === "met").length,
    open: missing.filter(({ item }) => !isDocument(item)).length,
    of: conditions.length,
    documents: new Set(documents).size,
  };
}

/** What a gate asks for that `poc memo` renders. */
export function documentsOf(gate: GateStanding): readonly GateItemStanding<GateArtifact>[] {
  return conditionsOf<GateItemStanding<GateArtifact>>(gate).filter(({ item }) => isDocument(item));
}

/** Whether a condition is that a document is rendered. */
export function isDocument({ document, evidence }: GateArtifact): boolean {
  return document !== undefined || evidence === "memo-written";
}

/** Conditions of gates that were passed without them, whose waiver has expired: they are open again. */
export function reopenedConditions({ gates }: Pick<GateWay, "gates">): readonly GateItemStanding<GateArtifact>[] {
  return gates
    .filter(({ place }) => place === "passed")
    .flatMap((gate) => openConditions(gate).filter(({ waiver }) => waiver?.expired === true));
}

/** Waivers whose condition nothing has closed since, in force or expired, as far as can be told without the gates. */
export function openWaivers(standing: Evidenced): readonly LoggedWaiver[] {
  return standing.gates.waivers.filter((item) => !isClosed(item, standing));
}

/**
 * By a person's word since, by a document, by being met after all when the gate was passed, or by what the records
 * show.
 */
function isClosed({ entry, waiver }: LoggedWaiver, standing: Evidenced): boolean {
  const [gate = "", item = ""] = waiver.item.split(".");
  const word = lastAttestation(standing.log.counted, waiver.item);
  if (word !== undefined && word.entry.at.epochMs >= entry.at.epochMs) return true;
  if (waiver.document !== undefined && standing.memos.some((name) => name.startsWith(`${waiver.document}-`)))
    return true;
  const span = gateSpan(standing.gates, gate);
  if (
    span.passed?.passage.conditions.some((condition) => condition.item === item && condition.state === "met") === true
  )
    return true;
  if (waiver.openItems !== undefined)
    return waiver.openItems.every((item) => isItemClosed(item, entry.at.epochMs, standing, span));
  return waiver.evidence !== undefined && gateEvidence(waiver.evidence, standing, span)?.state === "met";
}

/** An item of a list that was waived, by a word or a run since, or by what the records show. */
function isItemClosed({ item, evidence }: WaivedItem, sinceMs: number, standing: Evidenced, span: GateSpan): boolean {
  const word = lastAttestation(standing.log.counted, item);
  if (word !== undefined && word.entry.at.epochMs >= sinceMs) return true;
  const run = standing.log.counted.flatMap(({ runs }) => runs).findLast((one) => one.item === item);
  if (run !== undefined) return run.exit === 0;
  return evidence !== undefined && gateEvidence(evidence, standing, span)?.state === "met";
}

/** Passages of gate 0, which is meant to come before the start, that came after it. Their numbers tell gates apart. */
export function latePassages({ gates, started }: Evidenced): readonly LoggedPassage[] {
  if (started === undefined) return [];
  return gates.passages.filter(
    ({ entry, passage }) =>
      passage.number === 0 && passage.after === undefined && entry.at.epochMs > started.at.epochMs,
  );
}
