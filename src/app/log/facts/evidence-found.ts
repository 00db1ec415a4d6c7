import { FileFault } from "../../ports/faults.ts";
import type { Context, Folder } from "../../ports/ports.ts";

/**
 * Whether a path that was named as evidence is there: from the folder of the PoC or one above it, such as that of the
 * repository, or from where the person is. Nobody else can follow a path of this machine alone. What stands behind `#`
 * or a line number is a place within the file.
 */
export function evidenceFound(
  { files, cwd }: Pick<Context, "files" | "cwd">,
  folder: Folder,
): (path: string) => boolean {
  return (text) => {
    const path = text.replace(/(#.*|:\d+)$/, "");
    if (path === "" || (/^([/\\]|[A-Za-z]:)/.test(path) && !path.startsWith(`${folder.path}/`))) return false;
    return (
      [folder, files.folder(cwd)].some((base) => isThere(base, path)) ||
      [folder.path, cwd].some((start) => !["/", undefined].includes(files.findUp(start, path)))
    );
  };
}

function isThere(folder: Folder, name: string): boolean {
  try {
    return folder.kind(name.replace(/^\.\//, "").replace(/\/+$/, "")) !== undefined;
  } catch (fault) {
    if (fault instanceof FileFault) return false;
    throw fault;
  }
}
