import { POC_STATES, SORT_KEYS, STATE_GROUPS } from "../../domain/portfolio/list-words.ts";
import { FAIL_ON } from "../../app/ports/exit.ts";
import type { Command } from "../command.ts";
import { choice, choices, rest, text, texts, truth } from "../flag.ts";
import { AS_OF, formatOf, OUT } from "../flags.ts";

export const listCommand = {
  name: "list",
  group: "All your PoCs",
  summary: "all PoCs below a folder: who, when, how much, and what waits for a decision",
  description:
    "Finds the PoCs below a folder by names alone: .gitignore is respected, links are not followed. A file such as " +
    "portfolio.yaml lists checkouts instead (paths), how many PoCs may be in progress (wip_cap), and exchange rates; " +
    "amounts in other currencies are never added without one. A PoC that cannot be read is a line that says so.",
  args: { where: rest("folders, patterns, or files like portfolio.yaml; by default the current directory") },
  flags: {
    state: choices(
      "<state>",
      [...STATE_GROUPS, ...POC_STATES],
      "only these: open is started and undecided, overdue is past its day and undecided, follow-up is a go of which " +
        "nobody has said in time what came true",
    ),
    owner: texts("<name>", "only those of an owner, by a part of the name or address"),
    like: text("<question>", "those that asked something alike: what became of them, and what would have to change"),
    sort: choices("<key>", SORT_KEYS, "by this, then by the next --sort; figures begin with the largest"),
    ...AS_OF,
    ...formatOf("csv", "html"),
    ...OUT,
    force: truth("overwrite the file of --out, whatever it is"),
    failOn: choice("<severity>", FAIL_ON, "exit with the code of the worst PoC, at this severity or above"),
    noCache: truth("read and judge every PoC, whatever was kept of an earlier run"),
  },
  examples: [
    { line: "poc list", what: "every PoC below this folder" },
    { line: "poc list 'team-*' --state overdue", what: "past their day, and nobody has decided" },
    { line: "poc list portfolio.yaml --sort spend", what: "the checkouts that a file lists, the most expensive first" },
    { line: "poc list --owner ruiz --state open", what: "what Ana Ruiz has in progress" },
    { line: "poc list --format html --out board.html", what: "a page to look at together, with links to the memos" },
    { line: "poc list --like 'Does retrieval cut wrong answers?'", what: "who asked that before, and what they found" },
    { line: "poc list --state follow-up", what: "decided on, and nobody has said what came true" },
    { line: "poc list --format csv", what: "for a spreadsheet" },
    { line: "poc list --fail-on error", what: "for a nightly job" },
  ],
} satisfies Command;
