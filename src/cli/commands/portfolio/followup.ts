import type { Command } from "../../command.ts";
import { rest, text, texts, truth } from "../../flag.ts";
import { ALLOW_SECRET, AS_OF, BY, formatOf, OUT, QUIET } from "../../flags.ts";

export const followupCommand = {
  name: "followup",
  group: "Decide",
  summary: "what a go promised, the actual results, and how far forecasts are off",
  description:
    "A go stores what the records promise: its metrics with their 80% range, the cost of a task, the value of a year " +
    "and the payback. Three and six months later this command asks for the actual figures; on a terminal it asks at " +
    "most four questions, and return skips one. With --report it compares the forecasts of many PoCs with the " +
    "actual figures; with fewer than ten follow-ups it says that it is too early.",
  args: {
    where: rest("with --report: folders, patterns, or files like portfolio.yaml; by default the current directory"),
  },
  flags: {
    actual: texts("<name=figure>", "an actual figure: wrong-rate=12%, unit-cost=0.05 EUR, payback=11 or never"),
    notInUse: text("<why>", "the result is no longer used; poc then asks no further questions"),
    source: text("<text>", "where the figures come from: a link, a report"),
    note: text("<text>", "anything else"),
    report: truth("how far off the forecasts of all PoCs below a folder were"),
    force: truth("overwrite the file of --out, whatever it is"),
    ...AS_OF,
    ...ALLOW_SECRET,
    ...BY,
    ...QUIET,
    ...formatOf("csv", "html"),
    ...OUT,
  },
  examples: [
    { line: "poc followup", what: "what was promised, and what is due" },
    {
      line: "poc followup --actual wrong-rate=12% --actual payback=11 --source https://example.com/q1",
      what: "record the actual figures",
    },
    { line: 'poc followup --not-in-use "The team moved to another tool"', what: "an MVP that was stopped" },
    { line: "poc followup --report", what: "median ratio and share within the 80% range, by kind and by team" },
    { line: "poc followup --report portfolio.yaml --format html --out forecasts.html", what: "a page with a chart" },
  ],
} satisfies Command;
