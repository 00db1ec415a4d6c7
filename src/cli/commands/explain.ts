import type { CommandSpec } from "../command.ts";

export const explainCommand: CommandSpec = {
  name: "explain",
  group: "Look things up",
  summary: "what a diagnostic means and how to fix it",
  arguments: [{ name: "[code]", description: "such as terms-drift; none lists all" }],
  flags: [],
  examples: [
    { line: "poc explain kill-criterion-overdue", what: "the long text, offline" },
    { line: "poc explain", what: "every code" },
  ],
  load: async () => (await import("../runs/explain.ts")).runExplain,
};
