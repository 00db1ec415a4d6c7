import { AGENTS } from "../../app/agent/agent-files.ts";
import type { Command } from "../command.ts";
import { choices, requiredWord, truth } from "../flag.ts";

export const agentCommand = {
  name: "agent",
  group: "With other tools",
  summary: "teach coding agents to keep the log, or undo that",
  description:
    "install writes a skill to .agents/skills/poc and a marked section to AGENTS.md; with --for also to the folders " +
    "that other tools read. remove deletes what install wrote. The changes are shown first, and files that somebody " +
    "else wrote or edited stay as they are.",
  args: { act: requiredWord("install or remove", ["install", "remove"]) },
  flags: {
    for: choices("<agent>", [...AGENTS, "all"], "a tool that reads its own folder; repeat the flag for more tools"),
    yes: truth("do it without asking", { short: "y" }),
  },
  examples: [
    { line: "poc agent install", what: "shows what it writes, and asks" },
    { line: "poc agent install --for claude --for cursor --yes", what: "also for these tools, without asking" },
    { line: "poc agent remove", what: "deletes all of it" },
  ],
} satisfies Command;
