import { DECISION_OUTCOMES } from "../../domain/records/entry.ts";
import type { CommandSpec } from "../command.ts";
import { BY } from "../flags.ts";

export const decideCommand: CommandSpec = {
  name: "decide",
  group: "Decide",
  summary: "record the decision of a person beside the recommendation",
  description:
    "It is final: a later decision supersedes it and says so. Against the recommendation it asks for the reason, " +
    "and the memo shows both.",
  arguments: [{ name: "[outcome]", description: DECISION_OUTCOMES.join(", ") }],
  flags: [
    { flags: "--why <text>", description: "the reason" },
    { flags: "--override <text>", description: "why the recommendation is not followed" },
    {
      flags: "--condition <text>",
      description: '"security review passed @Marta Weiss by 2026-12-18"',
      repeatable: true,
    },
    { flags: "--days <number>", description: "working days that extend adds to the timebox" },
    { flags: "--supersede", description: "replace an earlier decision" },
    BY,
  ],
  examples: [
    { line: 'poc decide go --why "Halves wrong answers at half the price"', what: "on to a proof of value" },
    {
      line: 'poc decide conditional --why "…" --condition "DPA signed @Marta Weiss by 2026-12-18"',
      what: "with conditions",
    },
    { line: 'poc decide extend --days 3 --why "The vendor delivered late"', what: "more time, once" },
  ],
  load: async () => (await import("../runs/decide.ts")).runDecide,
};
