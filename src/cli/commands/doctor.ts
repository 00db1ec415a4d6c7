import type { Command } from "../command.ts";
import { FORMAT } from "../flags.ts";

export const doctorCommand = {
  name: "doctor",
  group: "Look things up",
  summary: "what poc needs on this machine, and whether it is there",
  description:
    "Looks at Node, git and who you are, time zone, clock, terminal, the browser that prints PDFs, the " +
    "organisation's folder, templates, the PoC and write access. Writes one empty file and takes it away again.",
  args: {},
  flags: { ...FORMAT },
  examples: [{ line: "poc doctor", what: "before the first PoC, and where something does not work" }],
} satisfies Command;
