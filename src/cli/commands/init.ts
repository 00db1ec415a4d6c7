import { DATA_ACCESS, MOTIVATIONS, OPERATIONS_PLANS, POC_KINDS } from "../../domain/records/charter.ts";
import type { Command } from "../command.ts";
import { choice, choices, optional, text, texts, truth } from "../flag.ts";
import { ALLOW_SECRET } from "../flags.ts";

export const initCommand = {
  name: "init",
  group: "Kick off",
  summary: "set up a PoC: does the question need one, and what must it show?",
  description:
    "On a terminal a short wizard asks for what the flags leave out. Elsewhere, and with --yes, placeholders are " +
    "written, and poc check reports them. Nothing is ever overwritten: an existing PoC is completed.",
  args: { dir: optional("folder of the PoC; by default one named after the title") },
  flags: {
    title: text("<text>", "the title of the PoC"),
    question: text("<text>", "the question it must answer"),
    unknown: texts("<text>", "an unknown that it settles; at most two"),
    answeredBy: texts(
      "<ids>",
      "what answers each unknown, in their order: ids of evals, kill criteria or assumptions, separated by " +
        "commas; by default the eval, if there is one unknown",
    ),
    kind: choice("<kind>", POC_KINDS, "what kind of PoC it is"),
    motivation: choices("<why>", MOTIVATIONS, "why the PoC is done"),
    owner: text("<person>", "the person who owns it and adopts the MVP; by default you"),
    sponsor: text("<person>", "the person who pays and reads the memo"),
    start: text("<day>", "first day of the timebox; by default today"),
    days: text("<number>", "working days of the timebox; by default 10"),
    timezone: text("<zone>", "the time zone of its days, such as Europe/Berlin; by default this machine's"),
    cap: text("<amount>", 'the most it may spend: "2000 EUR"'),
    mvpBudget: text("<amount>", "budget for the MVP if the PoC succeeds"),
    stack: texts("<part>", "a part of the stack that the PoC is built on"),
    productionStack: texts("<part>", "a part of the stack that production would run on"),
    metric: text("<text>", "the figure that decides"),
    evalId: text("<id>", "the short name of the figure in the log; by default made from the metric"),
    measure: text("<measure>", "proportion, mean, percentile or total; by default as the baseline says"),
    judge: text("<text>", "the person or program that says whether an answer is right"),
    measuredBy: text("<how>", "how it will be measured: a command, a file, or a person and a day"),
    higherIsBetter: truth("a higher metric is better; by default as the target says, else a lower one"),
    baseline: text("<figure>", 'the metric today: 41/200, 20%, or a mean: "0.09 EUR sd 0.02 n 50"'),
    target: text("<target>", 'what it must reach: "at most 12%", "40% fewer", "not worse than 3 points"'),
    why: text("<text>", "why that target; required if it lets the metric get worse"),
    minN: text("<number>", "the number of cases to measure it on"),
    killWhen: text("<condition>", 'a result that ends the work: "wrong-answers > 18%"'),
    killAsk: text("<question>", "a question whose answer yes ends the work"),
    killId: text("<id>", "the short name of the kill criterion; by default made from its text"),
    killBy: text("<day>", 'the day by which that must be ruled out: "day 7" of the timebox, or a date'),
    payback: text("<months>", 'the longest acceptable payback: "12 months"'),
    dataAccess: choice("<how>", DATA_ACCESS, "how the data is reached"),
    operations: choice(
      "<plan>",
      OPERATIONS_PLANS,
      "whether somebody has planned who would run, pay for and support it",
    ),
    patternKnown: truth("the pattern has been built before"),
    valueObvious: truth("its value is obvious without measuring"),
    yes: truth("ask nothing", { short: "y" }),
    from: text("<dir>", "copy the terms of that PoC, without its log and its findings"),
    resume: truth("continue with the answers of a wizard that was interrupted in this folder"),
    dryRun: truth("show what would be written, and write nothing"),
    example: truth("write a complete example with ten days of log"),
    ...ALLOW_SECRET,
  },
  examples: [
    { line: "poc init", what: "the wizard: short questions, about five minutes" },
    { line: "poc init --resume", what: "continue where Ctrl-C interrupted it" },
    { line: 'poc init --from ../retrieval --title "Retrieval, second try"', what: "the same terms, a new timebox" },
    { line: "poc init --example demo", what: "a complete example with ten days of log" },
    {
      line: 'poc init retrieval --yes --title "Retrieval for the policy assistant" --cap "2000 EUR"',
      what: "no questions; what is missing becomes TBD",
    },
  ],
} satisfies Command;
