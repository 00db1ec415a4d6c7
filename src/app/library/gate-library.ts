import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { readGates, type GateFile } from "../../document/reading/read-gates.ts";
import type { Checklist } from "../../domain/records/checklist-items.ts";
import type { Gate } from "../../domain/records/gate.ts";
import { checklistLibrary } from "./checklist-library.ts";
import { located } from "../poc/judge.ts";
import type { Context, Folder } from "../ports/ports.ts";
import { templateLibrary } from "./template-library.ts";

/** The gates as they are asked for here: the PoC's own, the organisation's, and those that ship. */
export interface GateLibrary {
  /** As far as they could be read, in order. */
  readonly gates: readonly Gate[];
  /** What is wrong with their files. While there is any, no gate is judged. */
  readonly faults: readonly LocatedDiagnostic[];
  /** The checklists that they ask for. */
  readonly checklists: readonly Checklist[];
}

const FOLDER = "gates";

/** @throws FileFault where a file is there and cannot be read */
export function gateLibrary(context: Context, poc: Folder | undefined): GateLibrary {
  const library = templateLibrary(context, poc);
  const files = library
    .list(FOLDER)
    .filter((key) => /^[^.].*\.ya?ml$/.test(key.slice(FOLDER.length + 1)))
    .flatMap((key): readonly GateFile[] => {
      const found = library.find(key);
      return found === undefined ? [] : [{ base: key.slice(FOLDER.length + 1), name: found.name, text: found.text }];
    });
  const lists = checklistLibrary(context, poc);
  const { gates, diagnostics, sources } = readGates(files, lists.names);
  const asked = new Set(
    gates.flatMap(({ entry, exit, artifacts }) =>
      [...entry, ...exit, ...artifacts].flatMap(({ checklist }) => checklist ?? []),
    ),
  );
  const found = [...asked].flatMap((name) => lists.find(name) ?? []);
  return {
    gates,
    faults: [...located({ sources }, diagnostics), ...found.flatMap((list) => list.diagnostics)],
    checklists: found.flatMap(({ checklist }) => checklist ?? []),
  };
}
