import type { CommandSpec } from "../command.ts";
import { FORMAT } from "../flags.ts";

export const templateCommand: CommandSpec = {
  name: "template",
  group: "Look things up",
  summary: "templates, gates and checklists: whose they are, what they can use, your own",
  description:
    "The PoC's templates/ wins over the organisation's folder, and that over what ships. The organisation's is " +
    "named once: by POC_TEMPLATES, or as templates: in ~/.config/poc/config.yaml. list names everything; show " +
    "prints one; copy puts one into the PoC's templates/; helpers tells what templates may write, and view which " +
    "names those of a document can use.",
  arguments: [
    { name: "[action]", description: "list, show, copy, helpers or view; list where none is given" },
    { name: "[name]", description: "which one: decision, partials/log; with view the kind of document" },
  ],
  flags: [{ flags: "--force", description: "let copy overwrite the PoC's own" }, FORMAT],
  examples: [
    { line: "poc template list", what: "everything, and whose it is" },
    { line: "poc template copy decision", what: "an own decision memo, in templates/memo/" },
    { line: "poc template view decision", what: "every name that its template can use" },
    { line: "poc template helpers", what: "what a template may write" },
  ],
  load: async () => (await import("../runs/template.ts")).runTemplate,
};
