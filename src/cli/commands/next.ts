import { ROLES } from "../../domain/scalars/person.ts";
import type { Command } from "../command.ts";
import { choice, rest, text, truth } from "../flag.ts";
import { AS_OF, FORMAT } from "../flags.ts";

export const nextCommand = {
  name: "next",
  group: "Every day",
  summary: "what engineer, owner, sponsor, platform and security have to do now",
  description:
    "The most urgent comes first. Each action shows what in the records asks for it, its last day, and the command " +
    "that does or records it. What the records show as done is left out. Once a checklist is in use (poc checklist), " +
    "its open items are included, for the role that the list names.",
  args: {
    where: rest("with --all: folders, patterns, or files like portfolio.yaml; by default the current directory"),
  },
  flags: {
    role: choice("<role>", ROLES, "one role only, with everything it has to do"),
    all: truth("in all PoCs below a folder, person by person"),
    for: text("<name>", "with --all: what waits for one person, by a part of the name or address"),
    ...AS_OF,
    ...FORMAT,
  },
  examples: [
    { line: "poc next", what: "at most five for each role" },
    { line: "poc next --role sponsor", what: "what is waiting for Marta" },
    { line: "poc next --format json | jq '.data.roles[] | select(.role == \"security\")'", what: "for scripts" },
    { line: "poc next --all --for weiss", what: "what waits for Marta Weiss in any PoC below this folder" },
  ],
} satisfies Command;
