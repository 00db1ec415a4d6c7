import { ASSUMPTION_ANSWERS } from "../../domain/records/assumption.ts";
import { SPEND_BASES, SPEND_CATEGORIES } from "../../domain/records/costs.ts";
import { RISK_LEVELS } from "../../domain/records/risk.ts";
import type { Command } from "../command.ts";
import { rest, text, texts, truth } from "../flag.ts";
import { ALLOW_SECRET, BY, FORMAT, QUIET } from "../flags.ts";

/** What to do instead of giving two values to something that all facts of an entry share. */
const oneCallForEach = (what: string) => `an entry names one ${what}: call poc log once for each ${what}`;

export const logCommand = {
  name: "log",
  group: "Every day",
  summary: "add an entry: what happened, what it cost, what was measured",
  description:
    "Write one line a day; an entry can contain several facts. When poc answers, the entry is on the disk. The " +
    "beginning of an id is enough. If a name is mistyped, nothing is stored and the right name is suggested. Bad " +
    "news is stored like good news: the exit code only says whether it was stored, and poc check says what it means.",
  args: {
    text: rest("what happened; - reads standard input; without text, poc asks and then opens $EDITOR"),
  },
  flags: {
    eval: texts(
      "<id=figure>",
      'a result: wrong-rate=22/200, cost="0.04 EUR sd 0.02 n 50"; or from a file: latency=@runs/latency.csv#seconds, ' +
        "wrong-rate=@runs/a.jsonl#passed, or #verdict=wrong for the cells that count",
      { short: "e" },
    ),
    labels: texts(
      "<id=@file>",
      "a sheet of poc cases ID --sample that a person filled in: right-rate=@labels/right-rate.csv",
    ),
    arm: text("<name>", "the variant that was measured, or that did the tasks", { twice: oneCallForEach("arm") }),
    model: text("<name>", "the model that was measured, with its version", { twice: oneCallForEach("model") }),
    evidence: text("<link>", "where the raw run is; without --eval, where the evidence for --risk is", {
      twice: oneCallForEach("run"),
    }),
    dataset: text("<file|sha256>", "the data it was measured on: a file, which is hashed, or its sha256", {
      twice: oneCallForEach("data set"),
    }),
    tasks: texts(
      "<done/tried>",
      "tasks that succeeded, out of those tried: 262/300; the --spend beside it is their cost",
    ),
    latency: text("<time>", "with --tasks: average response time: 450ms, 1.8s"),
    review: text("<time>", "with --tasks: average review time per output: 30s, 2min"),
    spend: texts("<amount>", 'money that was spent: 12.40, "14 USD:tokens", "90 EUR:data:labelling"', { short: "s" }),
    category: text("<name>", `category of every --spend that names none: ${SPEND_CATEGORIES.join(", ")}`, {
      twice: 'name the category with each amount: --spend "14 USD:tokens"',
    }),
    tokens: texts(
      "<model=in/out>",
      'tokens used, at the prices in costs.yaml: gpt-4.1=1.2M/310k, "gpt-4.1=1.2M/310k cached 800k"; also written, ' +
        "written-1h, above 200k, batch",
    ),
    basis: text(
      "<word>",
      `how well the amounts are known: ${[...SPEND_BASES].reverse().join(", ")}; ` +
        "by default --spend is billed, --tokens metered",
      { twice: "it counts for every amount of the entry: call poc log once for each" },
    ),
    replaces: texts("<ids|category>", "the estimates and metered amounts that this amount replaces"),
    hours: texts("<hours>", "your own time: 2, 1h30m, 1.5:harness", { short: "t" }),
    meeting: texts("<hours x people>", 'a meeting: "0.5x4: Review with security"', { short: "m" }),
    focus: text("<share>", 'share of your working day spent on the PoC: 60%, "60%: on call"', {
      twice: "an entry is of one day: call poc log once for each day",
    }),
    assume: texts("<id=answer>", `whether an assumption is true: ${ASSUMPTION_ANSWERS.join(", ")}`, { short: "a" }),
    risk: texts("<id=level>", `level of a risk: ${RISK_LEVELS.join(", ")}; a new risk needs ":text"`, { short: "r" }),
    answer: texts("<id=yes|no>", "answer to the question of a kill criterion; yes ends the work"),
    attest: texts("<item=link>", "a checklist item is done, and the link that shows it"),
    date: text("<day>", "yesterday, a weekday, 2026-11-25; by default today", {
      short: "d",
      twice: oneCallForEach("day"),
    }),
    at: text("<time>", "16:20; by default now", { twice: oneCallForEach("time") }),
    note: truth("keep the text as words, even if it looks like a fact without its flag"),
    yes: truth(
      "store values as typed even if they look like a mistake: minutes typed as hours, the wrong cells counted",
      {
        short: "y",
      },
    ),
    ...ALLOW_SECRET,
    ...BY,
    ...QUIET,
    ...FORMAT,
  },
  examples: [
    {
      line: 'poc log "Reranker on" --eval wrong-rate=22/200 --spend 12.40 --hours 2',
      what: "several facts in one entry",
    },
    { line: 'poc log -d yesterday "Vendor call" --meeting 0.5x4 --answer no-residency=no', what: "back-dated" },
    { line: 'poc log --tokens "gpt-4.1=1.2M/310k cached 800k"', what: "token spend by the price list" },
    {
      line: 'poc log --spend "412.50 EUR:tokens" --replaces tokens',
      what: "the bill; it replaces metered and estimated amounts",
    },
    { line: "poc log --attest mvp.guardrails=https://wiki.example.com/guardrails", what: "a checklist item is done" },
    {
      line: 'poc log --eval "latency=@runs/latency.csv#seconds/document" --arm reranker',
      what: "counted from a file, in groups",
    },
    {
      line: 'poc log --eval "latency=@runs/latency.csv#took in ms"',
      what: "if the name of the column has no unit",
    },
    {
      line: 'poc log "A day of tickets" --tasks 262/300 --latency 1.8s --review 30s --spend 13.60:tokens',
      what: "what a task costs",
    },
    { line: "git log -1 --format=%B | poc log -", what: "from standard input" },
  ],
} satisfies Command;
