import type { Command } from "../command.ts";
import { text } from "../flag.ts";

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
  flags: {
    portfolio: text("<dir>", "the PoCs below this folder, or those of a file, may be listed too"),
  },
  examples: [
    { line: "poc mcp", what: "the command for the configuration of the agent; -C DIR names the folder" },
    { line: "poc mcp --portfolio ..", what: "the agent may also ask which PoCs there are, and what became of them" },
  ],
} satisfies Command;
