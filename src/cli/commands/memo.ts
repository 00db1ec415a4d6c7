import type { Command } from "../command.ts";
import { choice, optional, text, truth } from "../flag.ts";
import { AS_OF, OUT, PRINTER } from "../flags.ts";

export const memoCommand = {
  name: "memo",
  group: "Decide",
  summary: "write the decision memo, or the document of another gate",
  description:
    "Writes one page for the sponsor, and the log behind it, to memos/. Each gate has its document: business-case, " +
    "decision, proof-of-value, mvp-readiness, pilot-report, scale-plan. Questions that only a person can answer " +
    "stay marked OPEN, with the command that answers them. The same records and the same --as-of give the same " +
    "bytes. A template with the same name in the PoC's templates/ is used first (poc template). A memo that was " +
    "edited by hand is not overwritten without --force.",
  args: { kind: optional("which document; by default decision") },
  flags: {
    ...AS_OF,
    format: choice(
      "<format>",
      ["md", "html", "pdf", "json"],
      "md, Markdown; html, one page; pdf, that page printed; json, the data for the template",
      { byDefault: "md", shorthand: "json" },
    ),
    ...OUT,
    ...PRINTER,
    for: choice("<reader>", ["sponsor"], "sponsor: without the list of commands at the end"),
    template: text("<file>", "another Handlebars template"),
    open: truth("render the page and open it in the default browser; prints its path where there is none"),
    list: truth("list the documents, with their gates"),
    verify: truth("check whether the documents in memos/ still match the records; with a kind, only that one"),
    force: truth("overwrite what was edited by hand"),
  },
  examples: [
    { line: "poc memo", what: "write memos/decision-<day>.md" },
    { line: "poc memo proof-of-value -o -", what: "print the report of gate 2" },
    { line: "poc memo --format html", what: "one file to forward, to read and to print" },
    { line: "poc memo --open", what: "look at it in the browser" },
    { line: "poc memo --format pdf", what: "printed with the Chromium or Chrome on this machine" },
    { line: "poc memo --list", what: "which documents there are" },
    { line: "poc memo --verify", what: "exit code 1 if one is stale" },
  ],
} satisfies Command;
