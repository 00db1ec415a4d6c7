import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { undoEntry } from "../../app/log/undo-entry.ts";
import { undoAnswer } from "../../output/answers/undo-answer.ts";
import type { InputOf } from "../command.ts";
import type { undoCommand } from "../commands/undo.ts";
import { printAnswer } from "../print-answer.ts";
import { printUnread } from "../print-unread.ts";
import { styleFor } from "../style.ts";

export async function runUndo(
  context: Context,
  { directory, args, flags }: InputOf<typeof undoCommand>,
): Promise<number> {
  const result = undoEntry(context, {
    directory,
    id: args.id,
    reason: flags.reason,
    by: flags.by,
    allowSecret: flags.allowSecret,
  });
  printAnswer(context, undoAnswer(result, await styleFor(context, "out")));
  await printUnread(context, result);
  return EXIT.fine;
}
