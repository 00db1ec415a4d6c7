import type { Entry } from "./entry.ts";
import type { Standing } from "./standing.ts";
import { CHECKLISTS, type Checklist, type ChecklistItem, type ChecklistName } from "./checklist-items.ts";

export interface ChecklistItemStanding {
  readonly item: ChecklistItem;
  /** `exit.risks-documented`: as `--attest` takes it. */
  readonly id: string;
  /** `failed`: the evidence speaks against it. Only `met` ticks the box. */
  readonly state: "met" | "open" | "failed";
  readonly basis: "evidence" | "person" | "none";
  /** What shows it, or what is missing. */
  readonly because: string;
  readonly entries: readonly string[];
}

export interface ChecklistStanding {
  readonly checklist: Checklist;
  readonly items: readonly ChecklistItemStanding[];
}

/** What the records say of an item, before anybody's word is heard. */
export interface Derived {
  readonly state: "met" | "open" | "failed";
  readonly because: string;
  readonly entries?: readonly string[];
}

/** Everything a checklist may be derived from: the standing without the checklists themselves. */
export type Evidenced = Omit<Standing, "exitCriteria" | "recommendation" | "next">;

/** Items by evidence where the records can tell, else by a person's attestation with a link. */
export function checklistStanding(name: ChecklistName, standing: Evidenced): ChecklistStanding {
  const checklist = CHECKLISTS[name];
  return { checklist, items: checklist.items.map((item) => itemStanding(name, item, standing)) };
}

function itemStanding(name: ChecklistName, item: ChecklistItem, standing: Evidenced): ChecklistItemStanding {
  const id = `${name}.${item.id}`;
  const derived = item.derive?.(standing);
  if (derived !== undefined && (derived.state !== "open" || !item.attestable)) {
    return { item, id, state: derived.state, basis: "evidence", because: derived.because, entries: derived.entries ?? [] };
  }
  const attested = lastAttestation(standing.log.counted, id);
  if (attested !== undefined) {
    const { entry, evidence, note } = attested;
    return { item, id, state: "met", basis: "person", because: `${entry.by.name}: ${note === undefined ? "" : `${note}, `}${evidence}`, entries: [entry.id] };
  }
  return { item, id, state: "open", basis: "none", because: derived?.because ?? "nobody has attested it", entries: derived?.entries ?? [] };
}

function lastAttestation(counted: readonly Entry[], id: string) {
  for (const entry of counted.toReversed()) {
    const found = entry.attest.findLast((attestation) => attestation.item === id);
    if (found !== undefined) return { entry, evidence: found.evidence, note: found.note };
  }
  return undefined;
}
