import { FileFault, isOfName } from "../../ports/faults.ts";
import type { Context, Folder, Sha256 } from "../../ports/ports.ts";
import { progressOf } from "../../ports/progress.ts";
import type { FlagProblems } from "./flag-problems.ts";

const FLAG = "--dataset";

/** A file of cases is smaller; what is larger is hashed by a tool of its own. */
export const LARGEST_DATASET = 1024 * 1024 * 1024;

/**
 * Reads the data set of a result: a sha256 as it is, or a file, which is hashed. A path starts at the current
 * directory, or at the folder of the PoC.
 */
export function readDataset(
  context: Context,
  folder: Folder,
  text: string,
  sha256: Sha256,
  problems: FlagProblems,
): string | undefined {
  const typed = text.trim();
  const hash = typed.replace(/^sha256[:-]/i, "").toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  const path = typed.replace(/^@/, "");
  const progress = progressOf(context, `Hashing ${path}`, { slow: true });
  try {
    const content = contentOf(context, folder, path);
    if (content === undefined) {
      const short = /^[0-9a-f]{7,}$/.test(hash)
        ? `a sha256 has 64 hexadecimal digits, but this has ${hash.length}`
        : "name an existing file, or its sha256";
      return problems.add(FLAG, `found "${typed.slice(0, 60)}", and there is no such file`, short);
    }
    const sum = sha256(content);
    problems.readAs(typed, `sha256 ${sum.slice(0, 12)}…`);
    return sum;
  } catch (fault) {
    if (!(fault instanceof FileFault && isOfName(fault))) throw fault;
    return problems.add(FLAG, fault.message, "name a file that can be read, or its sha256");
  } finally {
    progress.end();
  }
}

function contentOf({ files }: Context, folder: Folder, path: string): Uint8Array | undefined {
  for (const place of path === "" ? [] : [path, `${folder.path}/${path}`]) {
    try {
      return files.readNamed(place, LARGEST_DATASET);
    } catch (fault) {
      if (!(fault instanceof FileFault) || fault.kind !== "missing") throw fault;
    }
  }
  return undefined;
}
