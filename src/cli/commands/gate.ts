import type { Command } from "../command.ts";
import { optional, text, texts } from "../flag.ts";
import { ALLOW_SECRET, AS_OF, BY, FORMAT } from "../flags.ts";

export const gateCommand = {
  name: "gate",
  group: "Decide",
  summary: "the six gates from an idea to scale: where this PoC stands, and what the next gate asks for",
  description:
    "The records show that a condition is met, or a person says so with a link: poc log --attest. Gates are passed " +
    "in order. A gate can be passed when every condition is met or waived. A waiver has a reason, an approver and a " +
    "last day. A gate that was passed stays passed. The gates are files in templates/gates/; an organisation can " +
    "change, add or remove them.",
  args: {
    gate: optional("a gate to show, by its id or number; or pass, or waive"),
    name: optional("the gate to pass, by default the next one; or the condition to waive"),
  },
  flags: {
    approver: text("<person>", "the person who approves the passage, or is responsible for the waiver"),
    waive: texts("<condition>", "pass the gate without this condition"),
    reason: texts("<text>", "why it is waived; one reason for all, or one for each"),
    until: texts("<day>", "the last day of the waiver; one day for all, or one for each"),
    ...AS_OF,
    ...ALLOW_SECRET,
    ...BY,
    ...FORMAT,
  },
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
        'poc gate waive feasibility-poc.risks --reason "The reviewer is ill" --approver "Marta Weiss" ' +
        "--until 2027-01-15",
      what: "extends the waiver",
    },
  ],
} satisfies Command;
