import type { Command } from "../command.ts";
import { truth } from "../flag.ts";
import { AS_OF, FAIL, formatOf } from "../flags.ts";

export const checkCommand = {
  name: "check",
  group: "Every day",
  summary: "every problem in the records and the policy, with file and line",
  description:
    "Each problem has one line with file, line and column, for editors and CI too, then its source " +
    "and how to fix it. The placeholders of a file share one line.",
  args: {},
  flags: {
    all: truth("every placeholder by itself, with its source and a hint"),
    ...formatOf("github"),
    ...FAIL,
    ...AS_OF,
  },
  examples: [
    { line: "poc check", what: "exit code 0: nothing is wrong" },
    { line: "poc check --format github", what: "annotations on a pull request" },
    { line: "poc check --fail-on warning", what: "stricter" },
    { line: "poc explain terms-drift", what: "what a code means" },
  ],
} satisfies Command;
