import { DATE_ORDERS, KNOWN_COSTS, KNOWN_FORMATS } from "../../app/import/known-formats.ts";
import type { Command } from "../command.ts";
import { choice, count, rest, text, texts, truth } from "../flag.ts";
import { ALLOW_SECRET, BY, FORMAT } from "../flags.ts";

export const importCommand = {
  name: "import",
  group: "Every day",
  summary: "read results, money and hours from files of other tools; importing a file twice adds nothing",
  description:
    "The format is recognised by the content. Cases that broke are counted separately and are in no figure. Results " +
    "that are already in the log are skipped; if the source has changed, its new results replace the old ones. " +
    "cases/ keeps every case with its id, without prompts and answers, so that arms on the same cases are compared " +
    "case by case.",
  args: { files: rest("files that other tools wrote: results.json, report.xml, cases.csv") },
  flags: {
    from: choice("<format>", KNOWN_FORMATS, "read the file as this format instead of recognising it"),
    eval: texts("<id>", "the eval that the file has results of", { short: "e" }),
    map: texts("<figure=id>", 'which eval each figure belongs to: passed=wrong-rate, "took in ms=latency"', {
      short: "m",
    }),
    arm: texts("<name>", "the name of the arm; gpt-4.1=today renames one of several"),
    columns: texts("<role=column>", "columns of a table: case=qid, run=trial, group=document, arm=variant"),
    rows: text("<path>", "where the list of cases is in a JSON document: results.results"),
    only: texts("<label=value>", "only money and hours with this label: project=proj_1, model=gpt-4.1, tag=poc"),
    cost: choice(
      "<cost>",
      KNOWN_COSTS,
      "for a FOCUS bill: the invoiced cost, or the effective cost with prepayments spread over their use",
    ),
    since: text("<day>", "leave out older rows: a day, all, or by default the start of the timebox"),
    dateOrder: choice("<order>", DATE_ORDERS, "the order of day and month in dates such as 03/06/2026"),
    date: text("<day>", "the day of a file that does not contain its date: yesterday, 2026-11-24"),
    save: text(
      "<name>",
      "save the import as a recipe in imports.yaml; poc import alone then imports what the recipes name",
    ),
    timeout: count("<seconds>", "time limit for each command of a recipe, in seconds; by default 3600"),
    asBaseline: truth("write the figures into evals.yaml as the baseline, group by group, instead of the log"),
    dryRun: truth("show what would be stored, and store nothing; no command of a recipe is run"),
    yes: truth("store without asking", { short: "y" }),
    ...BY,
    ...ALLOW_SECRET,
    ...FORMAT,
  },
  examples: [
    { line: "poc import out.json --save nightly", what: "results of promptfoo, every arm; saves a recipe" },
    { line: "poc import", what: "everything that the recipes of imports.yaml name" },
    { line: "poc import report.xml --eval wrong-rate --arm reranker", what: "a report of tests, for one eval" },
    { line: "poc import today.csv --eval wrong-rate --as-baseline", what: "a baseline from a file of cases" },
    { line: "poc import prices-2026-11-24.json", what: "prices of models from LiteLLM's map, into costs.yaml" },
    { line: "poc import costs.json --only project=proj_1", what: "a bill, day by day; it replaces estimates" },
    {
      line: 'poc import cases.csv --map "took in ms=latency" --dry-run',
      what: "a table from a script; only shows the entries",
    },
  ],
} satisfies Command;
