import { FileFault, type FileFaultKind } from "../../app/ports/faults.ts";

/** What was being done, in the words of the message: "cannot write log/x.yaml: …". */
export type Doing = "read" | "list" | "write" | "replace" | "make" | "edit";

const REASONS: Readonly<Record<string, readonly [FileFaultKind, string]>> = {
  ENOENT: ["missing", "there is no such file or folder"],
  EEXIST: ["exists", "it is there already"],
  EACCES: ["denied", "permission denied"],
  EPERM: ["denied", "the system does not permit it"],
  EROFS: ["read-only", "the file system is read-only"],
  ENOSPC: ["full", "the disk is full"],
  EDQUOT: ["full", "the disk quota is used up"],
  ELOOP: ["link", "it is a symbolic link, and links are not followed here"],
  ENOTDIR: ["not-a-file", "a file lies where a folder should be"],
  EISDIR: ["not-a-file", "it is a folder, not a file"],
  ENXIO: ["not-a-file", "it is a socket or pipe, not a file"],
  EFBIG: ["too-large", "it is too large for the file system"],
  ENAMETOOLONG: ["io", "its name is too long"],
  EMFILE: ["io", "this process has too many files open"],
  ENFILE: ["io", "the system has too many files open"],
  EIO: ["io", "the disk reported an error"],
  EBUSY: ["io", "another program is using it"],
  ESTALE: ["io", "the network file system lost it"],
};

/** Errors of Linux that Node knows no name for: it says "Unknown system error -122". */
const NAMELESS: Readonly<Record<string, string>> = { "-122": "EDQUOT" };

/** The code of an error of the system (ENOENT, …), or undefined where `error` is none. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, errno } = error as NodeJS.ErrnoException;
  if (code === undefined || errno === undefined)
    return code !== undefined && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
  return /^E[A-Z0-9]+$/.test(code) ? code : (NAMELESS[String(errno)] ?? "EIO");
}

/**
 * An error of the system in words that a person understands, about `shown`. What is not an error of the system is a bug
 * of ours or already a fault, and is thrown as it is.
 */
export function systemFault(error: unknown, shown: string, doing: Doing): FileFault {
  const code = errnoOf(error);
  if (code === undefined) throw error;
  const [kind, reason] = REASONS[code] ?? ["io", "the system refused"];
  return new FileFault(kind, shown, `cannot ${doing} ${shown}: ${reason} (${code})`, { cause: error });
}
