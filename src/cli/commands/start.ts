import type { Command } from "../command.ts";
import { text } from "../flag.ts";
import { ALLOW_SECRET, BY, FORMAT } from "../flags.ts";

export const startCommand = {
  name: "start",
  group: "Kick off",
  summary: "freeze the terms and start the clock",
  description:
    "Refuses terms that cannot be judged, and gives every reason at once: no owner, a placeholder, no kill " +
    "criterion, a target that can only be met. After the start, terms change only with poc amend.",
  args: {},
  flags: {
    note: text("<text>", "a note for the log"),
    date: text("<day>", "the day of the start, if it was earlier"),
    timestamp: text("<file.tsr>", "a time stamp (RFC 3161) of the terms' hash, to keep with the start"),
    from: text("<day>", "the first day of the timebox; moves it in poc.yaml"),
    ...ALLOW_SECRET,
    ...BY,
    ...FORMAT,
  },
  examples: [
    { line: "poc start", what: "freeze targets, kill criteria, timebox, cap and thresholds" },
    { line: "poc start --from 2026-11-26", what: "if the timebox began before the terms were agreed: move it first" },
    {
      line: "poc start --timestamp terms.tsr",
      what: "with the signed time of an authority; docs/freeze.md says how to get it",
    },
    { line: 'poc start --note "Agreed with Marta in the kickoff"', what: "with a note for the log" },
  ],
} satisfies Command;
