import type { SourceFile } from "../../document/yaml/source-file.ts";
import { REPOSITORY_FILE } from "../../domain/records/organisation/organisation.ts";
import { DiagnosedFault, FileFault, RecordsFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";
import { organisationsAbove, readSource, repositorySource } from "./repository-files.ts";
import { namesLibrary } from "./own-library.ts";

/**
 * The files of the organisation for a PoC, as they lie on the disk. The first is the nearest, whose currency, rates and
 * defaults count. The rules of all of them apply: poc-org.yaml in the folders above, and organisation.yaml of the
 * folder that the environment or the user's configuration names.
 */
export async function organisationSources(context: Context, poc: Pick<Folder, "path">): Promise<readonly SourceFile[]> {
  const above = context.files.findUp(poc.path, REPOSITORY_FILE);
  const named = namesLibrary(context) ? await librarySource(context) : [];
  if (above === undefined) return named;
  return [repositorySource(context, poc, above), ...organisationsAbove(context, poc), ...named];
}

/** Recording is never refused because that folder is at fault: `poc check` and `poc doctor` say so. */
async function librarySource(context: Context): Promise<readonly SourceFile[]> {
  const { libraryOrganisation } = await import("./organisation-folder.ts");
  try {
    const found = libraryOrganisation(context);
    return found === undefined ? [] : [readSource(found.folder, found.name, found.shown)];
  } catch (fault) {
    if (fault instanceof RecordsFault || fault instanceof DiagnosedFault || fault instanceof FileFault) return [];
    throw fault;
  }
}
