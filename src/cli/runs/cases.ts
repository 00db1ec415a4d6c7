import { listCases } from "../../app/import/cases/list-cases.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import { writeLabelSheet } from "../../app/import/labels/write-label-sheet.ts";
import { labelSheetAnswer } from "../../output/answers/label-sheet-answer.ts";
import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { casesJson, labelSheetJson } from "../../output/json/cases-json.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { casesText } from "../../output/views/cases-text.ts";
import type { InputOf } from "../command.ts";
import type { casesCommand } from "../commands/cases.ts";
import { printDiagnostics } from "../printing/print-diagnostics.ts";
import { pocText } from "../style.ts";

export async function runCases(
  context: Context,
  { directory, args, flags }: InputOf<typeof casesCommand>,
): Promise<number> {
  const { flipped, arm: arms, sample, seed } = flags;
  if (sample !== undefined || seed !== undefined) return runSample(context, directory, args.eval, flags);
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

async function runSample(
  context: Context,
  directory: string | undefined,
  evalId: string,
  { sample, seed, arm: arms, flipped, format }: InputOf<typeof casesCommand>["flags"],
): Promise<number> {
  if (sample === undefined) throw new UsageFault("--seed needs --sample", "add --sample 60");
  if (flipped) throw new UsageFault("--flipped does not go with --sample", "leave one of the two out");
  if (arms.length > 1) throw new UsageFault("a sheet contains the cases of one arm", "name one --arm");
  const result = await writeLabelSheet(context, { directory, eval: evalId, arm: arms[0], sample, seed });
  if (format === "json")
    context.terminal.out(envelopeJson("cases --sample", result, labelSheetJson(result), context.cwd));
  else context.terminal.out(labelSheetAnswer(result));
  return EXIT.fine;
}
