import type { CommandSpec } from "../command.ts";
import { AS_OF, FAIL, FORMAT } from "../flags.ts";

export const checkCommand: CommandSpec = {
  name: "check",
  group: "Every day",
  summary: "every problem of the records and the policy, with file and line",
  description: "For editors and CI: one line per problem, then the source and how to fix it.",
  flags: [{ ...FORMAT, choices: ["human", "json", "github"] }, FAIL, AS_OF],
  examples: [
    { line: "poc check", what: "exit 0: nothing wrong" },
    { line: "poc check --format github", what: "annotations on a pull request" },
    { line: "poc check --fail-on warning", what: "stricter" },
    { line: "poc explain terms-drift", what: "what a code means" },
  ],
  load: async () => (await import("../runs/check.ts")).runCheck,
};
