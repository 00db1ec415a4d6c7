import { openPocAsOf } from "../poc/poc-as-of.ts";
import type { Checklist } from "../../domain/records/checklist-items.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { conditionsOf } from "../../domain/gates/open-conditions.ts";
import { gateItemId, type Gate, type GateArtifact } from "../../domain/records/gate.ts";
import {
  gateWay,
  type GateStanding,
  type GateWay,
  type FoundFiles,
  type FoundDocument,
} from "../../domain/gates/gate-standing.ts";
import { nearest } from "../../domain/scalars/nearest.ts";
import { UsageFault } from "../ports/faults.ts";
import type { GateLibrary } from "../library/gate-library.ts";
import { openLibrary } from "../library/open-library.ts";
import { judge } from "../poc/judge.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import { foundInPlace, latest, filesFor } from "../documents/found-files.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { MEMO_FOLDER } from "../../domain/records/records.ts";

/** A PoC with its gates, judged. */
export interface OpenGates {
  readonly poc: OpenPoc;
  readonly report: Report;
  readonly way: GateWay;
  /** The checklists that the gates ask for. */
  readonly checklists: readonly Checklist[];
  /** What is wrong with the definitions of gates. While there is any, the way is not to be relied on. */
  readonly faults: readonly LocatedDiagnostic[];
}

/** @throws RecordsFault, FileFault, UsageFault */
export async function openGates(
  context: Context,
  directory: string | undefined,
  day: string | undefined,
  fresh?: "fresh",
): Promise<OpenGates> {
  const { poc, instant } = await openPocAsOf(context, directory, day, fresh);
  const library = (await openLibrary(context, poc.folder)).gates();
  const { gates, faults } = library;
  const report = judge(poc, instant);
  // For another day than today, only the names of the files of that day are known.
  const found = instant.now
    ? await foundAndVerified(context, poc, library, instant.date)
    : foundInPlace(poc, library, instant.date);
  const way = gateWay(gates, report.standing, found);
  return { poc, report, way, checklists: library.checklists, faults };
}

/**
 * The gate that `text` names: its id, its number, the beginning of its id, or a word of it that no other gate has.
 *
 * @param actions what else may stand in its place, so that a slip of it is told
 * @throws UsageFault where none does, or several do
 */
export function findGate({ gates }: GateWay, text: string, actions: readonly string[] = []): GateStanding {
  const wanted = text.toLowerCase();
  const exact = gates.find(({ gate }) => gate.id === wanted || String(gate.number) === wanted);
  if (exact !== undefined) return exact;
  const begun = wanted === "" ? [] : gates.filter(({ gate }) => gate.id.startsWith(wanted));
  if (begun.length === 1) return begun[0]!;
  const worded = gates.filter(({ gate }) => wordsOf(gate).includes(wanted));
  if (worded.length === 1) return worded[0]!;
  const ids = gates.map(({ gate }) => gate.id);
  const slip = nearest(wanted, [...actions, ...ids, ...gates.flatMap(({ gate }) => wordsOf(gate))]);
  const close = actions.includes(slip ?? "")
    ? slip
    : gates.find(({ gate }) => gate.id === slip || (slip !== undefined && wordsOf(gate).includes(slip)))?.gate.id;
  throw new UsageFault(
    `no gate is called "${text.slice(0, 60)}"`,
    close === undefined ? `known: ${ids.join(", ")}` : `did you mean ${close}?`,
  );
}

function wordsOf(gate: Gate): readonly string[] {
  return gate.id.split("-").filter((word) => word.length > 2);
}

/** Ids of what can be waived of a gate. */
export function waivableItems(gate: Gate): readonly string[] {
  return conditionsOf<GateArtifact>(gate)
    .filter((item) => item.waivable)
    .map((item) => gateItemId(gate, item));
}

/**
 * The same, and for every document whether it is stale. If a document of one day has several forms, the current one
 * counts.
 */
async function foundAndVerified(
  context: Context,
  poc: OpenPoc,
  { gates, checklists }: Pick<GateLibrary, "gates" | "checklists">,
  asOf: CivilDate,
): Promise<FoundFiles> {
  const names = latest(poc.records.memos, asOf);
  const files = filesFor(poc, gates);
  if (names.size === 0) return { files, documents: [], checklists };
  const { verifyDocuments } = await import("../documents/verify-documents.ts");
  const verified = new Map(
    (await verifyDocuments(context, poc.folder.path)).documents.map((document) => [document.path, document]),
  );
  const documents = [...names].map(([document, forms]): FoundDocument => {
    const found = forms.map((name): FoundDocument => {
      const path = `${MEMO_FOLDER}/${name}`;
      // Only the latest of a kind is verified, and its date may lie in the future.
      const known = [...verified.keys()].some((other) => other.startsWith(`${MEMO_FOLDER}/${document}-2`));
      return { document, state: known ? "there" : "foreign", changed: [], ...verified.get(path), path };
    });
    return found.find(({ state }) => state === "current") ?? found[0]!;
  });
  return { files, documents, checklists };
}
