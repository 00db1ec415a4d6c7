import type { Command } from "../command.ts";
import { text } from "../flag.ts";
import { AS_OF, FORMAT } from "../flags.ts";

export const planCommand = {
  name: "plan",
  group: "Kick off",
  summary: "how likely each eval is to reach its target, and how many cases that takes",
  description:
    "Uses the target, the baseline, the expectation and the number of cases in evals.yaml. The flags try other " +
    "values and change no file.",
  args: {},
  flags: {
    eval: text("<id>", "only that eval", { short: "e", twice: "leave out --eval to see every eval" }),
    n: text("<cases>", "what if this many cases were measured"),
    expect: text("<figure>", 'what if this were true: "reduction 60%", "value 8%"'),
    target: text("<target>", 'what if this were the target: "reduction >= 30%"'),
    baseline: text("<figure>", "what if this were the baseline: 82/400, 20%"),
    sd: text("<spread>", 'for means: what if single values varied by this much: "0.02 EUR"'),
    confidence: text("<level>", "what if verdicts needed this confidence: 90%, 95%, 99%"),
    ...AS_OF,
    ...FORMAT,
  },
  examples: [
    { line: "poc plan", what: "every eval, as it is planned" },
    { line: 'poc plan --eval wrong-rate --n 400 --expect "reduction 60%"', what: "what if" },
    { line: "poc plan --confidence 90% --format json", what: "for a script" },
  ],
} satisfies Command;
