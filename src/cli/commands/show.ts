import type { CommandSpec } from "../command.ts";
import { AS_OF, FORMAT } from "../flags.ts";

export const showCommand: CommandSpec = {
  name: "show",
  group: "Every day",
  summary: "read the log, by day",
  arguments: [{ name: "[id]", description: "one entry, by its id or the beginning of it" }],
  flags: [
    { flags: "--since <day>", description: "from that day on: monday, 2026-11-25" },
    { flags: "--until <day>", description: "up to that day" },
    { flags: "--eval <id>", description: "entries with results of that eval" },
    { flags: "--by <person>", description: "entries of that person; a part of the name will do" },
    AS_OF,
    FORMAT,
  ],
  examples: [
    { line: "poc show", what: "everything" },
    { line: "poc show --since monday --by ana", what: "this week, one person" },
    { line: "poc show k7f", what: "one entry in full" },
  ],
  load: async () => (await import("../runs/show.ts")).runShow,
};
