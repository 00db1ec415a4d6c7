import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { readComment } from "../../app/reports/read-comment.ts";
import { writeReports } from "../../app/reports/write-reports.ts";
import { safe } from "../../output/terminal/safe.ts";
import type { InputOf } from "../command.ts";
import type { commentCommand } from "../commands/comment.ts";

/** GitHub shows no summary of a step that is longer. */
const LARGEST_SUMMARY = 1024 * 1024;

export async function runComment(
  context: Context,
  { directory, flags }: InputOf<typeof commentCommand>,
): Promise<number> {
  const { text, baseFault } = await readComment(context, { directory, asOf: flags.asOf, base: flags.base });
  if (flags.out === undefined || flags.out === "-") context.terminal.out(text);
  else writeReports(context, [{ file: flags.out, text }]);
  addToSummary(context, text);
  if (baseFault === undefined) return EXIT.fine;
  context.terminal.err(`error: --base: ${safe(baseFault.message)}\n  hint: ${safe(baseFault.hint)}\n`);
  return EXIT.records;
}

function addToSummary({ env, files, terminal }: Context, text: string): void {
  const summary = env["GITHUB_STEP_SUMMARY"];
  if (summary === undefined || summary === "") return;
  if (!files.appendNamed(summary, `${text}\n`, LARGEST_SUMMARY))
    terminal.err("note: the summary of this step is full, so nothing was added to it\n");
}
