import type { CommandSpec } from "../command.ts";
import { BY } from "../flags.ts";

export const startCommand: CommandSpec = {
  name: "start",
  group: "Kick off",
  summary: "freeze the terms and start the clock",
  description:
    "Refuses what cannot be judged, with every reason at once: no owner, a placeholder, no kill criterion, a " +
    "criterion that cannot come out both ways. What is frozen changes only by poc amend.",
  flags: [
    { flags: "--note <text>", description: "a word for the log" },
    { flags: "--date <day>", description: "when it was started, where that was earlier" },
    BY,
  ],
  examples: [
    { line: "poc start", what: "freeze targets, kill criteria, timebox, cap and thresholds" },
    { line: 'poc start --note "Agreed with Marta in the kickoff"', what: "with a word for the log" },
  ],
  load: async () => (await import("../runs/start.ts")).runStart,
};
