import { nearest } from "../domain/scalars/nearest.ts";
import type { Command } from "./command.ts";

/** The hint for a word that is not a command: the command with that meaning, or the nearest by spelling. */
export function meantCommand(typed: string, commands: readonly Command[]): string {
  if (/\s/.test(typed.trim())) return `to log it: poc log ${JSON.stringify(typed.slice(0, 60))}`;
  const word = typed.toLowerCase();
  const names = commands.map(({ name }) => name);
  const meant = byMeaning(word);
  const close = meant ?? begun(word, names) ?? nearest(word, names) ?? byMeaning(nearest(word, ALL_WORDS));
  const command = commands.find(({ name }) => name === close);
  if (command === undefined) return "poc --help lists the commands";
  return `did you mean poc ${command.name}?${meant === undefined ? "" : ` (${command.summary})`}`;
}

function byMeaning(word: string | undefined): string | undefined {
  return word === undefined ? undefined : [...MEANINGS].find(([, words]) => words.includes(word))?.[0];
}

function begun(word: string, names: readonly string[]): string | undefined {
  // One letter is a slip as well as a beginning.
  const those = word.length < 2 ? [] : names.filter((name) => name.startsWith(word));
  return those.length === 1 ? those[0] : undefined;
}

/** What people of other tools type, by the command they mean. No word of it is a command; a test sees to that. */
export const MEANINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ["init", ["new", "create", "setup", "scaffold", "bootstrap", "generate", "wizard"]],
  ["plan", ["power", "sample", "samples", "size", "cases-needed"]],
  ["start", ["begin", "freeze", "kickoff", "launch", "go-live"]],
  [
    "log",
    [
      "add",
      "record",
      "note",
      "write",
      "entry",
      "track",
      "spend",
      "hours",
      "eval",
      "result",
      "measure",
      "commit",
      "risk",
      "answer",
      "attest",
    ],
  ],
  ["status", ["state", "summary", "overview", "dashboard", "info", "progress", "standing", "budget", "money", "time"]],
  ["next", ["todo", "todos", "tasks", "actions", "due"]],
  ["check", ["lint", "validate", "verify", "test", "policy", "audit"]],
  ["show", ["history", "entries", "cat", "view", "read"]],
  ["list", ["ls", "dir", "portfolio", "all", "pocs"]],
  ["undo", ["rm", "delete", "remove", "revert", "withdraw", "reset", "correct"]],
  ["value", ["roi", "payback", "impact", "business-case", "benefit", "npv"]],
  ["memo", ["report", "render", "document", "doc", "docs", "pdf", "html", "print"]],
  ["checklist", ["checklists", "criteria", "items", "exit", "mvp", "teardown"]],
  ["decide", ["stop", "end", "finish", "close", "kill", "decision", "approve", "go", "no-go", "conditional", "cancel"]],
  [
    "followup",
    ["follow-up", "forecast", "forecasts", "outcome", "outcomes", "actuals", "calibration", "retrospective"],
  ],
  ["gate", ["gates", "pass", "waive", "stage", "milestone"]],
  ["amend", ["edit", "change", "set", "extend", "update", "modify"]],
  ["replay", ["timeline", "diff", "trace"]],
  ["template", ["templates", "theme"]],
  ["completion", ["shell", "bash", "zsh", "fish", "powershell", "autocomplete", "completions"]],
  ["doctor", ["diagnose", "diagnostics", "env", "environment", "health", "install", "self-check", "config"]],
  ["explain", ["why", "code", "codes", "diagnostic", "error"]],
]);

const ALL_WORDS = [...MEANINGS.values()].flat();
