import type { Command } from "../command.ts";
import { required, text, texts, truth } from "../flag.ts";
import { FORMAT } from "../flags.ts";

export const casesCommand = {
  name: "cases",
  group: "Look things up",
  summary: "the cases behind the figures of an eval, and those that came out differently",
  description:
    "Of each arm the cases of its latest imported result. Arms on the same cases are held against each other case by " +
    "case: against the arm that is declared as the baseline, else against the first. --sample draws a sheet for a " +
    "person, half of it from what the judge counted; poc log --labels takes it back, and corrects the figure.",
  args: { eval: required("id of the eval") },
  flags: {
    sample: text("<number>", "draw so many cases for a person to label, without what the judge said: 60"),
    seed: text("<number>", "with --sample: draw another sheet than the usual one"),
    flipped: truth("only the cases that came out one way on one arm and the other way on the other"),
    arm: texts("<name>", "only this arm; given twice, the second is held against the first"),
    ...FORMAT,
  },
  examples: [
    { line: "poc cases wrong-rate", what: "every case, arm by arm" },
    { line: "poc cases wrong-rate --flipped", what: "what got better and what got worse" },
    { line: "poc cases wrong-rate --sample 60", what: "a blind sheet for a person, as CSV and as a page to print" },
  ],
} satisfies Command;
