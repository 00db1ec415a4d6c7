import { Command as Program, CommanderError, Option } from "commander";
import { EXIT } from "../app/ports/exit.ts";
import type { Context } from "../app/ports/ports.ts";
import { visibleText } from "../domain/scalars/visible-text.ts";
import { flagName, GLOBAL_FLAGS, usageOf, type RunnableCommand, type Typed } from "./command.ts";
import type { Flag, Flags } from "./flag.ts";
import { below, epilogueText, examplesText, PURPOSE } from "./help-texts.ts";

/** A command that was called, and what was typed after it. */
export interface Call {
  readonly command: RunnableCommand;
  readonly typed: Typed;
}

const HELP = "show help for a command";

/** Help is read, not scanned: longer lines are harder. */
const WIDEST_HELP = 100;

/**
 * With fewer columns, the explanation of an option goes below it, because there is no room beside the longest names.
 */
const ROOMY_HELP = 76;

/** The call that commander reads in a line; or an exit code, where it printed the help, or what is wrong. */
export function programCall(
  context: Context,
  commands: readonly RunnableCommand[],
  named: string | undefined,
  line: readonly string[],
): Call | number {
  const calls: Call[] = [];
  try {
    programFor(context, commands, named, (call) => calls.push(call)).parse(line, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    throw error;
  }
  return calls[0] ?? EXIT.usage;
}

/**
 * What commander reads the command line by. Flags are only declared for the command that is called: declaring all of
 * them is a tenth of a start-up.
 *
 * @param named the command that the line names; undefined where it asks for the help of all of them
 */
export function programFor(
  { terminal, version }: Context,
  commands: readonly RunnableCommand[],
  named: string | undefined,
  called: (call: Call) => void,
): Program {
  const flags = new Map<string, string[]>();
  const columns = Math.min(terminal.columns, WIDEST_HELP);
  const program = new Program("poc")
    .description(PURPOSE)
    .usage("[-C <dir>] <command>")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", HELP)
    .addHelpCommand(new Program("help").argument("[command]").description(HELP).helpGroup("Look things up:"))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(visibleText(text, { lines: true })),
      writeErr: (text) => terminal.err(visibleText(text, { lines: true })),
      outputError: (text, write) => write(text.replace(/^\(Did you mean (.*)\)$/m, suggestion(text))),
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    });
  if (columns < ROOMY_HELP)
    program.configureHelp({
      formatItem: (term, _, about) => (about === "" ? `  ${term}` : `  ${term}\n${below(about, columns)}`),
    });
  addOptions(program, GLOBAL_FLAGS, flags);
  if (named === undefined) program.addHelpText("after", epilogueText(columns));
  for (const command of commands) {
    const added = program.command(usageOf(command)).summary(command.summary).helpGroup(`${command.group}:`);
    if (command.name === named) declare(added, command, flags, called, columns);
  }
  return program;
}

function declare(
  program: Program,
  command: RunnableCommand,
  flags: Map<string, string[]>,
  called: (call: Call) => void,
  columns: number,
): void {
  const { summary, description } = command;
  program.description(description === undefined ? summary : `${summary}\n\n${description}`);
  const args = Object.entries(command.args);
  program.registeredArguments.forEach((argument, index) => (argument.description = args[index]![1].about));
  addOptions(program, command.flags, flags);
  program.addHelpText("after", examplesText(command.examples, columns));
  program.action((...typed: unknown[]) => {
    const given = args.map(([key], index) => [key, valuesOf(typed[index])] as const);
    called({ command, typed: { args: new Map(given), flags } });
  });
}

function addOptions(program: Program, declared: Flags, flags: Map<string, string[]>): void {
  for (const [key, flag] of Object.entries(declared)) {
    const collect = (option: Option) =>
      option.argParser((value: string | undefined) => {
        flags.set(key, [...(flags.get(key) ?? []), value ?? ""]);
        return true;
      });
    program.addOption(collect(new Option(spelling(key, flag), aboutOf(flag))));
    if (flag.shorthand === undefined) continue;
    const word = flag.shorthand;
    program.addOption(collect(new Option(flagName(word), `the same as ${flagName(key)} ${word}`).preset(word)));
  }
}

/** `-s, --spend <amount>` */
export function spelling(key: string, { short, value }: Flag<unknown>): string {
  return `${short === undefined ? "" : `-${short}, `}${flagName(key)}${value === undefined ? "" : ` ${value}`}`;
}

function aboutOf({ about, words, byDefault }: Flag<unknown>): string {
  if (words === undefined) return about;
  const named = words.every((word) => about.includes(word));
  const all = named ? about : `${about}: ${words.join(", ")}`;
  return byDefault === undefined ? all : `${all}; by default ${byDefault}`;
}

/** commander gives a text, a list of texts, or nothing. */
function valuesOf(typed: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(typed) ? typed : [typed];
  return values.filter((value) => typeof value === "string");
}

/** What replaces the guess at an unknown flag: nothing that the tool refuses can be forced. */
function suggestion(error: string): string {
  return /'--force'/.test(error)
    ? "  hint: nothing can be forced; poc check names what has to be fixed"
    : "  hint: did you mean $1";
}
