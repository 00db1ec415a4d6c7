import { logFileKind } from "../../document/reading/entry-id.ts";
import { LARGEST_FILE } from "../../document/yaml/source-file.ts";
import { LOG_FOLDER } from "../../domain/records/records.ts";
import { FileFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";

/** What happened to a committed entry. Entries are written once, so each of these is an edit of the log. */
export interface LogEdit {
  /** Name of the file, from the folder of the PoC. */
  readonly file: string;
  /** `gone` and `other-text`: not committed yet. The others were done by a commit. */
  readonly how: "gone" | "other-text" | "removed-by-commit" | "edited-by-commit";
}

/** The log as git knows it. */
export interface CommittedLog {
  /** How many entries are in HEAD. */
  readonly committed: number;
  /** How many are in the folder but not in HEAD; an edit of those would leave no trace. */
  readonly uncommitted: number;
  readonly edits: readonly LogEdit[];
  /** Whether the clone has only the newest commits. */
  readonly shallow: boolean;
}

/** Compares the entries of the log with their commits; undefined without a repository. */
export async function committedLog(context: Context, folder: Folder): Promise<CommittedLog | undefined> {
  const known = (await context.repository()).committed(folder.path, LOG_FOLDER);
  if (known === undefined) return undefined;
  const isEntry = (name: string) => logFileKind(name) === "entry";
  const here = folder.list(LOG_FOLDER).filter(({ name, kind }) => kind !== "folder" && isEntry(name));
  const names = new Set(here.map(({ name }) => name));
  const committed = [...known.files].filter(([name]) => isEntry(name));
  const edits = new Map<string, LogEdit["how"]>();
  for (const file of known.edited) if (isEntry(file)) edits.set(file, "edited-by-commit");
  for (const file of known.removed) if (isEntry(file)) edits.set(file, "removed-by-commit");
  for (const [file, bytes] of committed) {
    if (!names.has(file)) edits.set(file, "gone");
    else if (plainText(bytes) !== plainText(bytesOf(folder, file))) edits.set(file, "other-text");
  }
  return {
    committed: committed.length,
    uncommitted: here.filter(({ name }) => !known.files.has(name)).length,
    edits: [...edits].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, how]) => ({ file, how })),
    shallow: known.shallow,
  };
}

function bytesOf(folder: Folder, file: string): Uint8Array {
  try {
    return folder.read(file, LARGEST_FILE);
  } catch (fault) {
    // A file that cannot be read differs from what was committed; `poc check` says why.
    if (fault instanceof FileFault) return new Uint8Array();
    throw fault;
  }
}

/** git may be configured to check files out with Windows line endings. */
function plainText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
}
