import type { Context } from "../app/ports/ports.ts";
import { UsageFault, type UsageProblem } from "../app/ports/faults.ts";
import { text, type Arguments, type Flags, type Reading, type ValuesOf } from "./flag.ts";

/** The section of `poc --help` that lists the command. */
export type CommandGroup =
  | "Kick off"
  | "Every day"
  | "Decide"
  | "Look things up"
  | "All your PoCs"
  | "With other tools";

/** An example in the help, read again by a test. */
export interface Example {
  readonly line: string;
  readonly what: string;
}

/** How a command is called: everything about it but the code that runs it. */
export interface Command {
  readonly name: string;
  readonly group: CommandGroup;
  readonly summary: string;
  readonly description?: string;
  readonly args: Arguments;
  readonly flags: Flags;
  readonly examples: readonly Example[];
}

/** Flags of every command. */
export const GLOBAL_FLAGS = {
  directory: text("<dir>", "work on the PoC in this folder instead of the one around the current directory", {
    short: "C",
    twice: "name one folder; for two PoCs, call poc twice",
  }),
} satisfies Flags;

/** What was typed, by the declarations of a command: a name that it does not declare does not compile. */
export interface InputOf<C extends Command> extends ValuesOf<typeof GLOBAL_FLAGS> {
  readonly args: ValuesOf<C["args"]>;
  readonly flags: ValuesOf<C["flags"]>;
}

/** Turns what was typed into a request, calls one use case and prints its result; the exit code. */
export type Run<C extends Command> = (context: Context, input: InputOf<C>) => Promise<number> | number;

/** The typed values by name, in the order in which they were typed. */
export interface Typed {
  readonly args: ReadonlyMap<string, readonly string[]>;
  readonly flags: ReadonlyMap<string, readonly string[]>;
}

/** A command and its code, which is loaded only when the command is called. */
export interface RunnableCommand extends Command {
  /** @throws UsageFault with everything that is wrong with the flags, before anything is loaded or read */
  readonly run: (context: Context, typed: Typed) => Promise<number>;
}

export function runnable<C extends Command>(command: C, load: () => Promise<Run<C>>): RunnableCommand {
  return {
    ...command,
    run: async (context, typed) => {
      const input = inputOf(command, typed);
      return (await load())(context, input);
    },
  };
}

function inputOf<C extends Command>(command: C, typed: Typed): InputOf<C> {
  const problems: UsageProblem[] = [];
  const values = <F extends Flags | Arguments>(
    declared: F,
    given: Typed["flags"],
    nameOf: (key: string) => string,
  ): ValuesOf<F> => {
    const read = Object.entries(declared).map(([key, one]) => {
      const reading: Reading<unknown> = one.read(given.get(key) ?? [], nameOf(key));
      if ("value" in reading) return [key, reading.value] as const;
      problems.push(reading.problem);
      return [key, undefined] as const;
    });
    // The one place where a value meets the type of its declaration: each was read by its own `read`.
    return Object.fromEntries(read) as ValuesOf<F>;
  };
  const input = {
    ...values(GLOBAL_FLAGS, typed.flags, flagName),
    args: values<C["args"]>(command.args, typed.args, () => `poc ${command.name}`),
    flags: values<C["flags"]>(command.flags, typed.flags, flagName),
  };
  if (problems.length > 0) throw new UsageFault(problems);
  return input;
}

/** `asOf` is `--as-of`. */
export function flagName(key: string): string {
  return `--${key.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
}

/** `log [text...]`, `undo <id>`: a command with its arguments. */
export function usageOf({ name, args }: Command): string {
  const shown = Object.entries(args).map(([key, { kind }]) =>
    kind === "required" ? `<${key}>` : kind === "optional" ? `[${key}]` : `[${key}...]`,
  );
  return [name, ...shown].join(" ");
}
