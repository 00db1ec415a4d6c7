import type { Context } from "../../ports/ports.ts";
import type { UnitDoubt } from "./read-unit.ts";

/** What a person said that the numbers of a flag are in; undefined where nobody has said it yet. */
export type UnitAsker = (text: string, doubt: UnitDoubt) => string | undefined;

/**
 * Asks, on a terminal, what numbers are in that look wrong in the unit they would be taken in. Facts are read without
 * waiting for anybody, so that doubts are collected first and the facts are read again with the answers.
 */
export class UnitQuestions {
  /** Absent where there is nobody to ask. */
  readonly asker: UnitAsker | undefined;
  readonly #context: Context;
  readonly #doubts = new Map<string, UnitDoubt>();
  readonly #answers = new Map<string, string>();

  constructor(context: Context) {
    this.#context = context;
    const { inIsTerminal, outIsTerminal } = context.terminal;
    if (inIsTerminal && outIsTerminal)
      this.asker = (text, doubt) => {
        const answer = this.#answers.get(text);
        if (answer === undefined) this.#doubts.set(text, doubt);
        return answer;
      };
  }

  /** Whether there was anything to ask; then every doubt has its answer. */
  async ask(): Promise<boolean> {
    if (this.#doubts.size === 0) return false;
    const prompter = await this.#context.prompter();
    for (const [text, { column, why, choices, unit }] of this.#doubts) {
      const message = `What is ${column} in? Read in ${unit}, ${why}.`;
      const options = choices.map((choice) => ({ value: choice, label: choice }));
      this.#answers.set(text, await prompter.choose(message, options, unit));
    }
    this.#doubts.clear();
    return true;
  }
}
