import type { CommandSpec } from "../command.ts";
import { AS_OF, FORMAT } from "../flags.ts";

export const replayCommand: CommandSpec = {
  name: "replay",
  group: "Look things up",
  summary: "walk the log day by day: when each criterion first held",
  description:
    "Shows the verdicts at the end of each day, by the entries and the terms of that day, and what was spent after " +
    "a criterion first held.",
  flags: [AS_OF, FORMAT],
  examples: [
    { line: "poc replay", what: "every day of the timebox so far" },
    { line: "poc replay --as-of friday", what: "up to the end of that day" },
  ],
  load: async () => (await import("../runs/replay.ts")).runReplay,
};
