import { columnRoles } from "../../app/import/column-roles.ts";
import { importFiles } from "../../app/import/import-files.ts";
import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { importedText, importPlanText, recipeFinished, recipesToRun } from "../../output/answers/import-answer.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { importJson } from "../../output/json/import-json.ts";
import type { InputOf } from "../command.ts";
import type { importCommand } from "../commands/import.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { printDiagnostics } from "../printing/print-diagnostics.ts";
import { styleFor } from "../style.ts";

export async function runImport(
  context: Context,
  { directory, args, flags }: InputOf<typeof importCommand>,
): Promise<number> {
  const style = await styleFor(context, "out");
  const human = flags.format === "human";
  const request = {
    directory,
    files: args.files,
    from: flags.from,
    evals: flags.eval,
    maps: flags.map,
    arms: flags.arm,
    columns: columnRoles(flags.columns),
    at: flags.rows,
    only: flags.only,
    cost: flags.cost,
    since: flags.since,
    dateOrder: flags.dateOrder,
    date: flags.date,
    by: flags.by,
    save: flags.save,
    asBaseline: flags.asBaseline,
    dryRun: flags.dryRun,
    yes: flags.yes,
    allowSecret: flags.allowSecret,
    timeout: flags.timeout,
  };
  const err = await styleFor(context, "err");
  const result = await importFiles(context, request, {
    recipes: {
      commands: (planned, dryRun) => context.terminal.err(recipesToRun(planned, dryRun, err)),
      finished: (planned, outcome) => context.terminal.err(recipeFinished(planned, outcome, err)),
    },
    plan: (plan) => {
      if (human) printAnswer(context, importPlanText(plan, style));
    },
  });
  if (!human) {
    printAnswer(context, envelopeJson("import", result.report, importJson(result), context.cwd));
    return EXIT.fine;
  }
  printAnswer(context, importedText(result, style));
  if (result.stored !== undefined) await printDiagnostics(context, result.stored.folder, result.stored.diagnostics);
  return EXIT.fine;
}
