import { lstatSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { FileFault } from "../../app/ports/faults.ts";
import { openFolder, syncFolder } from "./durable-write.ts";
import { lookAt, refuseAllButFolders } from "./entry-kind.ts";
import { closeQuietly } from "./regular-file.ts";
import { absoluteIn } from "./safe-parts.ts";
import { errnoOf, systemFault } from "./system-fault.ts";

/** Makes the PoC folder and the folders `parts` in it, each name on the disk before the next is made. */
export function makeFolders(root: string, parts: readonly string[]): void {
  const missing: string[] = [];
  let path = root;
  let stats = lookAt(path, path, "make");
  for (; stats === undefined && path !== dirname(path); stats = lookAt(path, path, "make")) {
    missing.unshift(path);
    path = dirname(path);
  }
  if (stats !== undefined) refuseAllButFolders(stats, path, "make");
  for (const folder of missing) makeOne(folder, folder);
  for (let depth = 1; depth <= parts.length; depth++) {
    const name = parts.slice(0, depth).join("/");
    makeOne(absoluteIn(root, name), name);
  }
}

function makeOne(path: string, shown: string): void {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats !== undefined) return refuseAllButFolders(stats, shown, "make");
    const parent = openFolder(dirname(path));
    try {
      makeUnlessThere(path);
      syncFolder(parent);
    } finally {
      if (parent !== undefined) closeQuietly(parent);
    }
    refuseAllButFolders(lstatSync(path), shown, "make");
  } catch (error) {
    throw error instanceof FileFault ? error : systemFault(error, shown, "make");
  }
}

/** Another process may make it in the same moment. */
function makeUnlessThere(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
}
