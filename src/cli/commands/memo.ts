import type { CommandSpec } from "../command.ts";
import { AS_OF, BROWSER, OUT, PAPER } from "../flags.ts";

export const memoCommand: CommandSpec = {
  name: "memo",
  group: "Decide",
  summary: "render the decision memo, or the document of another gate",
  description:
    "One page for the sponsor, and the log behind it. Each gate has its document: business-case, decision, " +
    "proof-of-value, mvp-readiness, pilot-report, scale-plan. What only a person can answer stays visibly OPEN, " +
    "with the command that answers it. Written to memos/. Same records and --as-of, same bytes. A template of the " +
    "same name in the PoC's templates/ wins (poc template). A memo that somebody edited by hand is not overwritten " +
    "without --force.",
  arguments: [{ name: "[kind]", description: "which document; decision where none is named" }],
  flags: [
    AS_OF,
    {
      flags: "--format <format>",
      description: "md: the document; html: a page of its own; pdf: that page, printed; json: what the template sees",
      choices: ["md", "html", "pdf", "json"],
      byDefault: "md",
    },
    OUT,
    BROWSER,
    PAPER,
    { flags: "--template <file>", description: "another Handlebars template" },
    { flags: "--list", description: "name the documents, with their gates" },
    {
      flags: "--verify",
      description: "tell whether the documents in memos/ still match the records; with a kind, that one alone",
    },
    { flags: "--force", description: "overwrite what was edited by hand" },
  ],
  examples: [
    { line: "poc memo", what: "write memos/decision-<day>.md" },
    { line: "poc memo proof-of-value -o -", what: "print the report of gate 2" },
    { line: "poc memo --format html", what: "one file to forward, to read and to print" },
    { line: "poc memo --format pdf", what: "printed by the Chromium or Chrome of this machine" },
    { line: "poc memo --list", what: "which documents there are" },
    { line: "poc memo --verify", what: "exit 1 where it is stale" },
  ],
  load: async () => (await import("../runs/memo.ts")).runMemo,
};
