import { meantName, nameHint } from "../../../domain/scalars/nearest.ts";
import type { Parsed } from "../../../domain/scalars/parsed.ts";
import { UsageFault, type UsageProblem } from "../../ports/faults.ts";

/** A text that was read as something other than it says by the letter. */
export interface ReadAs {
  readonly typed: string;
  readonly read: string;
}

/** A text that may mean several things; on a terminal the person says which. */
export interface Doubt {
  readonly flag: string;
  readonly typed: string;
  /** Corrected texts, each with one meaning. */
  readonly readings: readonly string[];
}

/** Collects what is wrong with the facts that were typed, so that all of it is said at once and nothing is stored. */
export class FlagProblems {
  readonly #problems: UsageProblem[] = [];
  readonly #readings: ReadAs[];
  readonly #doubts: Doubt[] = [];

  /** @param readings what was not taken by the letter before */
  constructor(readings: readonly ReadAs[] = []) {
    this.#readings = [...readings];
  }

  /** What was not taken by the letter, in the order of the flags: the answer says it back. */
  get readings(): readonly ReadAs[] {
    return this.#readings;
  }

  /** Whether there are problems, and a person could settle all of them. */
  get onlyDoubts(): boolean {
    return this.#doubts.length > 0 && this.#doubts.length >= this.#problems.length;
  }

  get hasAny(): boolean {
    return this.#problems.length > 0;
  }

  /** What of the problems a person could settle. */
  get doubts(): readonly Doubt[] {
    return this.#doubts;
  }

  readAs(typed: string, read: string): void {
    if (!this.#readings.some((one) => one.typed === typed && one.read === read)) this.#readings.push({ typed, read });
  }

  add(flag: string, message: string, hint?: string): undefined {
    const text = `${flag}: ${message}`;
    // The same slip in a flag that counts for several facts is one slip.
    if (!this.#problems.some((problem) => problem.message === text))
      this.#problems.push({ message: text, ...(hint === undefined ? {} : { hint }) });
    return undefined;
  }

  addProblem(problem: UsageProblem): void {
    this.#problems.push(problem);
  }

  /** The value, or undefined after noting the problem. */
  take<T>(flag: string, text: string, result: Parsed<T>): T | undefined {
    if (result.ok) {
      if (result.read !== undefined) this.readAs(text.trim(), result.read);
      return result.value;
    }
    const { expected, found, hint, readings = [] } = result.problem;
    if (readings.length > 1) this.#doubts.push({ flag, typed: text, readings });
    return this.add(
      flag,
      `found "${shortened(text)}"${found === undefined ? "" : ` (${found})`}, expected ${expected}`,
      hint,
    );
  }

  /** `id` where it is known, or the only one that begins so; else a problem that suggests the nearest. */
  known(flag: string, id: string, ids: readonly string[], what: string, where: string): string | undefined {
    const meant = meantName(id, ids);
    if (meant !== undefined) {
      if (meant !== id) this.readAs(id, meant);
      return meant;
    }
    const listed = ids.length === 0 ? `${where} defines none` : `known: ${ids.join(", ")}`;
    return this.add(flag, `no ${what} is called "${shortened(id)}"`, nameHint(id, ids, listed));
  }

  /** Throws everything that was collected; does nothing where nothing was. */
  throwIfAny(): void {
    if (this.#problems.length > 0) throw new UsageFault(this.#problems);
  }
}

/** `id=rest` taken apart; undefined where there is no `=`. */
export function pair(text: string): readonly [id: string, rest: string] | undefined {
  const at = text.indexOf("=");
  return at <= 0 ? undefined : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
