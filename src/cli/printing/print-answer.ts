import { FileFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { faultText } from "../../output/diagnostics/fault-text.ts";

/**
 * The answer of a command that has stored something. Where it cannot be printed, what was stored is stored all the
 * same: the exit code says so, and standard error says what happened to the answer.
 */
export function printAnswer(context: Context, text: string): void {
  try {
    context.terminal.out(text);
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    context.terminal.err(
      `${faultText(fault, false)}note: the command has done its work; only its answer could not be printed\n`,
    );
  }
}
