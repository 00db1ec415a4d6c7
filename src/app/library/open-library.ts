import type { Context, Folder } from "../ports/ports.ts";
import { checklistLibrary, type ChecklistLibrary } from "./checklist-library.ts";
import { gateLibrary, type GateLibrary } from "./gate-library.ts";
import { listReader } from "./list-reader.ts";
import { templateLibrary, type LibraryFile, type TemplateLibrary } from "./template-library.ts";

/** The gates and checklists that a PoC is judged by. */
export interface ListLibrary {
  readonly checklists: ChecklistLibrary;
  /** @throws FileFault where a file is there and cannot be read */
  gates(): GateLibrary;
}

/** @throws RecordsFault, DiagnosedFault, FileFault where the folders of the library cannot be looked into */
export async function openLibrary(context: Context, poc: Folder | undefined): Promise<ListLibrary> {
  const files = readOnce(await templateLibrary(context, poc));
  const reader = await listReader(context.assets, files);
  const checklists = checklistLibrary(files, reader);
  return { checklists, gates: () => gateLibrary(files, reader, checklists) };
}

/** Each file is read once: it is compared with what the build has read, and a checklist is used several times. */
function readOnce(library: TemplateLibrary): TemplateLibrary {
  const found = new Map<string, LibraryFile | undefined>();
  return {
    ...library,
    find(key) {
      if (!found.has(key)) found.set(key, library.find(key));
      return found.get(key);
    },
  };
}
