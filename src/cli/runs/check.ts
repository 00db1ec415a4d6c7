import { exitCodeOf } from "../../app/poc/exit-code.ts";
import type { Context } from "../../app/ports/ports.ts";
import { readStanding } from "../../app/poc/read-standing.ts";
import type { InputOf } from "../command.ts";
import type { checkCommand } from "../commands/check.ts";
import { pathPrefix } from "../path-prefix.ts";
import { styleFor } from "../style.ts";
import { checkText } from "../../output/diagnostics/check-text.ts";

/** The problems are the result here, so they go to standard output. */
export async function runCheck(context: Context, { directory, flags }: InputOf<typeof checkCommand>): Promise<number> {
  const report = readStanding(context, { directory, asOf: flags.asOf });
  const prefix = pathPrefix(context.cwd, report.folder);
  const exitCode = exitCodeOf(report.diagnostics, flags.failOn);
  switch (flags.format) {
    // Text is what people ask for all day, and has no use for what the other formats load.
    case "json": {
      const { envelopeJson } = await import("../../output/json/envelope-json.ts");
      context.terminal.out(
        envelopeJson(
          "check",
          report,
          { exit_code: exitCode, recommendation: report.standing.recommendation.outcome },
          context.cwd,
        ),
      );
      break;
    }
    case "github": {
      const { diagnosticsGithub } = await import("../../output/diagnostics/diagnostics-github.ts");
      context.terminal.out(diagnosticsGithub(report.diagnostics, { prefix }));
      break;
    }
    default:
      context.terminal.out(checkText(report, await styleFor(context, "out"), { prefix, all: flags.all }));
  }
  return exitCode;
}
