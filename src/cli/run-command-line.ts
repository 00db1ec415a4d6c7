import { CommanderError } from "commander";
import { EXIT } from "../app/ports/exit.ts";
import { NoPocFault, UsageFault } from "../app/ports/faults.ts";
import type { Context } from "../app/ports/ports.ts";
import { visibleText } from "../domain/scalars/visible-text.ts";
import { COMMANDS } from "./command-table.ts";
import { programFor, type Call } from "./program.ts";

/**
 * Reads the command line, runs the command it names, and answers with its exit code. Bare `poc` is `poc status`, or a
 * welcome where there is no PoC.
 */
export async function runCommandLine(argv: readonly string[], context: Context): Promise<number> {
  // What the scripts of `poc completion` call at every tab; no command, because nobody types it.
  if (argv[0] === "complete") return (await import("./completion/run-complete.ts")).runComplete(context, argv.slice(1));
  const { line, named } = await lineOf(argv, context.terminal);
  const calls: Call[] = [];
  const program = programFor(context, COMMANDS, named, (call) => calls.push(call));
  try {
    program.parse(line, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    throw error;
  }
  const [call] = calls;
  if (call === undefined) return EXIT.usage;
  try {
    return await call.command.run(context, call.typed);
  } catch (fault) {
    if (!(fault instanceof NoPocFault && argv.length === 0)) throw fault;
    const { WELCOME } = await import("./welcome.ts");
    context.terminal.err(visibleText(WELCOME, { lines: true }));
    return EXIT.records;
  }
}

interface Line {
  readonly line: readonly string[];
  /** The command that the line names; undefined where it asks for help or the version. */
  readonly named: string | undefined;
}

const HELP = ["-h", "--help"];
const VERSION = ["-v", "-V", "--version", "version"];

/** A terminal of fewer lines shows the short form where nobody asked for either. */
const LOWEST_FOR_STATUS = 24;

/** The line as commander can read it: `poc help log` is `poc log --help`, and `poc --json` is `poc status --json`. */
async function lineOf(argv: readonly string[], { rows = Infinity }: Context["terminal"]): Promise<Line> {
  const at = commandIndex(argv);
  const [first, ...others] = argv.slice(at);
  const global = argv.slice(0, at);
  const about = first === "help" ? others.find((word) => !word.startsWith("-")) : undefined;
  if (first !== undefined && VERSION.includes(first)) return { line: ["--version"], named: undefined };
  if (first !== undefined && (HELP.includes(first) || (first === "help" && about === undefined)))
    return { line: ["--help"], named: undefined };
  if (first === undefined)
    return { line: [...global, "status", ...(rows < LOWEST_FOR_STATUS ? ["--short"] : [])], named: "status" };
  if (about === undefined && first.startsWith("-"))
    return { line: [...global, "status", ...argv.slice(at)], named: "status" };
  const named = about ?? first;
  if (!COMMANDS.some(({ name }) => name === named)) {
    const { meantCommand } = await import("./meant-command.ts");
    throw new UsageFault(`poc has no command "${named.slice(0, 60)}"`, meantCommand(named, COMMANDS));
  }
  return { line: about === undefined ? argv : [about, "--help"], named };
}

/** Where the command stands: after the flags that every command takes. */
function commandIndex(argv: readonly string[]): number {
  let at = 0;
  for (;;) {
    const word = argv[at];
    if (word === "-C" || word === "--directory") at += 2;
    else if (word !== undefined && /^(-C.|--directory=)/.test(word)) at += 1;
    else return Math.min(at, argv.length);
  }
}
