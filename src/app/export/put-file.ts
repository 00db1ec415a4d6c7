import { FileFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";

export const LARGEST_TABLE = 512 * 1024 * 1024;

/** Whether anything was written: a nightly copy to a bucket takes only new files. */
export function putFile({ files }: Pick<Context, "files">, path: string, content: string | Uint8Array): boolean {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const before = readIfThere(files, path, LARGEST_TABLE);
  if (before !== undefined && before.length === bytes.length && before.every((byte, k) => byte === bytes[k]))
    return false;
  files.makeFoldersAbove(path);
  files.writeNamed(path, bytes, true);
  return true;
}

export function readIfThere(files: Context["files"], path: string, limit: number): Uint8Array | undefined {
  try {
    return files.readNamed(path, limit);
  } catch (fault) {
    if (fault instanceof FileFault && fault.kind === "missing") return undefined;
    throw fault;
  }
}
