import type { CommandSpec } from "../command.ts";
import { MOTIVATIONS, POC_KINDS } from "../../domain/records/charter.ts";

export const initCommand: CommandSpec = {
  name: "init",
  group: "Kick off",
  summary: "scaffold a PoC: is it one at all, and what must it show?",
  description:
    "On a terminal a short wizard asks for what the flags leave out; elsewhere, and with --yes, what is left out " +
    "becomes a placeholder that poc check reports. Nothing is ever overwritten: a PoC that is there already is " +
    "completed.",
  arguments: [{ name: "[dir]", description: "folder of the PoC; by default one named after the title" }],
  flags: [
    { flags: "--title <text>", description: "what the PoC is called" },
    { flags: "--question <text>", description: "the question it must answer" },
    { flags: "--unknown <text>", description: "an unknown it retires; at most two", repeatable: true },
    { flags: "--kind <kind>", description: `what kind of PoC it is: ${POC_KINDS.join(", ")}` },
    { flags: "--motivation <why>", description: `why it is done: ${MOTIVATIONS.join(", ")}`, repeatable: true },
    { flags: "--owner <person>", description: "who owns it and adopts the MVP; by default you" },
    { flags: "--sponsor <person>", description: "who pays, and reads the memo" },
    { flags: "--start <day>", description: "first day of the timebox; by default today" },
    { flags: "--days <number>", description: "working days of the timebox; by default 10" },
    {
      flags: "--timezone <zone>",
      description: "whose calendar counts, such as Europe/Berlin; by default this machine's",
    },
    { flags: "--cap <amount>", description: 'what it may spend, "2000 EUR"' },
    { flags: "--mvp-budget <amount>", description: "what waits for the MVP if it works" },
    { flags: "--stack <part>", description: "a part of the stack it is built on", repeatable: true },
    { flags: "--production-stack <part>", description: "a part of the stack it would run on", repeatable: true },
    { flags: "--metric <text>", description: "the figure that decides" },
    { flags: "--higher-is-better", description: "more of the metric is better; by default less is" },
    { flags: "--baseline <figure>", description: "what it is today: 41/200, or 20%" },
    { flags: "--target <target>", description: '"reduction >= 40%", "value <= 12%", "difference >= 5pp"' },
    { flags: "--min-n <number>", description: "cases it will be measured on" },
    { flags: "--kill-when <condition>", description: '"wrong-answers > 18%" ends the work' },
    { flags: "--kill-ask <question>", description: "a question whose yes ends the work" },
    { flags: "--pattern-known", description: "the pattern has been built before" },
    { flags: "--value-obvious", description: "its value needs no measuring" },
    { flags: "-y, --yes", description: "ask nothing" },
    { flags: "--dry-run", description: "show what would be written" },
    { flags: "--example", description: "write a complete PoC with a lived-in log, to look around in" },
  ],
  examples: [
    { line: "poc init", what: "the wizard" },
    { line: "poc init --example demo", what: "a PoC of ten days to look around in" },
    {
      line: 'poc init retrieval --yes --title "Retrieval for the policy assistant" --cap "2000 EUR"',
      what: "no questions; what is missing becomes TBD",
    },
  ],
  load: async () => (await import("../runs/init.ts")).runInit,
};
