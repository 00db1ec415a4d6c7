import type { Context } from "../../app/ports/ports.ts";
import { showValue } from "../../app/views/show-value.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { valueCsv } from "../../output/views/value-csv.ts";
import { valueJson } from "../../output/json/value-json.ts";
import { valueText } from "../../output/views/value-text.ts";
import type { Input } from "../command.ts";
import { text, texts } from "../flag-values.ts";
import { printDiagnostics } from "../print-diagnostics.ts";
import { styleFor } from "../style.ts";
import { valueExitCode } from "../../app/poc/exit-code.ts";

export async function runValue(context: Context, input: Input): Promise<number> {
  const result = showValue(context, {
    directory: text(input, "directory"),
    asOf: text(input, "asOf"),
    set: texts(input, "set"),
  });
  const format = text(input, "format");
  if (format === "json") context.terminal.out(envelopeJson("value", result, valueJson(result), context.cwd));
  else context.terminal.out(format === "csv" ? valueCsv(result) : valueText(result, await styleFor(context, "out")));
  if (format !== "json") await printDiagnostics(context, result.folder, result.concerning);
  return valueExitCode(result);
}
