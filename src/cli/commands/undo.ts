import type { Command } from "../command.ts";
import { required, text } from "../flag.ts";
import { ALLOW_SECRET, BY } from "../flags.ts";

export const undoCommand = {
  name: "undo",
  group: "Every day",
  summary: "withdraw an entry by adding a correction",
  description:
    "Nothing is deleted: the entry stays in the log and no longer counts. Undoing the correction makes it count again.",
  args: { id: required("the entry, by its id or the beginning of it") },
  flags: { reason: text("<text>", "what was wrong with it"), ...ALLOW_SECRET, ...BY },
  examples: [{ line: 'poc undo k7f --reason "Counted the wrong column"', what: "withdraw k7f3q2m" }],
} satisfies Command;
