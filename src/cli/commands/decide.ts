import { DECISION_OUTCOMES } from "../../domain/records/entry.ts";
import type { Command } from "../command.ts";
import { count, optionalWord, text, texts, truth } from "../flag.ts";
import { ALLOW_SECRET, BY, FORMAT, QUIET } from "../flags.ts";

export const decideCommand = {
  name: "decide",
  group: "Decide",
  summary: "record a person's decision beside the recommendation",
  description:
    "A decision is final; only a later decision can replace it, with --supersede. A decision against the " +
    "recommendation needs a reason, and the memo shows both. On a terminal, poc decide asks for what is missing, " +
    "with at most four questions. The answers can also be in poc.yaml beforehand, under next:.",
  args: { outcome: optionalWord(DECISION_OUTCOMES.join(", "), DECISION_OUTCOMES) },
  flags: {
    why: text("<text>", "the reason for the decision"),
    override: text("<text>", "why the decision does not follow the recommendation"),
    condition: texts("<text>", 'a condition of the go: "security review passed @Marta Weiss by 2026-12-18"'),
    met: texts("<text>", "with --supersede: a condition of the decision before that is met, by its first words"),
    ask: text("<text>", "what is requested: amount, people, place, dates, and what it buys"),
    ends: text("<text>", "what would end it"),
    learned: text("<text>", "what was learned"),
    alternatives: text("<text>", "what else could be done: nothing, buying, another variant"),
    retryIf: text("<text>", "with no-go: what would have to change for another try"),
    days: count("<number>", "with extend: working days to add to the timebox"),
    supersede: truth("replace an earlier decision"),
    ...ALLOW_SECRET,
    ...BY,
    ...QUIET,
    ...FORMAT,
  },
  examples: [
    { line: 'poc decide go --why "Halves wrong answers at half the price"', what: "on to a proof of value" },
    {
      line: 'poc decide go --why "…" --ask "20,000 EUR, 7 to 18 December" --ends "fewer than 80 of 100 right"',
      what: "with what is requested, and what would end it",
    },
    {
      line: 'poc decide no-go --why "…" --learned "Half of the errors are old rules"',
      what: "a no-go that leaves something behind",
    },
    {
      line: 'poc decide conditional --why "…" --condition "DPA signed @Marta Weiss by 2026-12-18"',
      what: "with conditions",
    },
    {
      line: 'poc decide no-go --why "…" --retry-if "The corpus has one current version of each rule"',
      what: "what a later team should know; poc list --like finds it",
    },
    { line: 'poc decide extend --days 3 --why "The vendor delivered late"', what: "more time, once" },
  ],
} satisfies Command;
