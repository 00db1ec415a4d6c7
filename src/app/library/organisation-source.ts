import type { SourceFile } from "../../document/yaml/source-file.ts";
import { REPOSITORY_FILE } from "../../domain/records/organisation/organisation.ts";
import { DiagnosedFault, FileFault, RecordsFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";
import { readSource, repositorySource } from "./repository-files.ts";
import { namesLibrary } from "./own-library.ts";

/**
 * The file of the organisation that holds for a PoC, as it lies on the disk; undefined where there is none. Recording
 * is never refused because of the organisation's folder: what is wrong with that, `poc check` and `poc doctor` say.
 */
export async function organisationSource(context: Context, poc: Pick<Folder, "path">): Promise<SourceFile | undefined> {
  const above = context.files.findUp(poc.path, REPOSITORY_FILE);
  if (above !== undefined) return repositorySource(context, poc, above);
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
