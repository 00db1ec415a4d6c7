import type { Command } from "../command.ts";
import { optionalWord, optional, truth } from "../flag.ts";
import { FORMAT } from "../flags.ts";

export const templateCommand = {
  name: "template",
  group: "Look things up",
  summary: "templates, gates and checklists: where they come from, what they can use, your own",
  description:
    "The PoC's templates/ comes before the organisation's folder, and that before what ships with poc. The " +
    "organisation's folder is named once: by POC_TEMPLATES, or as templates: in ~/.config/poc/config.yaml. list " +
    "shows everything; show prints one; copy puts one into the PoC's templates/; helpers shows what templates may " +
    "write, and view the names that a kind of document can use.",
  args: {
    action: optionalWord(
      "list, show, copy, helpers or view; by default list",
      ["list", "show", "copy", "helpers", "view"],
      (typed) => `to see a template: poc template show ${/^[\w./-]{1,60}$/.test(typed) ? typed : "NAME"}`,
    ),
    name: optional("which one: decision, partials/log; with view the kind of document"),
  },
  flags: { force: truth("with copy: overwrite the PoC's own"), ...FORMAT },
  examples: [
    { line: "poc template list", what: "everything, and where it comes from" },
    { line: "poc template copy decision", what: "your own decision memo, in templates/memo/" },
    { line: "poc template view decision", what: "every name that its template can use" },
    { line: "poc template helpers", what: "what a template may write" },
  ],
} satisfies Command;
