import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { EXIT, EXIT_CRITERIA, type Checklist } from "../../domain/records/checklist-items.ts";
import { CHECKLISTS, type ListReader } from "./list-reader.ts";
import type { Origin, TemplateLibrary } from "./template-library.ts";

/** A list and the file it comes from. */
export interface FoundChecklist {
  readonly name: string;
  readonly origin: Origin;
  /** As people know its file; the exit criteria have none. */
  readonly file: string | undefined;
  /** Undefined where its file is at fault. */
  readonly checklist: Checklist | undefined;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Every list: the exit criteria, then the files by name. */
export interface ChecklistLibrary {
  readonly names: readonly string[];
  /** Undefined where there is no list by that name. */
  find(name: string): FoundChecklist | undefined;
  /** The lists that are files; among them one that would replace the exit criteria, which is at fault for that. */
  files(): readonly FoundChecklist[];
}

const FILE = /^checklists\/([a-z0-9-]+)\.yaml$/;

const FIXED: FoundChecklist = {
  name: EXIT,
  origin: "shipped",
  file: undefined,
  checklist: EXIT_CRITERIA,
  diagnostics: [],
};

/** The PoC's own lists, those of the organisation, and those that ship; of one name the first. */
export function checklistLibrary(library: TemplateLibrary, reader: ListReader): ChecklistLibrary {
  const inFiles = library.list(CHECKLISTS).flatMap((key) => FILE.exec(key)?.[1] ?? []);
  const read = (name: string): FoundChecklist | undefined => {
    const key = `${CHECKLISTS}/${name}.yaml`;
    const found = FILE.test(key) ? library.find(key) : undefined;
    return found && { name, origin: found.origin, file: found.name, ...reader.checklist(name, found) };
  };
  return {
    names: [EXIT, ...inFiles.filter((name) => name !== EXIT)],
    find: (name) => (name === EXIT ? fixed(read(EXIT)) : read(name)),
    files: () => inFiles.flatMap((name) => read(name) ?? []),
  };
}

/** The exit criteria; and, where a file would replace them, what is wrong with that and whose file it is. */
function fixed(file: FoundChecklist | undefined): FoundChecklist {
  return file === undefined ? FIXED : { ...FIXED, origin: file.origin, diagnostics: file.diagnostics };
}

/**
 * Whether the commands of a list may be run: those of the PoC or its organisation may, because there are people to ask
 * about them.
 */
export function mayRun({ origin }: FoundChecklist): boolean {
  return origin !== "shipped";
}
