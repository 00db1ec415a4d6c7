import { listCases } from "../../app/import/list-cases.ts";
import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { casesJson } from "../../output/json/cases-json.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { casesText } from "../../output/views/cases-text.ts";
import type { InputOf } from "../command.ts";
import type { casesCommand } from "../commands/cases.ts";
import { printDiagnostics } from "../print-diagnostics.ts";
import { pocText } from "../style.ts";

export async function runCases(
  context: Context,
  { directory, args, flags }: InputOf<typeof casesCommand>,
): Promise<number> {
  const { flipped, arm: arms } = flags;
  const result = await listCases(context, { directory, eval: args.eval, arms, flipped });
  const faults = result.arms.flatMap(({ fault }) => fault ?? []);
  const unread = faults.some(({ code }) => code === "gone" || code === "changed");
  const exit = unread ? EXIT.records : faults.length > 0 ? EXIT.breach : EXIT.fine;
  if (flags.format === "json") {
    context.terminal.out(envelopeJson("cases", result, casesJson(result), context.cwd));
    return exit;
  }
  context.terminal.out(await pocText(context, "out", result, (style) => casesText(result, style)));
  await printDiagnostics(context, result.folder, result.diagnostics);
  return exit;
}
