import { ASSUMPTION_ANSWERS } from "../../domain/records/assumption.ts";
import { SPEND_BASES, SPEND_CATEGORIES } from "../../domain/records/costs.ts";
import { RISK_LEVELS } from "../../domain/records/risk.ts";
import type { CommandSpec } from "../command.ts";
import { BY, FORMAT } from "../flags.ts";

export const logCommand: CommandSpec = {
  name: "log",
  group: "Every day",
  summary: "add an entry: what happened, what it cost, what was measured",
  description:
    "One line a day; several facts in one entry. When it answers, the entry is on the disk. A typo in an id stores " +
    "nothing. Bad news is stored like good news: the exit code says whether it was stored, poc check says what it " +
    "means.",
  arguments: [{ name: "[text...]", description: "what happened; - reads standard input, nothing opens $EDITOR" }],
  flags: [
    {
      flags: "-e, --eval <id=figure>",
      description:
        'a result: wrong-rate=22/200, cost="0.04 EUR sd 0.02 n 50"; or from a file: latency=@runs/latency.csv#seconds',
      repeatable: true,
    },
    { flags: "--arm <name>", description: "the variant it was measured on, or that did the tasks" },
    { flags: "--model <name>", description: "the model, with its version" },
    { flags: "--evidence <link>", description: "where the raw run lies; of --risk where there is no --eval" },
    { flags: "--dataset <sha256>", description: "the data it was measured on" },
    {
      flags: "--tasks <done/tried>",
      description: "tasks that went well, of those tried: 262/300; what they cost is the --spend beside them",
      repeatable: true,
    },
    { flags: "--latency <time>", description: "of --tasks, the mean of an output: 450ms, 1.8s" },
    { flags: "--review <time>", description: "of --tasks, how long a person looks at an output: 30s, 2min" },
    { flags: "-s, --spend <amount>", description: '12.40, "14 USD:tokens", "90 EUR:data:labelling"', repeatable: true },
    { flags: "--category <name>", description: `of every --spend that names none: ${SPEND_CATEGORIES.join(", ")}` },
    {
      flags: "--tokens <model=in/out>",
      description: 'gpt-4.1=1.2M/310k, "gpt-4.1=1.2M/310k cached 800k", at the prices in costs.yaml',
      repeatable: true,
    },
    {
      flags: "--basis <word>",
      description:
        `how the amounts are known: ${[...SPEND_BASES].reverse().join(", ")}; by default --spend is billed, --tokens ` +
        `metered`,
    },
    {
      flags: "--replaces <ids|category>",
      description: "the amount takes the place of estimates and metered amounts",
      repeatable: true,
    },
    { flags: "-t, --hours <hours>", description: "your own time: 2, 1h30m, 1.5:harness", repeatable: true },
    { flags: "-m, --meeting <hours x people>", description: '"0.5x4: Review with security"', repeatable: true },
    {
      flags: "-a, --assume <id=answer>",
      description: `an assumption: ${ASSUMPTION_ANSWERS.join(", ")}`,
      repeatable: true,
    },
    {
      flags: "-r, --risk <id=level>",
      description: `a risk: ${RISK_LEVELS.join(", ")}; a new one needs ":text"`,
      repeatable: true,
    },
    {
      flags: "--answer <id=yes|no>",
      description: "the question of a kill criterion; yes ends the work",
      repeatable: true,
    },
    {
      flags: "--attest <item=link>",
      description: "a checklist item is done, and where that can be seen",
      repeatable: true,
    },
    { flags: "-d, --date <day>", description: "yesterday, a weekday, 2026-11-25; by default today" },
    { flags: "--at <time>", description: "16:20; by default now" },
    { flags: "--allow-secret", description: "store a text that looks like a key" },
    BY,
    FORMAT,
  ],
  examples: [
    {
      line: 'poc log "Reranker on" --eval wrong-rate=22/200 --spend 12.40 --hours 2',
      what: "several facts in one entry",
    },
    { line: 'poc log -d yesterday "Vendor call" --meeting 0.5x4 --answer no-residency=no', what: "back-dated" },
    { line: 'poc log --tokens "gpt-4.1=1.2M/310k cached 800k"', what: "token spend by the price list" },
    {
      line: 'poc log --spend "412.50 EUR:tokens" --replaces tokens',
      what: "the bill for what was metered or estimated",
    },
    { line: "poc log --attest mvp.guardrails=https://wiki.example.com/guardrails", what: "a checklist item is done" },
    {
      line: 'poc log --eval "latency=@runs/latency.csv#seconds/document" --arm reranker',
      what: "counted from a file, in groups",
    },
    {
      line: 'poc log "A day of tickets" --tasks 262/300 --latency 1.8s --review 30s --spend 13.60:tokens',
      what: "what a task costs",
    },
    { line: "git log -1 --format=%B | poc log -", what: "from standard input" },
  ],
  load: async () => (await import("../runs/log.ts")).runLog,
};
