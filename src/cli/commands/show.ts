import type { Command } from "../command.ts";
import { optional, text, truth } from "../flag.ts";
import { AS_OF, FORMAT } from "../flags.ts";

export const showCommand = {
  name: "show",
  group: "Every day",
  summary: "read the log, the newest day first",
  args: { id: optional("one entry, by its id or the beginning of it") },
  flags: {
    since: text("<day>", "from that day on: monday, 2026-11-25"),
    until: text("<day>", "up to that day"),
    eval: text("<id>", "entries with results of that eval"),
    by: text("<person>", "entries that the person made, or recorded for others; a part of the name is enough"),
    noPager: truth("print it at once; otherwise a long log opens in $PAGER, or in less"),
    ...AS_OF,
    ...FORMAT,
  },
  examples: [
    { line: "poc show", what: "everything" },
    { line: "poc show --since monday --by ana", what: "this week, one person" },
    { line: "poc show k7f", what: "one entry in full" },
  ],
} satisfies Command;
