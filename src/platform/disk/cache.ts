import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Cache } from "../../app/ports/ports.ts";
import { cacheFolder, MOST_KEPT_BYTES } from "./kept-place.ts";
import { errnoOf } from "./system-fault.ts";

/** What is kept in the user's cache folder: definitions, summaries, answers, logs, and compiled code. */
export function userCache(env: Readonly<Record<string, string | undefined>>): Cache {
  const folder = cacheFolder(env);
  const size = () => (folder === undefined ? { files: 0, bytes: 0 } : sizeOf(folder));
  return {
    folder,
    size,
    mostBytes: MOST_KEPT_BYTES,
    clear() {
      const before = size();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      return before;
    },
  };
}

/** Links are not followed; what another process removes meanwhile is not there. */
function sizeOf(folder: string): { readonly files: number; readonly bytes: number } {
  let [files, bytes] = [0, 0];
  for (const entry of entriesOf(folder)) {
    if (!entry.isFile()) continue;
    const stats = lstatSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false });
    if (stats === undefined) continue;
    files += 1;
    bytes += stats.size;
  }
  return { files, bytes };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (errnoOf(error) !== undefined) return [];
    throw error;
  }
}
