import { gateEvidence } from "./gate-evidence.ts";
import { gateSpan, lastAttestation, type LoggedWaiver } from "../records/gate-log.ts";
import type { Evidenced } from "../standing/evidenced.ts";

/** Waivers whose condition nothing has closed since, in force or expired, as far as can be told without the gates. */
export function openWaivers(standing: Evidenced): readonly LoggedWaiver[] {
  return standing.gates.waivers.filter((item) => !isClosed(item, standing));
}

/** By a person's word since, by a document, by being met after all when the gate was passed, or by what the records show. */
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
