import { AGENTS } from "../../app/agent/agent-files.ts";
import type { Command } from "../command.ts";
import { choices, requiredWord, truth } from "../flag.ts";

export const agentCommand = {
  name: "agent",
  group: "With other tools",
  summary: "teach coding agents to keep the log, or take that away",
  description:
    "install writes a skill to .agents/skills/poc and a marked section to AGENTS.md; --for also to the folders in " +
    "which these tools look. remove takes away what install wrote. What would change is shown first, and what others " +
    "have written or edited is left as it is.",
  args: { act: requiredWord("install or remove", ["install", "remove"]) },
  flags: {
    for: choices("<agent>", [...AGENTS, "all"], "a tool that looks in a folder of its own; once for each"),
    yes: truth("do it without asking", { short: "y" }),
  },
  examples: [
    { line: "poc agent install", what: "shows what it writes, and asks" },
    { line: "poc agent install --for claude --for cursor --yes", what: "for these too, without asking" },
    { line: "poc agent remove", what: "takes all of it away" },
  ],
} satisfies Command;
