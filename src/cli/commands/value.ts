import type { CommandSpec } from "../command.ts";
import { AS_OF, FORMAT } from "../flags.ts";

export const valueCommand: CommandSpec = {
  name: "value",
  group: "Decide",
  summary: "impact and payback against the thresholds, how sure they are, and what would turn them",
  description:
    "By value.yaml: figures at the likely value of every input, the break-even of each, and a simulation over the " +
    "ranges. --set puts another figure in the place of one and changes no file. What was spent on the PoC is sunk " +
    "and shown apart.",
  flags: [
    {
      flags: "-s, --set <input=figure>",
      description:
        'what if: users=600, minutes_saved=2..3..5 (low..likely..high), hourly_rate="55 EUR", payback="9 months", ' +
        'impact="50000 EUR", shape=pert, seed=7',
      repeatable: true,
    },
    AS_OF,
    { ...FORMAT, choices: ["human", "json", "csv"] },
  ],
  examples: [
    { line: "poc value", what: "is it worth it, and how sure is that?" },
    { line: "poc value --set users=600 --set minutes_saved=2..3..5", what: "what if" },
    { line: "poc value --format csv > value.csv", what: "for a spreadsheet" },
  ],
  load: async () => (await import("../runs/value.ts")).runValue,
};
