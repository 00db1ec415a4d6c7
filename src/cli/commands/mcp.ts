import type { Command } from "../command.ts";

export const mcpCommand = {
  name: "mcp",
  group: "With other tools",
  summary: "serve this PoC to a coding agent, over standard input and output",
  description:
    "A server of the Model Context Protocol. The agent reads the standing and keeps the log; its entries say what " +
    "wrote them. Freezing, amending, clearing, deciding, attesting for people and undoing stay with you: the agent " +
    "is told the command that you type. The folder is fixed at the start, and no path leaves it.",
  args: {},
  flags: {},
  examples: [{ line: "poc mcp", what: "what the configuration of the agent starts; -C DIR names the folder" }],
} satisfies Command;
