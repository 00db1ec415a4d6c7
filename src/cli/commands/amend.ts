import type { CommandSpec } from "../command.ts";
import { BY } from "../flags.ts";

export const amendCommand: CommandSpec = {
  name: "amend",
  group: "Decide",
  summary: "change a frozen term, with reason and approver",
  description:
    "Without --set or --extend it records what was edited in the files. The amendment says whether results for the " +
    "criterion had already been seen.",
  flags: [
    {
      flags: "--set <term=value>",
      description: "the term and its new value; edits the file around it, byte for byte",
      repeatable: true,
    },
    { flags: "--extend <days>", description: "working days to add to the timebox" },
    { flags: "--reason <text>", description: "why" },
    { flags: "--approver <person>", description: "who approved it" },
    BY,
  ],
  examples: [
    { line: 'poc amend --reason "Vendor delivered late" --approver "Marta Weiss"', what: "record what was edited" },
    { line: 'poc amend --set spend_cap="2500 EUR" --reason "…" --approver "Marta Weiss"', what: "edit and record" },
    {
      line: 'poc amend --extend 3 --reason "…" --approver "Marta Weiss"',
      what: "one extension is normal; a second is reported",
    },
  ],
  load: async () => (await import("../runs/amend.ts")).runAmend,
};
