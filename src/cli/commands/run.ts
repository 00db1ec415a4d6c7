import type { Command } from "../command.ts";
import { count, optional, texts, truth } from "../flag.ts";
import { BY } from "../flags.ts";

export const runCommand = {
  name: "run",
  group: "Every day",
  summary: "run an eval's own command and import what it writes",
  description:
    "The command is run as evals.yaml has it under run, in the PoC folder; only the quoted path of its output is put " +
    "in for {out}. The output is kept in runs/ and imported. Ctrl-C stores nothing.",
  args: { eval: optional("id of the eval") },
  flags: {
    all: truth("every eval that has a command"),
    arm: texts("<name>", "what the arm is called; gpt-4.1=today calls one of several something else"),
    timeout: count("<seconds>", "stop a command after so many seconds; 3600 by default"),
    yes: truth("run without asking", { short: "y" }),
    ...BY,
  },
  examples: [
    { line: "poc run wrong-rate --arm reranker", what: "run it, and log what it shows" },
    { line: "poc run --all", what: "every eval that has a command" },
  ],
} satisfies Command;
