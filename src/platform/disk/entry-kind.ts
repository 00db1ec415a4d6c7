import { lstatSync, type Stats } from "node:fs";
import { FileFault } from "../../app/ports/faults.ts";
import type { FolderItem } from "../../app/ports/ports.ts";
import { linkFault, notAFile } from "./regular-file.ts";
import { errnoOf, systemFault, type Doing } from "./system-fault.ts";

/** What is at a path, without following a link; undefined where nothing is. */
export function lookAt(path: string, shown: string, doing: Doing): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (errnoOf(error) === "ENOTDIR") return undefined;
    throw systemFault(error, shown === "" ? path : shown, doing);
  }
}

export function kindOf(entry: {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}): FolderItem["kind"] {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

export function refuseAllButFolders(
  stats: Stats,
  shown: string,
  doing: "read" | "list" | "write" | "replace" | "make",
): void {
  if (stats.isSymbolicLink()) throw linkFault(shown, doing);
  if (!stats.isDirectory()) throw new FileFault("not-a-file", shown, `cannot ${doing} ${shown}: it is not a folder`);
}

export function refuseAllButFiles(stats: Stats, shown: string, doing: "replace"): void {
  if (stats.isSymbolicLink()) throw linkFault(shown, doing);
  if (!stats.isFile()) throw notAFile(stats, shown);
}
