import type { CommandSpec } from "../command.ts";
import { AS_OF, FORMAT } from "../flags.ts";

export const planCommand: CommandSpec = {
  name: "plan",
  group: "Kick off",
  summary: "how likely each eval is to reach its target, and how many cases that takes",
  description:
    "By the target, the baseline, the expectation and the number of cases in evals.yaml. The flags put others in " +
    "their place and change no file.",
  flags: [
    { flags: "-e, --eval <id>", description: "only that eval" },
    { flags: "--n <cases>", description: "what if so many cases were measured" },
    { flags: "--expect <figure>", description: 'what if that is true: "reduction 60%", "value 8%"' },
    { flags: "--target <target>", description: 'what if that were the target: "reduction >= 30%"' },
    { flags: "--baseline <figure>", description: "what if that were the baseline: 82/400, 20%" },
    { flags: "--sd <spread>", description: 'what if single values varied by that much: "0.02 EUR"; for means' },
    { flags: "--confidence <level>", description: "what if verdicts were to be that sure: 90%, 95%, 99%" },
    AS_OF,
    FORMAT,
  ],
  examples: [
    { line: "poc plan", what: "every eval, as it is planned" },
    { line: 'poc plan --eval wrong-rate --n 400 --expect "reduction 60%"', what: "what if" },
    { line: "poc plan --confidence 90% --format json", what: "for a script" },
  ],
  load: async () => (await import("../runs/plan.ts")).runPlan,
};
