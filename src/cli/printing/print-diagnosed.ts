import type { DiagnosedFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { diagnosticsText } from "../../output/diagnostics/diagnostic-text.ts";
import { styleFor } from "../style.ts";

/**
 * A fault in files that do not lie in the PoC folder: they are named as they were found, from wherever the person is.
 */
export async function printDiagnosed(context: Context, fault: DiagnosedFault): Promise<void> {
  context.terminal.err(diagnosticsText(fault.diagnostics, await styleFor(context, "err", context.cwd)));
}
