import type { Command } from "../command.ts";
import { count, optional, texts, truth } from "../flag.ts";
import { BY } from "../flags.ts";

export const runCommand = {
  name: "run",
  group: "Every day",
  summary: "run an eval's own command and import what it writes",
  description:
    "Runs the command under run in evals.yaml, in the PoC folder; only {out} is replaced, by the quoted path of its " +
    "output. The output is kept in runs/ and imported. Ctrl-C stores nothing.",
  args: { eval: optional("id of the eval") },
  flags: {
    all: truth("every eval that has a command"),
    arm: texts("<name>", "the name of the arm; gpt-4.1=today renames one of several"),
    timeout: count("<seconds>", "time limit for each command, in seconds; by default 3600"),
    yes: truth("run without asking", { short: "y" }),
    ...BY,
  },
  examples: [
    { line: "poc run wrong-rate --arm reranker", what: "run it, and log its results" },
    { line: "poc run --all", what: "every eval that has a command" },
  ],
} satisfies Command;
