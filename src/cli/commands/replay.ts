import type { Command } from "../command.ts";
import { AS_OF, FORMAT } from "../flags.ts";

export const replayCommand = {
  name: "replay",
  group: "Look things up",
  summary: "go through the log day by day: when each verdict changed",
  description:
    "Shows the verdicts at the end of each day, with the entries and the terms of that day, and what was spent " +
    "after a kill criterion was first tripped.",
  args: {},
  flags: { ...AS_OF, ...FORMAT },
  examples: [
    { line: "poc replay", what: "every day of the timebox so far" },
    { line: "poc replay --as-of friday", what: "up to the end of that day" },
  ],
} satisfies Command;
