import { Cancelled, DiagnosedFault, FileFault, RecordsFault, RuleFault, UsageFault } from "./app/ports/faults.ts";
import type { Context } from "./app/ports/ports.ts";
import { EXIT } from "./app/ports/exit.ts";
import { runCommandLine } from "./cli/run-command-line.ts";
import { faultText } from "./output/diagnostics/fault-text.ts";

/**
 * The whole tool: arguments in, exit code out. Results go to standard output, everything else to standard error.
 * The only place where faults are caught.
 *
 * @param argv without node and script
 */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  try {
    return await runCommandLine(argv, context);
  } catch (error) {
    if (error instanceof DiagnosedFault)
      await (await import("./cli/printing/print-diagnosed.ts")).printDiagnosed(context, error);
    else {
      const { terminal, env } = context;
      terminal.err(faultText(error, env["POC_DEBUG"] === "1", terminal.errIsTerminal ? terminal.columns : undefined));
    }
    return exitCodeFor(error);
  }
}

function exitCodeFor(error: unknown): number {
  if (error instanceof UsageFault) return EXIT.usage;
  if (error instanceof RuleFault) return EXIT.breach;
  if (error instanceof Cancelled) return EXIT.cancelled;
  if (error instanceof FileFault || error instanceof RecordsFault) return EXIT.records;
  return EXIT.records;
}
