import { exitCodeOf } from "../app/poc/exit-code.ts";
import { findFolder } from "../app/poc/open-poc.ts";
import { readStanding } from "../app/poc/read-standing.ts";
import { RecordsFault, UsageFault } from "../app/ports/faults.ts";
import type { Context } from "../app/ports/ports.ts";
import { LOG_FOLDER } from "../domain/records/records.ts";
import { checkText } from "../output/diagnostics/check-text.ts";
import { faultText } from "../output/diagnostics/fault-text.ts";
import type { InputOf } from "./command.ts";
import type { checkCommand } from "./commands/check.ts";
import { pathPrefix } from "./path-prefix.ts";
import { pocText } from "./style.ts";

/** Empties the window and what has scrolled out of it, and begins at the top. */
const CLEAR = "\u001b[2J\u001b[3J\u001b[H";

/** The list of problems beside an editor: drawn anew whenever a file of the PoC changes, until the person ends it. */
export async function watchCheck(
  context: Context,
  { directory, flags }: InputOf<typeof checkCommand>,
): Promise<number> {
  const { terminal } = context;
  if (flags.format !== "human" || flags.report.length > 0)
    throw new UsageFault("--watch shows the list on a terminal", "leave out --format and --report");
  if (!terminal.outIsTerminal || context.env["CI"] !== undefined)
    throw new UsageFault("--watch needs a terminal", "without --watch, poc check prints once");
  const { path } = findFolder(context, directory);
  const watcher = await context.watcher();
  const look = async (): Promise<number> => {
    try {
      const report = await readStanding(context, { directory: path, asOf: flags.asOf });
      const options = { prefix: pathPrefix(context.cwd, report.folder), all: flags.all };
      const text = await pocText(context, "out", report, (style) => checkText(report, style, options));
      terminal.out(`${CLEAR}${text}\nwatching; Ctrl-C ends it\n`);
      return exitCodeOf(report.diagnostics, flags.failOn);
    } catch (fault) {
      // While files are moved about there may be no PoC for a moment.
      if (!(fault instanceof RecordsFault)) throw fault;
      terminal.out(`${CLEAR}${faultText(fault, false, terminal.columns)}`);
      return 3;
    }
  };
  let exitCode = await look();
  while ((await watcher.change(path, [LOG_FOLDER])) === "changed") exitCode = await look();
  return exitCode;
}
