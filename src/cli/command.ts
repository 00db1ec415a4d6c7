import type { Context } from "../app/ports/ports.ts";

/** Where a command stands in `poc --help`. */
export type CommandGroup = "Kick off" | "Every day" | "Decide" | "Look things up";

/** A flag as commander reads it: `-s, --spend <amount>`. */
export interface FlagSpec {
  readonly flags: string;
  readonly description: string;
  /** May be given several times; its values are a list. */
  readonly repeatable?: true;
  readonly choices?: readonly string[];
  readonly byDefault?: string;
}

export interface ArgumentSpec {
  /** `[text...]`, `<id>` */
  readonly name: string;
  readonly description: string;
}

/** An example in the help, re-run by a test. */
export interface Example {
  readonly line: string;
  readonly what: string;
}

/** What was typed, as commander read it. */
export interface Input {
  readonly args: readonly (string | readonly string[] | undefined)[];
  readonly flags: Readonly<Record<string, unknown>>;
}

/** A command: how it is called, and where its code lies. The code is loaded only when it is called. */
export interface CommandSpec {
  readonly name: string;
  readonly group: CommandGroup;
  readonly summary: string;
  readonly description?: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly flags: readonly FlagSpec[];
  readonly examples: readonly Example[];
  readonly load: () => Promise<Run>;
}

/** Turns what was typed into a request, calls one use case and prints its result; the exit code. */
export type Run = (context: Context, input: Input) => Promise<number> | number;
