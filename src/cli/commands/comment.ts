import type { Command } from "../command.ts";
import { text } from "../flag.ts";
import { AS_OF, OUT } from "../flags.ts";

export const commentCommand = {
  name: "comment",
  group: "With other tools",
  summary: "the state of the PoC as a comment on a pull request",
  description:
    "Prints Markdown: verdict, what is left, proof, and with --base what the branch changed. The first line names " +
    "the PoC, so that a script can find the comment and edit it. Names and issue numbers in your texts notify " +
    "nobody. In GitHub Actions the text is also added to the summary of the job.",
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
