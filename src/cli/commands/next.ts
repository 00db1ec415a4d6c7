import { ROLES } from "../../domain/scalars/person.ts";
import type { Command } from "../command.ts";
import { choice, rest, text, truth } from "../flag.ts";
import { AS_OF, FORMAT } from "../flags.ts";

export const nextCommand = {
  name: "next",
  group: "Every day",
  summary: "what engineer, owner, sponsor, platform and security have to do now",
  description:
    "The most urgent action comes first. Each action shows its reason in the records, its last day, and the command " +
    "that does or records it. Actions that the records show as done are left out. Once a checklist is in use (poc " +
    "checklist), its open items are included, for the role that the list names.",
  args: {
    where: rest("with --all: folders, patterns, or files like portfolio.yaml; by default the current directory"),
  },
  flags: {
    role: choice("<role>", ROLES, "one role only, with everything it has to do"),
    all: truth("in all PoCs below a folder, person by person"),
    for: text("<name>", "with --all: what is waiting for one person, by part of the name or address"),
    ...AS_OF,
    ...FORMAT,
  },
  examples: [
    { line: "poc next", what: "at most five for each role" },
    { line: "poc next --role sponsor", what: "what is waiting for Marta" },
    { line: "poc next --format json | jq '.data.roles[] | select(.role == \"security\")'", what: "for scripts" },
    { line: "poc next --all --for weiss", what: "what is waiting for Marta Weiss in any PoC below this folder" },
  ],
} satisfies Command;
