import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { undoEntry } from "../../app/log/undo-entry.ts";
import { undoAnswer } from "../../output/answers/undo-answer.ts";
import type { Input } from "../command.ts";
import { argument, flag, text } from "../flag-values.ts";
import { printAnswer } from "../print-answer.ts";
import { styleFor } from "../style.ts";

export async function runUndo(context: Context, input: Input): Promise<number> {
  const result = undoEntry(context, {
    directory: text(input, "directory"),
    id: argument(input, 0) ?? "",
    reason: text(input, "reason"),
    by: text(input, "by"),
    allowSecret: flag(input, "allowSecret"),
  });
  printAnswer(context, undoAnswer(result, await styleFor(context, "out")));
  return EXIT.fine;
}
