import { LARGEST_FILE, type SourceFile } from "../../document/yaml/source-file.ts";
import { REPOSITORY_FILE } from "../../domain/records/organisation/organisation.ts";
import { DiagnosedFault, FileFault, RecordsFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";
import { namesLibrary } from "./own-library.ts";

/**
 * The file of the organisation that holds for a PoC, as it lies on the disk; undefined where there is none. Recording
 * is never refused because of the organisation's folder: what is wrong with that, `poc check` and `poc doctor` say.
 */
export async function organisationSource(context: Context, poc: Pick<Folder, "path">): Promise<SourceFile | undefined> {
  const above = context.files.findUp(poc.path, REPOSITORY_FILE);
  if (above !== undefined) {
    const steps = poc.path
      .slice(above.length)
      .split(/[\\/]/)
      .filter((step) => step !== "").length;
    return readSource(context.files.folder(above), REPOSITORY_FILE, `${"../".repeat(steps)}${REPOSITORY_FILE}`);
  }
  if (!namesLibrary(context)) return undefined;
  const { organisationFile } = await import("./organisation-folder.ts");
  try {
    const found = organisationFile(context, poc.path);
    return found && readSource(found.folder, found.name, found.shown);
  } catch (fault) {
    if (fault instanceof RecordsFault || fault instanceof DiagnosedFault || fault instanceof FileFault)
      return undefined;
    throw fault;
  }
}

function readSource(folder: Folder, name: string, shown: string): SourceFile {
  try {
    return { name: shown, bytes: folder.read(name, LARGEST_FILE) };
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    return { name: shown, fault: { code: "file-unreadable", message: fault.message } };
  }
}
