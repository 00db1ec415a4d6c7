import { exitCodeOf } from "../../app/poc/exit-code.ts";
import type { Context } from "../../app/ports/ports.ts";
import { readChecked } from "../../app/poc/read-checked.ts";
import type { InputOf } from "../command.ts";
import type { checkCommand } from "../commands/check.ts";
import { pathPrefix } from "../path-prefix.ts";
import { pocText } from "../style.ts";
import { checkText } from "../../output/diagnostics/check-text.ts";

/** The problems are the result here, so they go to standard output. */
export async function runCheck(context: Context, input: InputOf<typeof checkCommand>): Promise<number> {
  const { directory, flags } = input;
  if (flags.hash) return (await import("../check-hash.ts")).runCheckHash(context, input);
  // Text is what people ask for all day, and has no use for what the other formats load.
  if (!flags.watch && (flags.format !== "human" || flags.report.length > 0))
    return (await import("../check-reports.ts")).runCheckReports(context, input);
  if (flags.watch) return (await import("../watch-check.ts")).watchCheck(context, input);
  const report = await readChecked(context, { directory, asOf: flags.asOf });
  const prefix = pathPrefix(context.cwd, report.folder);
  context.terminal.out(
    await pocText(context, "out", report, (style) => checkText(report, style, { prefix, all: flags.all })),
  );
  return exitCodeOf(report.diagnostics, flags.failOn);
}
