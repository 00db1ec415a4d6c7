/** Something in a file that keeps it from being imported. All of them are told at once, and nothing is stored. */
export interface ImportProblem {
  /** Line or row in the file, from 1; absent where the file as a whole is meant. */
  readonly line?: number | undefined;
  readonly message: string;
  /** What would fix it: the flag, the field of the recipe, or the command that writes the file again. */
  readonly hint?: string | undefined;
}

/** Thrown by a reader that cannot go on. */
export class ImportFault extends Error {
  override readonly name = "ImportFault";
  readonly problem: ImportProblem;
  constructor(message: string, more: Omit<ImportProblem, "message"> = {}) {
    super(message);
    this.problem = { message, ...more };
  }
}
