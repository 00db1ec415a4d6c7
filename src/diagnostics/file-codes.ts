import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Of whole files: whether they are there, are text, and are YAML. */
export const FILE_CODES = {
  "file-missing": {
    severity: "error",
    kind: "records",
    title: "A definition file is not there",
    explanation: `A PoC cannot be judged without its charter, its evals and its kill criteria: they say what is asked, what has to be shown, and what ends the work. Every other file may be absent, and is then read as empty.`,
    mend: "`poc init` adds the files that are missing and leaves the others alone.",
  },
  "file-unreadable": {
    severity: "error",
    kind: "records",
    title: "A file cannot be read",
    explanation: `The operating system refused to give the file out, for the reason in the message. What the file holds is unknown, and what is unknown never counts as a pass: everything else is read and shown, but nothing is judged.`,
    mend: "Make the file readable for yourself (`ls -l` shows who may read it), then run the command again.",
  },
  "file-too-large": {
    severity: "error",
    kind: "records",
    title: "A file is larger than any record of a PoC",
    explanation: `Records are short texts that people write. A file of more than 1 MiB is a mistake, most of the time raw output of a run that was pasted or copied into the folder. It is not read, so that one slip does not make every command slow.`,
    mend: "Move the data elsewhere, and point at it with `evidence` or `dataset`.",
  },
  "file-not-regular": {
    severity: "error",
    kind: "records",
    title: "A link, folder or device lies where a file should be",
    explanation: `Records are plain files in the PoC folder. Links are not followed: through one, a cloned repository could make the tool read or write files anywhere on the machine. Folders, pipes and devices cannot be records at all.`,
    mend: "Put a copy of the file in the place of the link.",
  },
  "invalid-utf8": {
    severity: "error",
    kind: "records",
    title: "A file is not UTF-8 text",
    explanation: `All files of a PoC are UTF-8. In another encoding the same bytes are other letters, and guessing would change names and notes without anybody noticing. A byte order mark at the beginning does no harm.`,
    mend: "Save the file as UTF-8 in your editor, or convert it: `iconv -f latin1 -t utf-8 FILE`.",
  },
  "control-character": {
    severity: "error",
    kind: "records",
    title: "A file holds a control character",
    explanation: `The file holds an invisible character that is neither a tab nor a line end: often the remains of coloured terminal output, or a carriage return that ends no line. Such characters can hide text from whoever reads the file.`,
    mend: 'Delete the character at the place that is shown. If it is needed, write it as an escape in double quotes, such as `"\\x1b"`.',
  },
  "merge-conflict": {
    severity: "error",
    kind: "records",
    title: "A file holds an unresolved merge conflict",
    explanation: `Git left both versions of a passage in the file, between lines of <<<<<<< and >>>>>>>. Which of them holds is for people to say. Log entries never conflict, for each has its own file; definitions can, and should.`,
    mend: "Keep one side, remove the lines with the markers, and commit. If the terms are frozen, the side that was agreed is the one that holds.",
  },
  "invalid-yaml": {
    severity: "error",
    kind: "records",
    title: "A file is not YAML",
    explanation: `The text breaks a rule of YAML at the place that is shown, or shortly before it. The usual causes: a tab in the indentation, a colon within a text that stands without quotes, a bracket or a quote that is not closed, items of one list that are not aligned.

The first errors of a file are reported; the others often follow from them. Until it is mended, nothing of the file counts, while all other files are still read.`,
    mend: "Correct the line that is shown. Texts that hold a colon, a hash sign or quotes go into quotes. An editor that knows YAML shows the place as you type.",
  },
  "yaml-feature": {
    severity: "error",
    kind: "records",
    title: "A file uses a feature of YAML that records do not need",
    explanation: `Anchors and aliases, tags, directives, merge keys and second documents are refused. They make a short file mean something long, or another thing to another program; with aliases, a few lines can grow into gigabytes. What stands in a record is what it says.`,
    mend: "Write the value out in full.",
  },
  "duplicate-key": {
    severity: "error",
    kind: "records",
    title: "A key stands twice in one map",
    explanation: `Programs differ on which of the two values holds, and most say nothing. So does a person who finds the first one and stops reading. \`1\` and \`"1"\` are the same key.`,
    mend: "Remove one of the two; the message names both places.",
  },
  "file-empty": {
    severity: "error",
    kind: "records",
    title: "A file holds nothing",
    explanation: `The file is there and holds only blanks or comments: a file that was being written when something broke, or one that was emptied by mistake. It is not taken for an empty list, for then lost evals would look like no evals.`,
    mend: "Restore it from git. If there is nothing to say, write `[]` into a file that holds a list, or remove the file.",
  },
  "too-deep": {
    severity: "error",
    kind: "records",
    title: "A file nests or repeats beyond any record of a PoC",
    explanation: `Records go a few levels deep and hold some hundreds of values. A file with more than 32 levels, 1,000 keys in one map or 10,000 values is something else that strayed into the folder, or an attempt to keep the tool busy. It is not read.`,
    mend: "Move the data elsewhere, and point at it with `evidence` or `dataset`.",
  },
  "invalid-template": {
    severity: "error",
    kind: "records",
    title: "A template cannot be rendered",
    explanation: `A Handlebars template in the PoC's \`templates/\` folder, in the organisation's, or one named with \`--template\`, has a fault: a block that is not closed, a name that the view does not have, or more work than a memo can need. The tool does not fall back to its own template, for then the memo would not be the one that was asked for.`,
    mend: "Correct the template at the place that is shown, or move it away to get the shipped one. `poc template view KIND` names what a template can use.",
  },
} as const satisfies Record<string, CatalogueEntry>;
