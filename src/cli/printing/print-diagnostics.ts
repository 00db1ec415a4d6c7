import type { Context } from "../../app/ports/ports.ts";
import type { Report } from "../../app/poc/report.ts";
import { diagnosticsText } from "../../output/diagnostics/diagnostic-text.ts";
import { pathPrefix } from "../path-prefix.ts";
import { styleFor } from "../style.ts";

/** Diagnostics beside a result go to standard error, with paths that can be clicked from where the person is. */
export async function printDiagnostics(
  context: Context,
  folder: string,
  diagnostics: Report["diagnostics"],
): Promise<void> {
  if (diagnostics.length === 0) return;
  const style = await styleFor(context, "err", folder);
  context.terminal.err(diagnosticsText(diagnostics, style, { prefix: pathPrefix(context.cwd, folder) }));
}
