import type { Command } from "../command.ts";
import { truth } from "../flag.ts";
import { FORMAT } from "../flags.ts";

export const doctorCommand = {
  name: "doctor",
  group: "With other tools",
  summary: "what poc needs on this machine, and whether it is there",
  description:
    "Looks at Node, git and who you are, time zone, clock, terminal, the browser that prints PDFs, the " +
    "organisation's folder, templates, the PoC, write access, and what is kept between runs. Writes one empty file " +
    "and takes it away again.",
  args: {},
  flags: {
    clearCache: truth("remove what is kept between runs; the next commands read everything anew"),
    ...FORMAT,
  },
  examples: [
    { line: "poc doctor", what: "before the first PoC, and where something does not work" },
    { line: "poc doctor --clear-cache", what: "where a command seems to remember what is not there any more" },
  ],
} satisfies Command;
