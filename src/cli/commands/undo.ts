import type { Command } from "../command.ts";
import { optional, text, truth } from "../flag.ts";
import { ALLOW_SECRET, BY, FORMAT, QUIET } from "../flags.ts";

export const undoCommand = {
  name: "undo",
  group: "Every day",
  summary: "withdraw an entry by adding a correction",
  description:
    "Nothing is deleted: the entry stays in the log and no longer counts. If you undo the correction, it counts " +
    "again. Without an id, poc asks and withdraws your own last entry.",
  args: { id: optional("the entry, by its id or the beginning of it; by default your own last one") },
  flags: {
    reason: text("<text>", "what was wrong with it"),
    yes: truth("withdraw your own last entry without asking", { short: "y" }),
    ...ALLOW_SECRET,
    ...BY,
    ...QUIET,
    ...FORMAT,
  },
  examples: [
    { line: "poc undo", what: "withdraw your own last entry, after asking" },
    { line: 'poc undo k7f --reason "Counted the wrong column"', what: "withdraw k7f3q2m" },
  ],
} satisfies Command;
