import { exitCodeOf } from "../../app/poc/exit-code.ts";
import type { Context } from "../../app/ports/ports.ts";
import { replayLog } from "../../app/views/replay-log.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { replayJson } from "../../output/json/replay-json.ts";
import { replayText } from "../../output/views/replay-text.ts";
import type { InputOf } from "../command.ts";
import type { replayCommand } from "../commands/replay.ts";
import { printDiagnostics } from "../printing/print-diagnostics.ts";
import { pocText } from "../style.ts";

/** It shows what was; a breach is for check to report. Only what cannot be read makes it fail. */
export async function runReplay(
  context: Context,
  { directory, flags }: InputOf<typeof replayCommand>,
): Promise<number> {
  const result = await replayLog(context, { directory, asOf: flags.asOf });
  if (flags.format === "json") {
    context.terminal.out(envelopeJson("replay", result, replayJson(result.replay), context.cwd));
  } else {
    context.terminal.out(await pocText(context, "out", result, (style) => replayText(result, style)));
    await printDiagnostics(context, result.folder, result.ofRecords);
  }
  return exitCodeOf(result.ofRecords);
}
