// Gates and checklists that ship are read when the tool is built, because reading them by way of YAML takes longer than
// all else that `poc gate` does. What the build has read is used for a file of exactly the same text and for no other;
// without it, this is `readChecklist` and `readGates`.

import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { ChecklistReading } from "../../document/reading/read-checklist.ts";
import type { GateFile } from "../../document/reading/read-gates.ts";
import type { Checklist } from "../../domain/records/checklist-items.ts";
import type { Gate } from "../../domain/records/gate.ts";
import { located } from "../poc/judge.ts";
import { FileFault } from "../ports/faults.ts";
import type { Assets } from "../ports/ports.ts";
import type { LibraryFile, TemplateLibrary } from "./template-library.ts";

/** What the build has read, by the keys of the library. */
export interface PreparedLists {
  readonly gates: Readonly<Record<string, { readonly text: string; readonly value: Gate }>>;
  readonly checklists: Readonly<Record<string, { readonly text: string; readonly value: Checklist }>>;
}

export interface ListReader {
  checklist(name: string, file: LibraryFile): ChecklistReading;
  /** `lists`: the names of all checklists. */
  gates(files: readonly LibraryFile[], lists: readonly string[]): GatesFound;
}

export interface GatesFound {
  readonly gates: readonly Gate[];
  readonly faults: readonly LocatedDiagnostic[];
}

export const GATES = "gates";
export const CHECKLISTS = "checklists";

/** The reader for these files. What reads YAML is loaded only if one of them needs it. */
export async function listReader(assets: Assets, library: TemplateLibrary): Promise<ListReader> {
  const prepared = preparedLists(assets);
  return isAllPrepared(prepared, library) ? readerOfPrepared(prepared) : fullReader(prepared);
}

function preparedLists(assets: Assets): PreparedLists {
  const text = assets.prepared("lists");
  return text === undefined ? { gates: {}, checklists: {} } : (JSON.parse(text) as PreparedLists);
}

function isAllPrepared(prepared: PreparedLists, library: TemplateLibrary): boolean {
  try {
    return ([GATES, CHECKLISTS] as const).every((folder) =>
      library.list(folder).every((key) => {
        const known = prepared[folder][key];
        return known !== undefined && known.text === library.find(key)?.text;
      }),
    );
  } catch (fault) {
    // The command itself reports the fault if it needs the file.
    if (fault instanceof FileFault) return false;
    throw fault;
  }
}

function readerOfPrepared({ gates, checklists }: PreparedLists): ListReader {
  return {
    checklist: (_name, { key }) => ({ checklist: checklists[key]!.value, diagnostics: [] }),
    gates: (files) => ({
      gates: files.map(({ key }) => gates[key]!.value).sort((a, b) => a.number - b.number),
      faults: [],
    }),
  };
}

async function fullReader(prepared: PreparedLists): Promise<ListReader> {
  const [{ readChecklist }, { readGates }] = await Promise.all([
    import("../../document/reading/read-checklist.ts"),
    import("../../document/reading/read-gates.ts"),
  ]);
  return {
    checklist(name, { key, name: file, text }) {
      const known = prepared.checklists[key];
      return known?.text === text ? { checklist: known.value, diagnostics: [] } : readChecklist(name, file, text);
    },
    gates(files, lists) {
      const known = (file: GateFile) => {
        const found = prepared.gates[`${GATES}/${file.base}`];
        return found?.text === file.text ? found.value : undefined;
      };
      const named = files.map(({ key, name, text }) => ({ base: key.slice(GATES.length + 1), name, text }));
      const { gates, diagnostics, sources } = readGates(named, lists, known);
      return { gates, faults: located({ sources }, diagnostics) };
    },
  };
}
