import { exportPocs } from "../../app/export/export-pocs.ts";
import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { exportAnswer, exportProblems } from "../../output/answers/export-answer.ts";
import { exportSchema, tableFiles } from "../../output/tables/export-files.ts";
import type { InputOf } from "../command.ts";
import type { exportCommand } from "../commands/export.ts";
import { styleFor } from "../style.ts";

export async function runExport(
  context: Context,
  { directory, args, flags }: InputOf<typeof exportCommand>,
): Promise<number> {
  const { to, format, since, source, asOf } = flags;
  const directories = args.directories.length === 0 && directory !== undefined ? [directory] : args.directories;
  const result = await exportPocs(
    context,
    { directories, to, ending: format, since, source, asOf, schema: exportSchema() },
    (poc) => tableFiles([poc], format),
  );
  context.terminal.out(exportAnswer(result, await styleFor(context, "out")));
  context.terminal.err(exportProblems(result, await styleFor(context, "err")));
  return result.failed.length + result.inPart.length > 0 ? EXIT.records : EXIT.fine;
}
