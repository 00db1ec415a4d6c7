import type { Command } from "../command.ts";
import { truth } from "../flag.ts";
import { FORMAT } from "../flags.ts";

export const doctorCommand = {
  name: "doctor",
  group: "With other tools",
  summary: "what poc needs on this machine, and whether it is there",
  description:
    "Checks Node, git, your name, time zone, clock, terminal, the browser that prints PDFs, the organisation's " +
    "folder, templates, the PoC, write access and the cache. Writes one empty file and deletes it again.",
  args: {},
  flags: {
    clearCache: truth("delete the cache; the next commands read everything again"),
    ...FORMAT,
  },
  examples: [
    { line: "poc doctor", what: "before the first PoC, and when something does not work" },
    { line: "poc doctor --clear-cache", what: "if a command shows something that no longer exists" },
  ],
} satisfies Command;
