import { SHELLS } from "../../app/ports/shells.ts";
import type { Command } from "../command.ts";
import { optionalWord } from "../flag.ts";

export const completionCommand = {
  name: "completion",
  group: "With other tools",
  summary: "completion for your shell: commands, flags, and the names in your PoC",
  description:
    "Prints a script for bash, zsh, fish or PowerShell; by default for the shell that SHELL names. The tab key then " +
    "completes evals, arms, entries, kill criteria, risks, checklist items, terms and codes.",
  args: { shell: optionalWord("bash, zsh, fish or powershell", SHELLS) },
  flags: {},
  examples: [
    { line: "poc completion bash > ~/.local/share/bash-completion/completions/poc", what: "bash" },
    { line: "poc completion zsh > ~/.zsh/completions/_poc", what: "zsh, in a folder of $fpath" },
    { line: "poc completion fish > ~/.config/fish/completions/poc.fish", what: "fish" },
    { line: "poc completion powershell > poc.ps1", what: "PowerShell: . ./poc.ps1 in $PROFILE" },
  ],
} satisfies Command;
