import type { CommandSpec } from "../command.ts";
import { ALLOW_SECRET, BY } from "../flags.ts";

export const undoCommand: CommandSpec = {
  name: "undo",
  group: "Every day",
  summary: "withdraw an entry by adding a correction",
  description:
    "Nothing is deleted: the entry stays in the log and no longer counts. Undoing the correction makes it count again.",
  arguments: [{ name: "<id>", description: "the entry, by its id or the beginning of it" }],
  flags: [{ flags: "--reason <text>", description: "what was wrong with it" }, ALLOW_SECRET, BY],
  examples: [{ line: 'poc undo k7f --reason "Counted the wrong column"', what: "withdraw k7f3q2m" }],
  load: async () => (await import("../runs/undo.ts")).runUndo,
};
