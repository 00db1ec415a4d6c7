import type { CommandSpec } from "../command.ts";
import { AS_OF, BROWSER, FORMAT, OUT, PAPER } from "../flags.ts";

export const checklistCommand: CommandSpec = {
  name: "checklist",
  group: "Decide",
  summary: "exit criteria and MVP readiness, each item with its evidence",
  description: "Items are ticked by what the records show, else by a person's word with a link: poc log --attest. Written to memos/ as printable Markdown, and shown.",
  arguments: [{ name: "<name>", description: "exit or mvp" }],
  flags: [AS_OF, { ...FORMAT, choices: ["human", "md", "html", "pdf", "json"] }, OUT, BROWSER, PAPER, { flags: "--force", description: "overwrite a checklist that was edited by hand" }],
  examples: [
    { line: "poc checklist exit", what: "is the PoC done?" },
    { line: "poc checklist mvp --format md -o -", what: "printable" },
    { line: "poc checklist mvp --format html", what: "as a page, for a phone or for paper" },
  ],
  load: async () => (await import("../runs/checklist.ts")).runChecklist,
};
