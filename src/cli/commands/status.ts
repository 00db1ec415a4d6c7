import type { Command } from "../command.ts";
import { truth } from "../flag.ts";
import { AS_OF, FAIL, FORMAT } from "../flags.ts";

export const statusCommand = {
  name: "status",
  group: "Every day",
  summary: "time, money, evidence and what is due next, at a glance",
  args: {},
  flags: {
    short: truth("four lines: state, what is left, proof, next"),
    account: truth("how much of the chance of a false verdict each look, arm and run has used, and what is left"),
    ...AS_OF,
    ...FORMAT,
    ...FAIL,
  },
  examples: [
    { line: "poc", what: "the same; on a terminal with fewer than 24 lines, the short form" },
    { line: "poc status --short", what: "four lines, for a prompt or a phone" },
    { line: "poc status --account", what: "the chance of a false verdict: agreed, used, left" },
    { line: "poc status --as-of 2026-12-01", what: "the state at the end of that day" },
    { line: "poc status --format json | jq .data.recommendation", what: "for scripts" },
  ],
} satisfies Command;
