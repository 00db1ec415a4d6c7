import type { Command } from "../command.ts";
import { texts } from "../flag.ts";
import { AS_OF, formatOf } from "../flags.ts";

export const valueCommand = {
  name: "value",
  group: "Decide",
  summary: "impact and payback against the thresholds, how sure they are, and what would change the answer",
  description:
    "Calculated from value.yaml: the figures at the likely value of every input, the break-even of each input, and a " +
    "simulation over the ranges. --set tries another value and changes no file. The cost of the PoC is already " +
    "spent, and is shown separately.",
  args: {},
  flags: {
    set: texts(
      "<input=figure>",
      "what if: users=600, minutes_saved=2..3..5 (low..likely..high), " +
        'hourly_rate="55 EUR", payback="9 months", impact="50000 EUR", shape=pert, seed=7',
      { short: "s" },
    ),
    ...AS_OF,
    ...formatOf("csv"),
  },
  examples: [
    { line: "poc value", what: "is it worth it, and how sure is that?" },
    { line: "poc value --set users=600 --set minutes_saved=2..3..5", what: "what if" },
    { line: "poc value --format csv > value.csv", what: "for a spreadsheet" },
  ],
} satisfies Command;
