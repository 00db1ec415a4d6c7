import type { Command } from "../command.ts";
import { optionalWord, optional, truth } from "../flag.ts";
import { FORMAT } from "../flags.ts";

export const templateCommand = {
  name: "template",
  group: "Look things up",
  summary: "templates, gates and checklists: where they come from, what they can use, your own",
  description:
    "A template in the PoC's templates/ is used first, then one in the organisation's folder, then the one that " +
    "ships with poc. POC_TEMPLATES names the organisation's folder, or templates: in ~/.config/poc/config.yaml. " +
    "list shows everything; show prints one template; copy puts one into the PoC's templates/; helpers lists the " +
    "language of templates; view lists the fields of a document.",
  args: {
    action: optionalWord(
      "list, show, copy, helpers or view; by default list",
      ["list", "show", "copy", "helpers", "view"],
      (typed) => `to see a template: poc template show ${/^[\w./-]{1,60}$/.test(typed) ? typed : "NAME"}`,
    ),
    name: optional("the template: decision, partials/log; with view, the kind of document"),
  },
  flags: { force: truth("with copy: overwrite the PoC's own"), ...FORMAT },
  examples: [
    { line: "poc template list", what: "everything, and where it comes from" },
    { line: "poc template copy decision", what: "your own decision memo, in templates/memo/" },
    { line: "poc template view decision", what: "every field that its template can use" },
    { line: "poc template helpers", what: "the language of templates" },
  ],
} satisfies Command;
