import { exitCodeOf } from "../../app/poc/exit-code.ts";
import type { Context } from "../../app/ports/ports.ts";
import { readStanding } from "../../app/poc/read-standing.ts";
import { statusText } from "../../output/views/status-text.ts";
import type { InputOf } from "../command.ts";
import type { statusCommand } from "../commands/status.ts";
import { printDiagnostics } from "../printing/print-diagnostics.ts";
import { pocText } from "../style.ts";

export async function runStatus(
  context: Context,
  { directory, flags }: InputOf<typeof statusCommand>,
): Promise<number> {
  const report = await readStanding(context, { directory, asOf: flags.asOf });
  if (flags.format === "json") {
    // Text is what people ask for all day, and has no use for these.
    const { envelopeJson } = await import("../../output/json/envelope-json.ts");
    const { standingJson } = await import("../../output/json/standing-json.ts");
    context.terminal.out(envelopeJson("status", report, standingJson(report.standing), context.cwd));
  } else {
    const view = flags.account
      ? (await import("../../output/views/status-account.ts")).statusAccount
      : flags.short
        ? (await import("../../output/views/status-short.ts")).statusShort
        : statusText;
    context.terminal.out(await pocText(context, "out", report, (style) => view(report, style)));
    await printDiagnostics(context, report.folder, report.ofRecords);
  }
  return exitCodeOf(report.diagnostics, flags.failOn);
}
