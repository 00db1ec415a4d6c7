import type { CommandSpec } from "../command.ts";
import { AS_OF, BROWSER, BY, FORMAT, OUT, PAPER } from "../flags.ts";

export const checklistCommand: CommandSpec = {
  name: "checklist",
  group: "Decide",
  summary: "exit criteria, MVP readiness, teardown and your own lists, each item with its evidence",
  description:
    "Without a name: every list, and how much of it is done. Items are ticked by what the records show, by a " +
    "command that the list names, or by a person's word with a link: poc log --attest. A list is written to memos/ " +
    "as printable Markdown, and shown.\n\n" +
    ("The exit criteria are fixed, because they rule the recommendation. Every other list is a file of " +
      "templates/checklists/: the PoC's own goes before the organisation's (POC_TEMPLATES), and that before the one " +
      "that ships.\n\n") +
    ("--run runs the check: commands of a list in the shell, in the PoC folder, and logs what came of them; nothing " +
      "else ever does. A pass counts for seven days, and only for the command that was run."),
  arguments: [
    {
      name: "[name]",
      description: "exit, mvp, essentials, customer-facing, groundwork, teardown, or a list of your own",
    },
  ],
  flags: [
    AS_OF,
    { ...FORMAT, choices: ["human", "md", "html", "pdf", "json"] },
    OUT,
    BROWSER,
    PAPER,
    { flags: "--force", description: "overwrite a checklist that was edited by hand" },
    { flags: "--run", description: "run the commands that the list names; asks first on a terminal" },
    { flags: "-y, --yes", description: "run them without asking" },
    { flags: "--timeout <seconds>", description: "how long each command may take; 600 unless stated" },
    BY,
  ],
  examples: [
    { line: "poc checklist", what: "which lists there are, and how far" },
    { line: "poc checklist exit", what: "is the PoC done?" },
    { line: "poc checklist mvp --format md -o -", what: "printable" },
    { line: "poc checklist release --run", what: "your own list, its commands run now" },
    { line: "poc checklist mvp --format html", what: "as a page, for a phone or for paper" },
  ],
  load: async () => (await import("../runs/checklist.ts")).runChecklist,
};
