import type { CommandSpec } from "../command.ts";
import { AS_OF, BROWSER, OUT, PAPER } from "../flags.ts";

export const memoCommand: CommandSpec = {
  name: "memo",
  group: "Decide",
  summary: "render the decision memo: one page for the sponsor, and the log behind it",
  description:
    "Written to memos/. Same records and --as-of, same bytes. A template of the same name in the PoC's templates/ wins. A memo that somebody edited by hand is not overwritten without --force.",
  arguments: [{ name: "[kind]", description: "which document; there is decision" }],
  flags: [
    AS_OF,
    { flags: "--format <format>", description: "md: the document; html: a page of its own; pdf: that page, printed; json: what the template sees", choices: ["md", "html", "pdf", "json"], byDefault: "md" },
    OUT,
    BROWSER,
    PAPER,
    { flags: "--template <file>", description: "another Handlebars template" },
    { flags: "--verify", description: "tell whether the rendered memo still matches the records" },
    { flags: "--force", description: "overwrite a memo that was edited by hand" },
  ],
  examples: [
    { line: "poc memo", what: "write memos/decision-<day>.md" },
    { line: "poc memo -o -", what: "print it" },
    { line: "poc memo --format html", what: "one file to forward, to read and to print" },
    { line: "poc memo --format pdf", what: "printed by the Chromium or Chrome of this machine" },
    { line: "poc memo --verify", what: "exit 1 where it is stale" },
  ],
  load: async () => (await import("../runs/memo.ts")).runMemo,
};
