import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Of values that are each right and do not fit together: ids, references, and what a definition says of itself. */
export const DEFINITION_CODES = {
  "duplicate-id": {
    severity: "error",
    kind: "records",
    title: "Two things have the same id",
    explanation: `Which of the two a reference means, nobody can tell, so only the first is read. Two entries with one id are most of the time one entry, copied under another name; counting both would count its spend and its results twice.`,
    mend: "Rename one of the two, or remove the copy.",
  },
  "entry-copied": {
    severity: "error",
    kind: "breach",
    title: "An entry lies in the log twice",
    explanation: `A tool that synchronises folders, or a file manager, made a copy of an entry under another name. The two say the same, so the entry counts once and nothing is lost. The copy stays an error until it is removed: the next edit would make two entries of it.`,
    mend: "Remove the file that the message names.",
  },
  "entry-misnamed": {
    severity: "error",
    kind: "records",
    title: "An entry lies where no reader looks for it",
    explanation: `Entries are the files in \`log/\` whose names end in \`.yaml\` or \`.yml\`. This one looks like an entry and has another ending, is hidden, or lies in a folder below \`log/\`. Its facts do not count, and what is missing from the log is unknown, so nothing is judged until it is clear what it is.`,
    mend: "Give the file back its name in `log/`, or move it out of `log/` if it is no entry.",
  },
  "log-file-not-read": {
    severity: "warning",
    kind: "records",
    title: "A file in the log is not an entry",
    explanation: `Every file in \`log/\` is read, or named as not read. This one is not an entry: its name does not end in \`.yaml\`, or it was left by an editor beside the entry that it was made from.`,
    mend: "Move the file out of `log/`, or remove it.",
  },
  "judged-by-files-of-today": {
    severity: "note",
    kind: "records",
    title: "An earlier day is judged by the files of today",
    explanation: `\`--as-of\` judges an earlier day by what was known that day. Entries and frozen terms carry their time. What else stands in the definition files (prices, rates, risks, inputs of the business case) is taken from the last commit before that instant. Of the files that are named here git knows no such version, so they are read as they are today.`,
    mend: "Nothing is wrong. Commit the folder as the work goes on, and earlier days can be told exactly.",
  },
  "unknown-reference": {
    severity: "error",
    kind: "records",
    title: "An id refers to nothing",
    explanation: `A result, an answer, an assumption or a condition names something that no file defines. A result for a mistyped eval would count nowhere, and the eval would stay unmeasured. A risk may be new in the log when it comes with a note.`,
    mend: "Correct the id, or define what it names. `poc log` refuses unknown ids and suggests the nearest.",
  },
  "version-unsupported": {
    severity: "error",
    kind: "records",
    title: "The folder was written for another version of the format",
    explanation: `The field \`version\` in poc.yaml says for which version of the file format the folder was written; this release reads version 1. A newer format may mean something else by the same words, so nothing is judged.`,
    mend: "Install a release that reads it. If the version was mistyped, write `version: 1`.",
  },
  "entry-empty": {
    severity: "error",
    kind: "records",
    title: "An entry records nothing",
    explanation: `The entry says when and who, and neither a note nor a fact. Something was meant to be recorded, and is lost.`,
    mend: "Add what happened, or remove the file while nobody else has it.",
  },
  "invalid-target": {
    severity: "error",
    kind: "records",
    title: "A target cannot be read",
    explanation: `A target is one of four forms. \`value <= 12%\` compares the figure as it stands. \`difference >= 5pp\` counts the change from the baseline in points or units, in the good direction. \`reduction >= 40%\` and \`gain >= 20%\` are relative to the baseline. An expectation has the same forms without a comparator: \`reduction 60%\`.

Equality is no target, because no measurement ever shows it.`,
    mend: "Write one of the four forms, with a number and its unit.",
  },
  "invalid-condition": {
    severity: "error",
    kind: "records",
    title: "The condition of a kill criterion cannot be read",
    explanation: `A condition is a metric, a comparator and a number with its unit: \`wrong-rate > 18%\`. The metric is the id of an eval, or a figure of the PoC itself, such as \`spend.total\`, \`spend.share\`, \`hours.total\` or \`payback.months\`.

It names the state that ends the work, not the one that is hoped for.`,
    mend: "Write it as `wrong-rate > 18%`. What no figure tells goes into `ask`, and a person answers it.",
  },
  "invalid-baseline": {
    severity: "error",
    kind: "records",
    title: "A baseline cannot be read",
    explanation: `A baseline is what the metric was before: counted on cases (\`41/200\`), or a figure (\`20%\`), which is then taken as exact. A figure can have a source: \`{value: 20%, source: Audit of May}\`.`,
    mend: "Write a count or a figure with its unit.",
  },
  "baseline-missing": {
    severity: "error",
    kind: "records",
    title: "A target refers to a baseline that is not there",
    explanation: `A difference, a reduction or a gain is counted from what was before. Without that there is nothing to count from. "Better" without a baseline is how demos convince and products disappoint.`,
    mend: "Measure the present state and add `baseline: 41/200`, or a figure with its source. Or set an absolute target: `value <= 12%`.",
  },
  "baseline-contradicts": {
    severity: "error",
    kind: "records",
    title: "A baseline does not fit its eval",
    explanation: `The baseline of a proportion is a count or a percentage; that of a mean, a percentile or a total is a figure in the unit of the eval. Anything else was measured as something other than the eval will be.`,
    mend: "Correct the baseline, or `measure`, whichever is wrong.",
  },
  "target-contradicts": {
    severity: "error",
    kind: "records",
    title: "A target contradicts the good direction of its eval",
    explanation: `The eval says that lower is better and its target asks for at least something, or the other way round. One of the two was mistyped; met and not met would change places.`,
    mend: "Correct `better` or the comparator. With `better: lower`, use `value <=`, `difference >=` or `reduction >=`; with `better: higher`, `value >=`, `difference >=` or `gain >=`.",
  },
  "target-unit-mismatch": {
    severity: "error",
    kind: "records",
    title: "A target is in a unit that its eval does not have",
    explanation: `The target of a proportion is a percentage, its difference is in percentage points (\`pp\`): from 20% to 15% are 5pp, and a quarter less. The target of a mean, a percentile or a total is in the unit of its baseline. In another unit, nothing could be compared.`,
    mend: "Write the target in the unit of the eval, or correct `measure`.",
  },
  "percentage-out-of-range": {
    severity: "error",
    kind: "records",
    title: "A percentage lies outside 0 to 100",
    explanation: `A proportion is a part of a whole, so it is never below 0% nor above 100%, and it cannot fall by more than all of it. A target out there is always met or never.`,
    mend: "Correct the percentage. A fraction such as 0.12 is written `12%`.",
  },
} as const satisfies Record<string, CatalogueEntry>;
