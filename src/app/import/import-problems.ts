import type { ImportProblem } from "../../imports/import-problem.ts";
import { nameHint } from "../../domain/scalars/nearest.ts";
import { UsageFault, type UsageProblem } from "../ports/faults.ts";

const MOST_OF_A_FILE = 20;

/** Collects the problems of all files and flags, so that one message can report all of them. */
export class ImportProblems {
  readonly #problems: UsageProblem[] = [];

  get any(): boolean {
    return this.#problems.length > 0;
  }

  add(message: string, hint?: string): undefined {
    if (!this.#problems.some((problem) => problem.message === message))
      this.#problems.push({ message, ...(hint === undefined ? {} : { hint }) });
    return undefined;
  }

  /** Adds the problems that a reader found in a file. */
  ofFile(path: string, found: readonly ImportProblem[]): void {
    for (const { line, message, hint } of found.slice(0, MOST_OF_A_FILE))
      this.add(line === undefined ? `${path}: ${message}` : `${path}:${line}: ${message}`, hint);
    const more = found.length - MOST_OF_A_FILE;
    if (more > 0) this.add(`${path}: ${more} more like that`);
  }

  /** `name` if it is one of `names`; otherwise a problem with the nearest one. */
  known(flag: string, name: string, names: readonly string[], what: string): string | undefined {
    if (names.includes(name)) return name;
    const listed = names.length === 0 ? "there are none" : `known: ${names.slice(0, 12).join(", ")}`;
    return this.add(`${flag}: no ${what} is called "${name.slice(0, 60)}"`, nameHint(name, names, listed));
  }

  throwIfAny(): void {
    if (this.any) throw new UsageFault(this.#problems);
  }
}
