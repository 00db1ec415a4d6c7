import type { Command } from "../command.ts";
import { count, optional, truth } from "../flag.ts";
import { AS_OF, BY, formatOf, OUT, PRINTER } from "../flags.ts";

export const checklistCommand = {
  name: "checklist",
  group: "Decide",
  summary: "exit criteria, MVP readiness, teardown and your own lists, each item with its evidence",
  description:
    "Without a name it shows every list, and how much of it is done. An item is ticked by the records, by a command " +
    "that the list names, or by a person with a link: poc log --attest. Looking at a list writes nothing; --write " +
    "puts it into " +
    "memos/, printable.\n\n" +
    "The exit criteria are fixed, because the recommendation depends on them. Every other list is a file in " +
    "templates/checklists/. The PoC's own file is used first, then the organisation's (POC_TEMPLATES), then the one " +
    "that ships with poc.\n\n" +
    "--run runs the commands under check: in the shell, in the PoC folder, and logs their results; nothing else " +
    "ever runs them. A pass counts for seven days, and only for the command that was run.",
  args: {
    name: optional("exit, mvp, essentials, customer-facing, groundwork, teardown, or a list of your own"),
  },
  flags: {
    ...AS_OF,
    ...formatOf("md", "html", "pdf"),
    ...OUT,
    ...PRINTER,
    write: truth("write it to memos/"),
    force: truth("overwrite a checklist that was edited by hand"),
    run: truth("run the commands that the list names; on a terminal it asks first"),
    yes: truth("run them without asking", { short: "y" }),
    timeout: count("<seconds>", "time limit for each command; by default 600"),
    ...BY,
  },
  examples: [
    { line: "poc checklist", what: "which lists there are, and how much is done" },
    { line: "poc checklist exit", what: "is the PoC done?" },
    { line: "poc checklist mvp --format md -o -", what: "printable" },
    { line: "poc checklist release --run", what: "your own list; its commands are run now" },
    { line: "poc checklist mvp --format html --write", what: "as a page in memos/, for a phone or for paper" },
  ],
} satisfies Command;
