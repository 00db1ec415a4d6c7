import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Watcher } from "../../app/ports/ports.ts";

/** Soon enough for a person who saves a file, and nothing to a machine. */
const EVERY_MS = 400;

/**
 * Looks at names, sizes and times of the files: that sees what editors do that replace a file, on every file system,
 * which events of the system do not.
 */
export function folderWatcher(): Watcher {
  const seen = new Map<string, string>();
  return {
    change: (folder, subfolders) =>
      new Promise((resolve) => {
        const state = () => ["", ...subfolders].map((name) => stateOf(join(folder, name))).join("\n");
        // What changed while the last answer was made counts.
        const before = seen.get(folder) ?? state();
        const look = () => {
          const now = state();
          seen.set(folder, now);
          if (now === before) setTimeout(look, EVERY_MS);
          else resolve("changed");
        };
        look();
      }),
  };
}

function stateOf(folder: string): string {
  try {
    return readdirSync(folder)
      .map((name) => {
        const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
        return stats === undefined || stats.isDirectory()
          ? name
          : `${name} ${stats.size} ${stats.mtimeMs} ${stats.ino}`;
      })
      .join("\n");
  } catch {
    // A folder that is gone or not there yet is a state too.
    return "";
  }
}
