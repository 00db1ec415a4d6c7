import type { Context } from "../../app/ports/ports.ts";
import { showValue } from "../../app/views/show-value.ts";
import { valueCsv } from "../../output/views/value-csv.ts";
import { valueText } from "../../output/views/value-text.ts";
import type { InputOf } from "../command.ts";
import type { valueCommand } from "../commands/value.ts";
import { printDiagnostics } from "../printing/print-diagnostics.ts";
import { styleFor } from "../style.ts";
import { valueExitCode } from "../../app/poc/exit-code.ts";

export async function runValue(context: Context, { directory, flags }: InputOf<typeof valueCommand>): Promise<number> {
  const result = await showValue(context, {
    directory,
    asOf: flags.asOf,
    set: flags.set,
  });
  const format = flags.format;
  if (format === "json") {
    const { envelopeJson } = await import("../../output/json/envelope-json.ts");
    const { valueJson } = await import("../../output/json/value-json.ts");
    context.terminal.out(envelopeJson("value", result, valueJson(result), context.cwd));
  } else context.terminal.out(format === "csv" ? valueCsv(result) : valueText(result, await styleFor(context, "out")));
  if (format !== "json") await printDiagnostics(context, result.folder, result.concerning);
  return valueExitCode(result);
}
