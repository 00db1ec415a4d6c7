import { DATE_ORDERS, KNOWN_COSTS, KNOWN_FORMATS } from "../../app/import/known-formats.ts";
import type { Command } from "../command.ts";
import { choice, count, rest, text, texts, truth } from "../flag.ts";
import { ALLOW_SECRET, BY, FORMAT } from "../flags.ts";

export const importCommand = {
  name: "import",
  group: "Every day",
  summary: "take results, money and hours in from files of other tools; importing the same twice adds nothing",
  description:
    "The format is recognised by the content. Cases that broke are counted separately and are in no figure. What the " +
    "log has already is skipped; if the source has changed, its new results replace the old ones. Every case is kept " +
    "by its id in cases/, without prompts and answers, so that arms on the same cases are compared case by case.",
  args: { files: rest("files that other tools wrote: results.json, report.xml, cases.csv") },
  flags: {
    from: choice("<format>", KNOWN_FORMATS, "read the file as this format instead of recognising it"),
    eval: texts("<id>", "the eval that the file has results of", { short: "e" }),
    map: texts("<figure=id>", 'which figure is which eval\'s: passed=wrong-rate, "took in ms=latency"', { short: "m" }),
    arm: texts("<name>", "what the arm is called; gpt-4.1=today calls one of several something else"),
    columns: texts("<role=column>", "columns of a table: case=qid, run=trial, group=document, arm=variant"),
    rows: text("<path>", "where the list of cases lies in a JSON document: results.results"),
    only: texts("<label=value>", "of money and hours only what has this: project=proj_1, model=gpt-4.1, tag=poc"),
    cost: choice("<cost>", KNOWN_COSTS, "of a FOCUS bill: what was invoiced, or what was used of what was paid ahead"),
    since: text("<day>", "leave out what is older: start of the timebox by default, a day, or all"),
    dateOrder: choice("<order>", DATE_ORDERS, "the order of days that digits alone do not settle, such as 03/06/2026"),
    date: text("<day>", "the day of a file that does not say when it was made: yesterday, 2026-11-24"),
    save: text("<name>", "remember how in imports.yaml; poc import alone then takes in what its recipes name"),
    timeout: count("<seconds>", "stop a command of a recipe after so many seconds; 3600 by default"),
    asBaseline: truth("the cases are the baseline: write it into evals.yaml, group by group, instead of the log"),
    dryRun: truth("show what would be stored, and store nothing; no command of a recipe is run"),
    yes: truth("store without asking", { short: "y" }),
    ...BY,
    ...ALLOW_SECRET,
    ...FORMAT,
  },
  examples: [
    { line: "poc import out.json --save nightly", what: "results of promptfoo, every arm; and remember it" },
    { line: "poc import", what: "everything that the recipes of imports.yaml name" },
    { line: "poc import report.xml --eval wrong-rate --arm reranker", what: "a report of tests, for one eval" },
    { line: "poc import today.csv --eval wrong-rate --as-baseline", what: "a baseline from a file of cases" },
    { line: "poc import prices-2026-11-24.json", what: "prices of models into costs.yaml, from LiteLLM's map" },
    { line: "poc import costs.json --only project=proj_1", what: "a bill, day by day; it replaces what was estimated" },
    { line: 'poc import cases.csv --map "took in ms=latency" --dry-run', what: "a table of a script; look first" },
  ],
} satisfies Command;
