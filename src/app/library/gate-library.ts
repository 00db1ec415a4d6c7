import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Checklist } from "../../domain/records/checklist-items.ts";
import type { Gate } from "../../domain/records/gate.ts";
import type { ChecklistLibrary } from "./checklist-library.ts";
import { GATES, type ListReader } from "./list-reader.ts";
import type { TemplateLibrary } from "./template-library.ts";

/** The gates as they are asked for here: the PoC's own, the organisation's, and those that ship. */
export interface GateLibrary {
  /** As far as they could be read, in order. */
  readonly gates: readonly Gate[];
  /** The problems in their files. While there are any, no gate is judged. */
  readonly faults: readonly LocatedDiagnostic[];
  /** The checklists that they ask for. */
  readonly checklists: readonly Checklist[];
}

/** @throws FileFault where a file is there and cannot be read */
export function gateLibrary(library: TemplateLibrary, reader: ListReader, lists: ChecklistLibrary): GateLibrary {
  const files = library
    .list(GATES)
    .filter((key) => /^[^.].*\.ya?ml$/.test(key.slice(GATES.length + 1)))
    .flatMap((key) => library.find(key) ?? []);
  const { gates, faults } = reader.gates(files, lists.names);
  const asked = new Set(
    gates.flatMap(({ entry, exit, artifacts }) =>
      [...entry, ...exit, ...artifacts].flatMap(({ checklist }) => checklist ?? []),
    ),
  );
  const found = [...asked].flatMap((name) => lists.find(name) ?? []);
  return {
    gates,
    faults: [...faults, ...found.flatMap((list) => list.diagnostics)],
    checklists: found.flatMap(({ checklist }) => checklist ?? []),
  };
}
