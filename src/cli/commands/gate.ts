import type { CommandSpec } from "../command.ts";
import { AS_OF, BY, FORMAT } from "../flags.ts";

export const gateCommand: CommandSpec = {
  name: "gate",
  group: "Decide",
  summary: "the six gates from an idea to scale: where this PoC stands, and what the next one asks for",
  description:
    "Conditions are met by what the records show, else by a person's word with a link: poc log --attest. A gate is " +
    "passed in its turn, when nothing is missing or somebody answers for what is: a waiver has a reason, an " +
    "approver and a last day. What is passed stays passed. The gates are data in templates/gates/; an organisation " +
    "may change, add or drop them.",
  arguments: [
    { name: "[gate]", description: "a gate to look at, by its id or number; or pass, or waive" },
    { name: "[name]", description: "the gate to pass, the next one by default; the condition to waive" },
  ],
  flags: [
    { flags: "--approver <person>", description: "who approves the passage, or answers for the waiver" },
    { flags: "--waive <condition>", description: "pass without it", repeatable: true },
    { flags: "--reason <text>", description: "why it is waived; one for all, or one for each", repeatable: true },
    {
      flags: "--until <day>",
      description: "the last day of the waiver; one for all, or one for each",
      repeatable: true,
    },
    AS_OF,
    BY,
    FORMAT,
  ],
  examples: [
    { line: "poc gate", what: "where the PoC stands, and what is missing" },
    { line: "poc gate proof-of-value", what: "what another gate asks for" },
    { line: 'poc gate pass --approver "Marta Weiss"', what: "record that the gate is passed" },
    {
      line: 'poc gate pass --approver "Marta Weiss" --waive risks --reason "The review is booked" --until 2026-12-31',
      what: "without one of its conditions",
    },
    {
      line:
        'poc gate waive feasibility-poc.risks --reason "The reviewer is ill" --approver "Marta Weiss" --until ' +
        "2027-01-15",
      what: "longer than was agreed",
    },
  ],
  load: async () => (await import("../runs/gate.ts")).runGate,
};
