import { EXIT } from "../app/ports/exit.ts";
import { NoPocFault, UsageFault } from "../app/ports/faults.ts";
import type { Context } from "../app/ports/ports.ts";
import { visibleText } from "../domain/scalars/visible-text.ts";
import type { GLOBAL_FLAGS, RunnableCommand } from "./command.ts";
import { DAILY_COMMANDS } from "./daily-commands.ts";
import { plainLine } from "./plain-line.ts";
import type { Call } from "./program.ts";
import { runKept } from "./run-kept.ts";

/**
 * Reads the command line, runs the command it names, and answers with its exit code. Bare `poc` is `poc status`, or a
 * welcome where there is no PoC.
 */
export async function runCommandLine(argv: readonly string[], context: Context): Promise<number> {
  // What the scripts of `poc completion` call at every tab. It is not a command, because nobody types it.
  if (argv[0] === "complete") return (await import("./completion/run-complete.ts")).runComplete(context, argv.slice(1));
  const call = await callOf(lineOf(argv, context.terminal), context);
  if (typeof call === "number") return call;
  await refuseDirectory(context, call);
  try {
    return await runKept(context, call);
  } catch (fault) {
    if (!(fault instanceof NoPocFault && argv.length === 0)) throw fault;
    const { WELCOME } = await import("./welcome.ts");
    context.terminal.err(visibleText(WELCOME, { lines: true }));
    return EXIT.records;
  }
}

/** `poc init` alone creates the folder that it is given. Two folders are refused where the flags are read. */
async function refuseDirectory(context: Context, { command, typed }: Call): Promise<void> {
  const [directory, another] = typed.flags.get(DIRECTORY) ?? [];
  if (directory === undefined || another !== undefined || command.name === "init") return;
  (await import("../app/poc/require-directory.ts")).requireDirectory(context, directory);
}

const DIRECTORY: keyof typeof GLOBAL_FLAGS = "directory";

interface Line {
  /** Flags before the command. */
  readonly global: readonly string[];
  /** The command that the line names; undefined where it asks for the help of all of them, or for the version. */
  readonly named: string | undefined;
  /** The rest of the line after the command. */
  readonly rest: readonly string[];
}

const HELP = ["-h", "--help"];
const VERSION = ["-v", "-V", "--version", "version"];

/** A terminal with fewer lines shows the short help, unless the person asked for one of the two. */
const LOWEST_FOR_STATUS = 24;

/** What the line means: `poc help log` is `poc log --help`, and `poc --json` is `poc status --json`. */
function lineOf(argv: readonly string[], { rows = Infinity }: Context["terminal"]): Line {
  const at = commandIndex(argv);
  const [first, ...others] = argv.slice(at);
  const global = argv.slice(0, at);
  const about = first === "help" ? others.find((word) => !word.startsWith("-")) : undefined;
  if (about !== undefined) return { global: [], named: about, rest: ["--help"] };
  if (first === undefined) return { global, named: "status", rest: rows < LOWEST_FOR_STATUS ? ["--short"] : [] };
  if (VERSION.includes(first)) return { global: [], named: undefined, rest: ["--version"] };
  if (HELP.includes(first) || first === "help") return { global: [], named: undefined, rest: ["--help"] };
  if (first.startsWith("-")) return { global, named: "status", rest: [first, ...others] };
  return { global, named: first, rest: others };
}

/**
 * The command that is called and what was typed after it; or an exit code, where commander has said all there is.
 *
 * @throws UsageFault where there is no such command
 */
async function callOf({ global, named, rest }: Line, context: Context): Promise<Call | number> {
  const daily = DAILY.get(named ?? "");
  const plain = daily && plainLine(daily, [...global, ...rest]);
  if (daily !== undefined && plain !== undefined) return { command: daily, typed: plain };
  if (named === undefined && rest[0] === "--version") {
    context.terminal.out(`${context.version}\n`);
    return EXIT.fine;
  }
  const { COMMANDS } = await import("./command-table.ts");
  const command = COMMANDS.find(({ name }) => name === named);
  if (named !== undefined && command === undefined) {
    const { meantCommand } = await import("./meant-command.ts");
    throw new UsageFault(`poc has no command "${named.slice(0, 60)}"`, meantCommand(named, COMMANDS));
  }
  const typed = command && plainLine(command, [...global, ...rest]);
  if (command !== undefined && typed !== undefined) return { command, typed };
  const { programCall } = await import("./program.ts");
  return programCall(context, COMMANDS, named, named === undefined ? rest : [...global, named, ...rest]);
}

const DAILY: ReadonlyMap<string, RunnableCommand> = new Map(Object.entries(DAILY_COMMANDS));

/** The position of the command: after the flags that every command takes. */
function commandIndex(argv: readonly string[]): number {
  let at = 0;
  for (;;) {
    const word = argv[at];
    if (word === "-C" || word === "--directory") at += 2;
    else if (word !== undefined && /^(-C.|--directory=)/.test(word)) at += 1;
    else return Math.min(at, argv.length);
  }
}
