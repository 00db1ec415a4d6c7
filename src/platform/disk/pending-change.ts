// A change of several files is one act: the note of what it is about to do lies beside the new file until all is done.
// Whichever process finds the note of one that died puts the files back, or sees that the change was complete.

import type { Edit } from "../../app/ports/ports.ts";
import { hostName, isAlive } from "./owner.ts";
import { randomId } from "./randomness.ts";

/** What a process was about to change when it wrote this down. */
export interface PendingChange {
  readonly pid: number;
  readonly host: string;
  /** The new file, relative to the folder. It is written last: where it is there, the change is complete. */
  readonly creates: string;
  readonly edits: readonly Edit[];
}

/** A change takes milliseconds. What is older than this was cut short, on whatever machine. */
const LONGEST_MS = 600_000;
/** Definitions have at most a megabyte each, and are noted before and after. */
export const LARGEST_NOTE = 32 * 1024 * 1024;

export function pendingName(): string {
  return `.pending-${randomId(12)}.json`;
}

/** Whether `base` is the note of a change; readers do not see those. */
export function isPending(base: string): boolean {
  return /^\.pending-[a-z0-9]+\.json$/.test(base);
}

export function pendingText(creates: string, edits: readonly Edit[]): string {
  const change: PendingChange = { pid: process.pid, host: hostName(), creates, edits };
  return `${JSON.stringify(change)}\n`;
}

/** The change that a note tells of; undefined where it is not one of ours. */
export function readPending(text: string): PendingChange | undefined {
  try {
    const { pid, host, creates, edits } = JSON.parse(text) as Partial<PendingChange>;
    const told = typeof pid === "number" && typeof host === "string" && typeof creates === "string";
    return told && Array.isArray(edits) && edits.every(isEdit) ? { pid, host, creates, edits } : undefined;
  } catch {
    return undefined;
  }
}

function isEdit(edit: Partial<Edit> | null): boolean {
  return typeof edit?.name === "string" && typeof edit.before === "string" && typeof edit.after === "string";
}

/** Whether the process that wrote a note can no longer be at it; `ageMs` is the age of the note. */
export function isCutShort({ pid, host }: PendingChange, ageMs: number): boolean {
  return ageMs > LONGEST_MS || (host === hostName() && !isAlive(pid));
}

/** What became of a change that was cut short, in one line. `edited`: files that somebody edited meanwhile. */
export function settledText({ creates, edits }: PendingChange, complete: boolean, edited: readonly string[]): string {
  if (complete) return `a change that was cut short is complete: ${creates} is in the log`;
  const back = edits.map(({ name }) => name).filter((name) => !edited.includes(name));
  const said = back.length === 0 ? "" : `; ${back.join(", ")} ${back.length === 1 ? "is" : "are"} as before`;
  const left = edited.length === 0 ? "" : `; ${edited.join(", ")} was edited since and is left as it is`;
  return `a change was cut short before it was recorded, and none of it counts${said}${left}`;
}
