import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Values that are each right and do not fit together: ids, references, and definitions that contradict themselves. */
export const DEFINITION_CODES = {
  "duplicate-id": {
    severity: "error",
    kind: "records",
    title: "Two things have the same id",
    explanation: `Nobody can tell which of the two a reference means, so only the first is read. Two entries with one
id are usually one entry, copied under another name; counting both would count its spend and its results twice.`,
    fix: "Rename one of the two, or remove the copy.",
  },
  "entry-copied": {
    severity: "error",
    kind: "breach",
    title: "An entry is in the log twice",
    explanation: `A tool that synchronises folders, or a file manager, made a copy of an entry under another name. The
two say the same, so the entry counts once and nothing is lost. The copy stays an error until it is removed, because an
edit of one of them would turn them into two entries.`,
    fix: "Remove the file that the message names.",
  },
  "entry-misnamed": {
    severity: "error",
    kind: "records",
    title: "An entry is where no reader looks for it",
    explanation: `Entries are the files in \`log/\` whose names end in \`.yaml\` or \`.yml\`. This one looks like an
entry but has another ending, is hidden, or is in a folder below \`log/\`. Its facts do not count. Something may
therefore be missing from the log, so nothing is judged until this is clear.`,
    fix: "Give the file back its name in `log/`, or move it out of `log/` if it is not an entry.",
  },
  "entry-twice": {
    severity: "warning",
    kind: "records",
    title: "Two entries say the same at the same millisecond",
    explanation: `Two files with names from the tool contain the same text, to the millisecond. That can happen when two
processes log the same thing at once. Then both entries are right, so both count. A file that somebody copied and
renamed looks the same, and then its money, hours and results count twice.`,
    fix: "If one of them is a copy, withdraw it: `poc undo ID`. No action is needed if both happened.",
  },
  "log-file-not-read": {
    severity: "warning",
    kind: "records",
    title: "A file in the log is not an entry",
    explanation: `Every file in \`log/\` is read, or reported as not read. This one is not an entry: its name does not
end in \`.yaml\`, or an editor left it beside the entry it was made from.`,
    fix: "Move the file out of `log/`, or remove it.",
  },
  "as-of-in-future": {
    severity: "note",
    kind: "records",
    title: "The state of a future day is shown",
    explanation: `\`--as-of\` names a day that has not come yet. You see the state of that day if nothing more happens
until then: kill criteria fall due, the timebox ends, and entries that are still to come are missing.`,
    fix: "Leave `--as-of` out for the state now.",
  },
  "judged-by-files-of-today": {
    severity: "note",
    kind: "records",
    title: "An earlier day is judged by today's files",
    explanation: `\`--as-of\` judges an earlier day by what was known on that day. Entries and frozen terms carry
their time. Everything else in the definition files (prices, rates, risks, inputs of the business case) comes from the
last commit before that moment. Git has no such version of the files named here, so they are read as they are today.`,
    fix: "No action is needed. If you commit the folder regularly, earlier days can be shown exactly.",
  },
  "unknown-reference": {
    severity: "error",
    kind: "records",
    title: "An id refers to nothing",
    explanation: `A result, an answer, an assumption or a condition names something that no file defines. A result for
a mistyped eval would count nowhere, and the eval would stay unmeasured. Only a risk may be new in the log, if it
comes with a note.`,
    fix: "Correct the id, or define what it names. `poc log` refuses unknown ids and suggests the nearest.",
  },
  "recipe-arm-unknown": {
    severity: "warning",
    kind: "breach",
    title: "A recipe names an arm that no eval has",
    explanation: `A recipe in imports.yaml gives an arm a name that evals.yaml does not list among the arms of its
evals. Arms that were not named beforehand may be measured, but each further arm lowers the confidence a little. A
typing error makes another arm too: the results of one variant would be split between two names.`,
    fix: "Correct the name in imports.yaml, or add the arm to `arms` of the eval before the start.",
  },
  "recipe-without-file": {
    severity: "note",
    kind: "breach",
    title: "A recipe names a file that does not exist",
    explanation: `\`poc import\` reads the files that the recipes in imports.yaml name. There is no such file yet, or
none that matches the pattern. Before the first run that is normal; afterwards the name is probably mistyped.`,
    fix: "No action is needed if the next run writes the file. Otherwise correct `file` in imports.yaml.",
  },
  "version-unsupported": {
    severity: "error",
    kind: "records",
    title: "The folder uses another version of the file format",
    explanation: `The field \`version\` in poc.yaml says for which version of the file format the folder was written;
this release reads version 1. In a newer format the same words may mean something else, so nothing is judged.`,
    fix: "Install a release that reads it. If the version was mistyped, write `version: 1`.",
  },
  "entry-empty": {
    severity: "error",
    kind: "records",
    title: "An entry records nothing",
    explanation: `The entry says when and who, but contains neither a note nor a fact. Somebody meant to record
something, and it is lost.`,
    fix: "Add what happened, or remove the file while nobody else has it.",
  },
  "invalid-target": {
    severity: "error",
    kind: "records",
    title: "A target cannot be read",
    explanation: `A target has one of five forms. \`value <= 12%\` compares the figure itself. \`difference >= 5pp\` is
the change from the baseline in points or units, in the good direction. \`reduction >= 40%\` and \`gain >= 20%\` are
relative to the baseline. \`not worse than 3pp\` and \`not more than 10% worse\` say how much loss is acceptable: in
points or units, or as a share of the baseline. An expectation has one of the first four forms without a comparator:
\`reduction 60%\`.

Equality cannot be a target, because no measurement ever shows it.`,
    fix: "Write one of the five forms, with a number and its unit.",
  },
  "invalid-condition": {
    severity: "error",
    kind: "records",
    title: "The condition of a kill criterion cannot be read",
    explanation: `A condition is a metric, a comparator and a number with its unit: \`wrong-rate > 18%\`. The metric
is the id of an eval, or a figure of the PoC itself, such as \`spend.total\`, \`spend.share\`, \`hours.total\` or
\`payback.months\`.

It names the state that ends the work, not the one you hope for.`,
    fix: "Write it as `wrong-rate > 18%`. A question that no figure answers goes into `ask`, and a person answers it.",
  },
  "invalid-baseline": {
    severity: "error",
    kind: "records",
    title: "A baseline cannot be read",
    explanation: `A baseline is the value of the metric before the PoC: a count (\`41/200\`), a mean with its standard
deviation and its number of cases (\`0.09 EUR sd 0.02 n 50\`), or a figure (\`20%\`), which then counts as exact. A
figure can have a source: \`{value: 20%, source: Audit of May}\`.`,
    fix: "Write a count, a mean with sd and n, or a figure with its unit.",
  },
  "baseline-missing": {
    severity: "error",
    kind: "records",
    title: "A target needs a baseline, and there is none",
    explanation: `A difference, a reduction or a gain is measured from the value before. Without it there is nothing
to measure from. "Better" without a baseline is how demos convince and products disappoint.`,
    fix: `Measure the present state and add \`baseline: 41/200\`, or a figure with its source. Or set an absolute
target: \`value <= 12%\`.`,
  },
  "baseline-contradicts": {
    severity: "error",
    kind: "records",
    title: "A baseline does not fit its eval",
    explanation: `The baseline of a proportion is a count or a percentage; the baseline of a mean, a percentile or a
total is a figure in the unit of the eval. Anything else measured something different from what the eval will measure.`,
    fix: "Correct the baseline or `measure`, whichever is wrong.",
  },
  "target-contradicts": {
    severity: "error",
    kind: "records",
    title: "A target contradicts the good direction of its eval",
    explanation: `The eval says that lower is better, but its target sets a minimum, or the other way round. One of the
two was mistyped, and met and missed would be swapped.`,
    fix: `Correct \`better\` or the comparator. With \`better: lower\`, use \`value <=\`, \`difference >=\` or
\`reduction >=\`; with \`better: higher\`, \`value >=\`, \`difference >=\` or \`gain >=\`.`,
  },
  "target-unit-mismatch": {
    severity: "error",
    kind: "records",
    title: "A target is in another unit than its eval",
    explanation: `The target of a proportion is a percentage, and its difference is in percentage points (\`pp\`):
from 20% to 15% is 5pp, and a quarter less. The target of a mean, a percentile or a total is in the unit of its
baseline. In another unit, nothing can be compared.`,
    fix: "Write the target in the unit of the eval, or correct `measure`.",
  },
  "percentage-out-of-range": {
    severity: "error",
    kind: "records",
    title: "A percentage is outside 0 to 100",
    explanation: `A proportion is a part of a whole, so it is never below 0% or above 100%, and it cannot fall by more
than 100%. A target outside this range is either always met or never met.`,
    fix: "Correct the percentage. A fraction such as 0.12 is written `12%`.",
  },
} as const satisfies Record<string, CatalogueEntry>;
