import type { Command } from "../command.ts";
import { AS_OF, FAIL, formatOf } from "../flags.ts";

export const checkCommand = {
  name: "check",
  group: "Every day",
  summary: "every problem in the records and the policy, with file and line",
  description: "For editors and CI: one line for each problem, then the source and how to fix it.",
  args: {},
  flags: { ...formatOf("github"), ...FAIL, ...AS_OF },
  examples: [
    { line: "poc check", what: "exit code 0: nothing is wrong" },
    { line: "poc check --format github", what: "annotations on a pull request" },
    { line: "poc check --fail-on warning", what: "stricter" },
    { line: "poc explain terms-drift", what: "what a code means" },
  ],
} satisfies Command;
