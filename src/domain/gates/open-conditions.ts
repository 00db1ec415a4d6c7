import type { Evidenced } from "../standing/evidenced.ts";
import type { GateArtifact } from "../records/gate.ts";
import { gateSpan, lastAttestation, type LoggedWaiver } from "../records/gate-log.ts";
import { gateEvidence } from "./gate-evidence.ts";
import type { GateItemStanding, GateStanding, GateWay } from "./gate-standing.ts";

/** What is still owed at gates: the part of them that `poc log` and `poc check` need. */

/** What keeps a gate from being passed: exit conditions and artifacts that are neither met nor waived. */
export function openConditions({ exit, artifacts }: GateStanding): readonly GateItemStanding<GateArtifact>[] {
  return [...exit, ...artifacts].filter(({ state }) => state !== "met" && state !== "waived");
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
  return waiver.evidence !== undefined && gateEvidence(waiver.evidence, standing, span)?.state === "met";
}
