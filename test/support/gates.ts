import type { Entry, GatePassage, Waiver } from "../../src/domain/records/entry.ts";
import type { Gate, GateArtifact } from "../../src/domain/records/gate.ts";
import { gateWay, type FoundFiles, type GateWay } from "../../src/domain/gates/gate-standing.ts";
import { readGates } from "../../src/document/reading/read-gates.ts";
import { shippedAssets } from "../../src/platform/assets.ts";
import { SHIPPED_CHECKLISTS } from "./checklists.ts";
import { MARTA, date, entry, standing, type Poc } from "./records.ts";

/** The gates that ship with the tool. */
export const SHIPPED_GATES: readonly Gate[] = readGates(
  shippedAssets()
    .files("templates/gates")
    .map((base) => ({ base, name: `templates/gates/${base}`, text: shippedAssets().text(`templates/gates/${base}`)! })),
  SHIPPED_CHECKLISTS,
).gates;

export function shippedGate(id: string): Gate {
  return SHIPPED_GATES.find((gate) => gate.id === id)!;
}

/** A gate that asks for nothing but what is given. */
export function gateOf(number: number, id: string, more: Partial<Gate> = {}): Gate {
  return {
    id,
    number,
    title: id.toUpperCase(),
    purpose: "to be passed",
    entry: [],
    exit: [],
    artifacts: [],
    questions: [],
    pitfall: { text: "haste", signs: [] },
    ...more,
  };
}

export function condition(id: string, more: Partial<GateArtifact> = {}): GateArtifact {
  return { id, text: `${id} holds`, attestable: true, waivable: true, ...more };
}

export function passed(when: string, gate: string, after?: string, more: Partial<GatePassage> = {}): Entry {
  return entry(when, {
    id: `pass${when.slice(8, 10)}${gate[0]!}`,
    gate: {
      gate,
      number: 1,
      title: gate.toUpperCase(),
      approver: MARTA,
      conditions: [],
      ...(after === undefined ? {} : { after }),
      ...more,
    },
  });
}

export function waived(when: string, item: string, until: string, more: Partial<Waiver> = {}): Entry {
  return entry(when, {
    id: `waive${when.slice(8, 10)}`,
    waivers: [{ item, reason: "later", approver: MARTA, until: date(until), ...more }],
  });
}

export const NOTHING_FOUND: FoundFiles = { files: [], documents: [], checklists: [] };

export function way(gates: readonly Gate[], poc: Poc, day: string, found: FoundFiles = NOTHING_FOUND): GateWay {
  return gateWay(gates, standing(poc, day), found);
}
