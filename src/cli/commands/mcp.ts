import type { Command } from "../command.ts";

export const mcpCommand = {
  name: "mcp",
  group: "With other tools",
  summary: "serve this PoC to a coding agent, over standard input and output",
  description:
    "Starts a server of the Model Context Protocol. The agent reads the state of the PoC and keeps the log; its " +
    "entries say what wrote them. Freezing, amending, clearing, deciding, attesting for people and undoing stay " +
    "with you: the agent is told the command for you to type. The folder is fixed at the start, and the server " +
    "reads no path outside it.",
  args: {},
  flags: {},
  examples: [{ line: "poc mcp", what: "the command for the agent's configuration; -C DIR names the folder" }],
} satisfies Command;
