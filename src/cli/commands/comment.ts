import type { Command } from "../command.ts";
import { text } from "../flag.ts";
import { AS_OF, OUT } from "../flags.ts";

export const commentCommand = {
  name: "comment",
  group: "With other tools",
  summary: "the state of the PoC as a comment on a pull request",
  description:
    "Markdown: verdict, what is left, proof, and with --base what the branch changed. Its first line names the PoC, " +
    "so that a script finds the comment again and edits it. Names and issue numbers in your texts ping nobody. In " +
    "GitHub Actions it is added to the summary of the job too.",
  args: {},
  flags: {
    base: text("<ref>", "say what changed since this branch, tag or commit"),
    ...OUT,
    ...AS_OF,
  },
  examples: [
    { line: "poc comment --base origin/main", what: "with what this branch changed" },
    { line: "poc comment --base origin/main -o comment.md", what: "into a file, for a script that posts it" },
  ],
} satisfies Command;
