import { LARGEST_FILE, type SourceFile } from "../../document/yaml/source-file.ts";
import { REPOSITORY_FILE } from "../../domain/records/organisation/organisation.ts";
import { FileFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";

/** The files of the organisation in the folders above the nearest one, the nearest first: their rules hold as well. */
export function organisationsAbove(context: Context, poc: Pick<Folder, "path">): readonly SourceFile[] {
  const found: SourceFile[] = [];
  let above = context.files.findUp(poc.path, REPOSITORY_FILE);
  while (above !== undefined) {
    const parent = context.files.resolve(`${above}/..`);
    above = parent === above ? undefined : context.files.findUp(parent, REPOSITORY_FILE);
    if (above !== undefined) found.push(repositorySource(context, poc, above));
  }
  return found;
}

/** The file in the folder `above`, by its name as it is seen from the PoC. */
export function repositorySource(context: Context, poc: Pick<Folder, "path">, above: string): SourceFile {
  const steps = poc.path
    .slice(above.length)
    .split(/[\\/]/)
    .filter((step) => step !== "").length;
  return readSource(context.files.folder(above), REPOSITORY_FILE, `${"../".repeat(steps)}${REPOSITORY_FILE}`);
}

export function readSource(folder: Folder, name: string, shown: string): SourceFile {
  try {
    return { name: shown, bytes: folder.read(name, LARGEST_FILE) };
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    return { name: shown, fault: { code: "file-unreadable", message: fault.message } };
  }
}
