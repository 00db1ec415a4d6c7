import type { CommandSpec } from "../command.ts";
import { AS_OF, FORMAT } from "../flags.ts";
import { ROLES } from "../../domain/scalars/person.ts";

export const nextCommand: CommandSpec = {
  name: "next",
  group: "Every day",
  summary: "what engineer, owner, sponsor, platform and security have to do now",
  description:
    "The most pressing first, each with what in the records asks for it, until when, and the command that does or " +
    "records it. Whatever the records show as done is gone. Open items of checklists are among them, for the role " +
    "that the list names, once the list is asked: poc checklist.",
  flags: [
    { flags: "--role <role>", description: "one role only, and all that it has to do", choices: ROLES },
    AS_OF,
    FORMAT,
  ],
  examples: [
    { line: "poc next", what: "five for each role, at most" },
    { line: "poc next --role sponsor", what: "what Marta is waited for" },
    { line: "poc next --format json | jq '.data.roles[] | select(.role == \"security\")'", what: "for scripts" },
  ],
  load: async () => (await import("../runs/next.ts")).runNext,
};
