import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";

/**
 * What is wrong with the invocation or the machine, as against a problem in the records, which is a diagnostic.
 * Thrown, and caught once, in `main`.
 */

/** One thing wrong with what was typed. */
export interface UsageProblem {
  readonly message: string;
  readonly hint?: string;
}

/** The command line asks for something that cannot be: exit 2. All that is wrong with it, not the first. */
export class UsageFault extends Error {
  override readonly name = "UsageFault";
  readonly problems: readonly UsageProblem[];
  constructor(problems: string | readonly UsageProblem[], hint?: string) {
    const list =
      typeof problems === "string" ? [{ message: problems, ...(hint === undefined ? {} : { hint }) }] : problems;
    super(list.map((problem) => problem.message).join("; "));
    this.problems = list;
  }
}

export type FileFaultKind =
  | "exists" // created exclusively, and it is there already
  | "missing"
  | "denied" // EACCES, EPERM
  | "read-only" // EROFS
  | "full" // ENOSPC, EDQUOT
  | "link" // a symbolic link where a file or folder of ours should be
  | "not-a-file" // a folder, FIFO, socket or device
  | "too-large"
  | "changed" // it changed between reading and replacing it
  | "locked" // another process is editing it
  | "io";

/** A file could not be read or written: exit 3. Nothing that was there has changed, unless `perhapsWritten`. */
export class FileFault extends Error {
  override readonly name = "FileFault";
  readonly kind: FileFaultKind;
  /** As a person would name it: relative to the PoC folder where it lies within. */
  readonly file: string;
  /** The one honest grey case: the data is in place but the disk did not confirm it. */
  readonly perhapsWritten: boolean;
  constructor(
    kind: FileFaultKind,
    file: string,
    message: string,
    options: { cause?: unknown; perhapsWritten?: boolean } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.file = file;
    this.perhapsWritten = options.perhapsWritten ?? false;
  }
}

/** Whether another name, or other rights, would help: the user cannot fix what the disk itself refuses. */
export function isOfName({ kind }: FileFault): boolean {
  return kind !== "io" && kind !== "full" && kind !== "read-only";
}

/** There is nothing here to work on, or it cannot be judged: exit 3. */
export class RecordsFault extends Error {
  override readonly name = "RecordsFault";
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** There is no PoC in the folder or above it: exit 3. */
export class NoPocFault extends RecordsFault {}

/** A file beside the records, such as the user's configuration, says what cannot be read, at these places: exit 3. */
export class DiagnosedFault extends Error {
  override readonly name = "DiagnosedFault";
  readonly diagnostics: readonly LocatedDiagnostic[];
  constructor(diagnostics: readonly LocatedDiagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("; "));
    this.diagnostics = diagnostics;
  }
}

/** A rule of the field forbids it, and the message says which: exit 1. */
export class RuleFault extends Error {
  override readonly name = "RuleFault";
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** The person pressed Ctrl-C, closed the prompt or said no: exit 130. The message says what was and was not done. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
  // oxlint-disable-next-line no-useless-constructor -- unlike that of Error, this message cannot be left out
  constructor(message: string) {
    super(message);
  }
}
