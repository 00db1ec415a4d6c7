import type { Command } from "../command.ts";
import { AS_OF, FAIL, FORMAT } from "../flags.ts";

export const statusCommand = {
  name: "status",
  group: "Every day",
  summary: "time, money, evidence and what is due next, at a glance",
  args: {},
  flags: { ...AS_OF, ...FORMAT, ...FAIL },
  examples: [
    { line: "poc", what: "the same" },
    { line: "poc status --as-of 2026-12-01", what: "the state at the end of that day" },
    { line: "poc status --format json | jq .data.recommendation", what: "for scripts" },
  ],
} satisfies Command;
