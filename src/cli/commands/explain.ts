import type { Command } from "../command.ts";
import { optional } from "../flag.ts";

export const explainCommand = {
  name: "explain",
  group: "Look things up",
  summary: "what a diagnostic means and how to fix it",
  args: { code: optional("a code such as terms-drift; without one, every code is listed") },
  flags: {},
  examples: [
    { line: "poc explain kill-criterion-overdue", what: "the long text, offline" },
    { line: "poc explain", what: "every code" },
  ],
} satisfies Command;
