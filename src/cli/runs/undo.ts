import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { undoEntry } from "../../app/log/undo-entry.ts";
import { undoAnswer } from "../../output/answers/undo-answer.ts";
import type { InputOf } from "../command.ts";
import type { undoCommand } from "../commands/undo.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { printUnread } from "../printing/print-unread.ts";
import { pocText } from "../style.ts";

export async function runUndo(
  context: Context,
  { directory, args, flags }: InputOf<typeof undoCommand>,
): Promise<number> {
  const result = await undoEntry(context, {
    directory,
    id: args.id,
    yes: flags.yes,
    reason: flags.reason,
    by: flags.by,
    allowSecret: flags.allowSecret,
  });
  if (flags.format === "json") {
    const { entryJson } = await import("../../output/json/entry-json.ts");
    const { envelopeJson } = await import("../../output/json/envelope-json.ts");
    const { entry, corrected, standing } = result;
    const data = { entry: entryJson(entry, standing), corrected: entryJson(corrected, standing), file: entry.file };
    printAnswer(context, envelopeJson("undo", result, data, context.cwd));
    return EXIT.fine;
  }
  printAnswer(
    context,
    flags.quiet ? `${result.entry.id}\n` : await pocText(context, "out", result, (style) => undoAnswer(result, style)),
  );
  await printUnread(context, result);
  return EXIT.fine;
}
