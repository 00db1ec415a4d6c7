import type { Command } from "../command.ts";
import { required, text, texts, truth } from "../flag.ts";
import { FORMAT } from "../flags.ts";

export const casesCommand = {
  name: "cases",
  group: "Look things up",
  summary: "the cases behind the figures of an eval, and those with a different outcome",
  description:
    "Shows the cases of the latest imported result of each arm. Arms on the same cases are compared case by case " +
    "with the arm that is declared as the baseline, or else with the first. --sample writes a sheet for a person to " +
    "label, of the arm that is judged unless --arm names one, with half of the cases from those that the judge " +
    "counted. poc log --labels reads the sheet and corrects the figure.",
  args: { eval: required("id of the eval") },
  flags: {
    sample: text("<number>", "number of cases for a person to label, without the judge's verdicts: 60"),
    seed: text("<number>", "with --sample: draw a different sheet"),
    flipped: truth("only the cases whose outcome differs between two arms"),
    arm: texts("<name>", "only this arm; if given twice, the second is compared with the first"),
    ...FORMAT,
  },
  examples: [
    { line: "poc cases wrong-rate", what: "every case, arm by arm" },
    { line: "poc cases wrong-rate --flipped", what: "what got better and what got worse" },
    { line: "poc cases wrong-rate --sample 60", what: "a blind sheet for a person, as CSV and as a page to print" },
  ],
} satisfies Command;
