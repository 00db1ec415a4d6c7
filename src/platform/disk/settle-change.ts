import { lstatSync } from "node:fs";
import { FileFault } from "../../app/ports/faults.ts";
import type { Edit, Folder } from "../../app/ports/ports.ts";
import { isText } from "./byte-order-mark.ts";
import { removeQuietly } from "./durable-write.ts";
import { lookAt } from "./entry-kind.ts";
import { isCutShort, LARGEST_NOTE, readPending, settledText } from "./pending-change.ts";
import { readRegularFile } from "./regular-file.ts";
import { absoluteIn } from "./safe-parts.ts";
import { errnoOf } from "./system-fault.ts";

type ChangedFolder = Pick<Folder, "path" | "kind" | "replace">;

/** Finishes a change that a process left in the middle, by the note that it left: all of it, or nothing. */
export function settleChange(folder: ChangedFolder, note: string, notice: (text: string) => void): void {
  const path = absoluteIn(folder.path, note);
  try {
    const age = Date.now() - lstatSync(path).mtimeMs;
    const change = readPending(new TextDecoder().decode(readRegularFile(path, note, LARGEST_NOTE, "refuse-links")));
    if (change === undefined || !isCutShort(change, age)) return;
    const complete = folder.kind(change.creates) !== undefined;
    const edited = complete ? [] : putBack(folder, change.edits);
    removeQuietly(path);
    notice(settledText(change, complete, edited));
  } catch (fault) {
    if (!(fault instanceof FileFault) && errnoOf(fault) === undefined) throw fault;
    // Another process was quicker; or nothing can be written here, and then there is something to say.
    if (errnoOf(fault) !== "ENOENT" && lstatSync(path, { throwIfNoEntry: false }) !== undefined)
      notice(
        `a change was cut short and could not be put back: ${fault instanceof Error ? fault.message : String(fault)}`,
      );
  }
}

/** Whether nothing of the edits is left; where it is, the note stays, and the next command finishes. */
export function isPutBack(folder: ChangedFolder, edits: readonly Edit[]): boolean {
  try {
    putBack(folder, edits);
    return true;
  } catch (fault) {
    if (fault instanceof FileFault) return false;
    throw fault;
  }
}

/** Replaces what was changed by what was there before; returns the files that hold something else by now. */
function putBack(folder: ChangedFolder, edits: readonly Edit[]): readonly string[] {
  return edits.flatMap(({ name, before, after }) => {
    const now = lookAt(absoluteIn(folder.path, name), name, "read");
    const bytes =
      now === undefined ? undefined : readRegularFile(absoluteIn(folder.path, name), name, now.size, "refuse-links");
    if (bytes === undefined || isText(bytes, before)) return [];
    if (!isText(bytes, after)) return [name];
    folder.replace(name, before, after);
    return [];
  });
}
