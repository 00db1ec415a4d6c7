import type { Command } from "../command.ts";
import { truth, wordFiles } from "../flag.ts";
import { AS_OF, FAIL, formatOf } from "../flags.ts";

/** What `poc check` writes for other programs. */
const REPORT_FORMATS = ["json", "sarif", "junit", "gitlab", "github"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const checkCommand = {
  name: "check",
  group: "Every day",
  summary: "every problem in the records and the policy, with file and line",
  description:
    "Each problem has one line with file, line and column, then its source and how to fix it. The placeholders of a " +
    "file share one line. There are formats for other programs: sarif for code scanning, junit for test reports, " +
    "gitlab for Code Quality, github for annotations on a pull request. In these, paths start at the root of the " +
    "repository.",
  args: {},
  flags: {
    all: truth("each placeholder separately, with its source and a hint"),
    ...formatOf("sarif", "junit", "gitlab", "github"),
    report: wordFiles(
      "<format=file>",
      REPORT_FORMATS,
      "also write a report to a file; repeat the flag for more reports",
    ),
    hash: truth(
      "check the hashes of the agreed terms against the log instead; also counts files of cases again and asks git " +
        "for edits of the log (docs/freeze.md)",
    ),
    watch: truth("on a terminal: show the list again whenever a file changes; Ctrl-C ends it"),
    ...FAIL,
    ...AS_OF,
  },
  examples: [
    { line: "poc check", what: "exit code 0: nothing is wrong" },
    { line: "poc check --format github", what: "annotations on a pull request" },
    {
      line: "poc check --report sarif=poc.sarif --report junit=poc.xml",
      what: "files for CI, and the text on the terminal",
    },
    { line: "poc check --hash", what: "were the agreed terms changed after the fact?" },
    { line: "poc check --fail-on warning", what: "stricter" },
    { line: "poc check --watch", what: "beside an editor" },
    { line: "poc explain terms-drift", what: "what a code means" },
  ],
} satisfies Command;
