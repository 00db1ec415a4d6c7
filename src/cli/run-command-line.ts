import { Command, CommanderError, Option } from "commander";
import { EXIT } from "../app/ports/exit.ts";
import type { Context } from "../app/ports/ports.ts";
import { safe } from "../output/terminal/safe.ts";
import type { CommandSpec, FlagSpec, Input } from "./command.ts";
import { COMMANDS } from "./command-table.ts";

/** Reads the command line, runs the command it names, and answers with its exit code. Bare `poc` is `poc status`. */
export async function runCommandLine(argv: readonly string[], context: Context): Promise<number> {
  const called: { spec: CommandSpec; input: Input }[] = [];
  const line = withDefaultCommand(argv);
  const program = programFor(context, line[operandIndex(line)], (spec, input) => called.push({ spec, input }));
  try {
    program.parse(line, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    throw error;
  }
  const [call] = called;
  if (call === undefined) return EXIT.usage;
  const run = await call.spec.load();
  return run(context, call.input);
}

/** Help is read, not scanned: longer lines are harder. */
const WIDEST_HELP = 100;

const GLOBAL_WITH_VALUE = ["-C", "--directory"];
const ANSWERED_BY_PROGRAM = ["-h", "--help", "-V", "--version"];

/** `poc` and `poc --format json` ask for the status; a mistyped command must still be told from its arguments. */
function withDefaultCommand(argv: readonly string[]): readonly string[] {
  const at = operandIndex(argv);
  const first = argv[at];
  const asksStatus = first === undefined || (first.startsWith("-") && !ANSWERED_BY_PROGRAM.includes(first));
  return asksStatus ? [...argv.slice(0, at), "status", ...argv.slice(at)] : argv;
}

/** Where the command stands: after the global flags that take a value. */
function operandIndex(argv: readonly string[]): number {
  let at = 0;
  while (at < argv.length && GLOBAL_WITH_VALUE.includes(argv[at]!)) at += 2;
  return at;
}

function isCommand(word: string | undefined): boolean {
  return COMMANDS.some((spec) => spec.name === word);
}

function programFor(
  context: Context,
  named: string | undefined,
  called: (spec: CommandSpec, input: Input) => void,
): Command {
  const { terminal } = context;
  const program = new Command("poc")
    .description(
      "Run an AI proof of concept that ends in a decision: timebox, spend cap, kill criteria, evidence, and a " +
        "Go/No-Go memo. Everything is plain YAML in one folder.",
    )
    .usage("[-C <dir>] <command>")
    .option("-C, --directory <dir>", "work on the PoC in this folder, not on the one around the current directory")
    .version(context.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "explain a command")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(safe(text, { lines: true })),
      writeErr: (text) => terminal.err(safe(text, { lines: true })),
      getOutHelpWidth: () => Math.min(terminal.columns, WIDEST_HELP),
      getErrHelpWidth: () => Math.min(terminal.columns, WIDEST_HELP),
    })
    .addHelpText("after", EPILOGUE);
  for (const spec of COMMANDS) addCommand(program, spec, spec.name === named || !isCommand(named), called);
  return program;
}

/** Flags are only declared for the command that is called: declaring all of them is a tenth of a start-up. */
function addCommand(
  program: Command,
  spec: CommandSpec,
  complete: boolean,
  called: (spec: CommandSpec, input: Input) => void,
): void {
  const command = program.command(spec.name).summary(spec.summary).helpGroup(`${spec.group}:`);
  if (!complete) return;
  command.description(spec.description === undefined ? spec.summary : `${spec.summary}\n\n${spec.description}`);
  for (const argument of spec.arguments ?? []) command.argument(argument.name, argument.description);
  for (const flag of spec.flags) command.addOption(optionFor(flag));
  command.addHelpText("after", examplesText(spec));
  command.action((...typed: unknown[]) => {
    const flags = { ...program.opts(), ...command.opts() };
    called(spec, { args: typed.slice(0, spec.arguments?.length ?? 0) as Input["args"], flags });
  });
}

function optionFor(flag: FlagSpec): Option {
  const option = new Option(flag.flags, flag.description);
  if (flag.choices !== undefined) option.choices(flag.choices);
  if (flag.byDefault !== undefined) option.default(flag.byDefault);
  if (flag.repeatable === true) option.argParser((value: string, before: readonly string[] = []) => [...before, value]);
  return option;
}

function examplesText(spec: CommandSpec): string {
  const width = Math.max(...spec.examples.map((example) => example.line.length));
  const lines = spec.examples.map((example) =>
    width > 60 ? `  ${example.line}\n      ${example.what}` : `  ${example.line.padEnd(width)}  ${example.what}`,
  );
  return `\nExamples:\n${lines.join("\n")}`;
}

const EPILOGUE = `
A PoC from kickoff to decision:
  poc init            scaffold the folder: ten working days, a cap, kill criteria
  poc start           freeze the terms and start the clock
  poc log "Reranker on" --eval wrong-rate=22/200 --spend 12.40
  poc status          time, money, evidence, what is due next
  poc value           what it is worth, and what would turn that
  poc memo            the Go/No-Go memo; --format html or pdf
  poc decide go --why "Halves wrong answers at half the price"
  poc gate            what the next gate asks for, from the idea to scale

Exit codes:
  0    nothing wrong
  1    a limit or rule is breached
  2    bad usage
  3    the records cannot be read or judged
  4    evidence that is due is missing or unsettled
  130  cancelled`;
