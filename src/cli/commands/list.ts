import { POC_STATES, SORT_KEYS, STATE_GROUPS } from "../../domain/portfolio/list-words.ts";
import { FAIL_ON } from "../../app/ports/exit.ts";
import type { Command } from "../command.ts";
import { choice, choices, rest, text, texts, truth } from "../flag.ts";
import { AS_OF, formatOf, OUT } from "../flags.ts";

export const listCommand = {
  name: "list",
  group: "All your PoCs",
  summary: "all PoCs below a folder: owner, time, money, and which need a decision",
  description:
    "Finds every folder with a poc.yaml; .gitignore is respected, and links are not followed. Instead, a file such " +
    "as portfolio.yaml can list checkouts (paths), the number of PoCs that may be in progress (wip_cap), and " +
    "exchange rates. Amounts in other currencies are never added without a rate. The line of a PoC that cannot be " +
    "read says so.",
  args: { where: rest("folders, patterns, or files like portfolio.yaml; by default the current directory") },
  flags: {
    state: choices(
      "<state>",
      [...STATE_GROUPS, ...POC_STATES],
      "only these: open is started and undecided, overdue is past its day and undecided, follow-up is a go of which " +
        "the actual figures are overdue",
    ),
    owner: texts("<name>", "only PoCs of an owner, by part of the name or address"),
    team: texts("<name>", "only PoCs of a team, by part of its name in poc.yaml"),
    like: text("<question>", "PoCs with a similar question: how they ended, and what would have to change"),
    sort: choices("<key>", SORT_KEYS, "sort by this, then by the next --sort; figures begin with the largest"),
    ...AS_OF,
    ...formatOf("csv", "html"),
    ...OUT,
    force: truth("overwrite the file of --out, whatever it is"),
    failOn: choice("<severity>", FAIL_ON, "exit with the code of the worst PoC, at this severity or above"),
    noCache: truth("read and judge every PoC again, without the cache"),
  },
  examples: [
    { line: "poc list", what: "every PoC below this folder" },
    { line: "poc list 'team-*' --state overdue", what: "past their last day, without a decision" },
    { line: "poc list portfolio.yaml --sort spend", what: "the checkouts that a file lists, the most expensive first" },
    { line: "poc list --owner ruiz --state open", what: "what Ana Ruiz has in progress" },
    { line: "poc list --format html --out board.html", what: "a page to look at with others, with links to the memos" },
    { line: "poc list --like 'Does retrieval cut wrong answers?'", what: "who asked that before, and what they found" },
    { line: "poc list --state follow-up", what: "decided, but the actual figures are overdue" },
    { line: "poc list --format csv", what: "for a spreadsheet" },
    { line: "poc list --fail-on error", what: "for a nightly job" },
  ],
} satisfies Command;
