import { nearest } from "../../domain/scalars/nearest.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";

/**
 * Refuses a folder that was named with -C and is none. The PoC is found upwards from it, so that a slip in the name
 * would find the PoC around the current folder, and write into its log.
 *
 * @throws UsageFault
 */
export function requireDirectory(context: Context, typed: string): void {
  const path = context.files.resolve(typed);
  const kind = context.files.folder(path).kind("");
  if (kind === "folder") return;
  if (kind !== undefined)
    throw new UsageFault(`-C: ${typed} is not a folder`, "name the folder of the PoC, or one within it");
  const close = nearestFolder(context, typed, path);
  throw new UsageFault(
    `-C: there is no folder ${typed}`,
    close === undefined ? "name the folder of a PoC; poc list shows those below this folder" : `did you mean ${close}?`,
  );
}

/** The folder beside it that its name is most likely a slip of, as it could be typed. */
function nearestFolder({ files }: Context, typed: string, path: string): string | undefined {
  const at = lastSlash(path);
  const above = path.slice(0, at + 1);
  const folders = files
    .folder(files.resolve(above))
    .list("")
    .flatMap(({ name, kind }) => (kind === "folder" && !name.startsWith(".") ? [name] : []));
  const close = nearest(path.slice(at + 1), folders);
  return close && typed.slice(0, lastSlash(typed) + 1) + close;
}

function lastSlash(path: string): number {
  return Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
}
