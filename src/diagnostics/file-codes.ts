import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Whole files: whether they are there, are text, and are YAML. */
export const FILE_CODES = {
  "cases-missing": {
    severity: "warning",
    kind: "breach",
    title: "A file of cases that a result names is gone",
    explanation: `An imported result names the file of cases that it was counted from. The entry contains every figure
that a verdict needs, so the result is still judged. But nobody can count the cases again or compare them.`,
    fix: "Restore the file from git or get it from a colleague; or import the run again with `poc import FILE`.",
  },
  "file-missing": {
    severity: "error",
    kind: "records",
    title: "A definition file is missing",
    explanation: `A PoC cannot be judged without its charter, its evals and its kill criteria: they say what is asked,
what has to be shown, and what ends the work. Every other file may be absent and then counts as empty.`,
    fix: "`poc init` adds the files that are missing and leaves the others alone.",
  },
  "file-unreadable": {
    severity: "error",
    kind: "records",
    title: "A file cannot be read",
    explanation: `The operating system refused to open the file; the message gives its reason. Nobody knows what the
file contains, and what is unknown never counts as a pass: everything else is read and shown, but nothing is judged.`,
    fix: "Make the file readable for yourself (`ls -l` shows who may read it), then run the command again.",
  },
  "file-too-large": {
    severity: "error",
    kind: "records",
    title: "A file is larger than any record of a PoC",
    explanation: `Records are short texts that people write. A file of more than 1 MiB is a mistake, usually the raw
output of a run that was pasted or copied into the folder. It is not read, so that one slip does not make every
command slow.`,
    fix: "Move the data elsewhere and point at it with `evidence` or `dataset`.",
  },
  "file-not-regular": {
    severity: "error",
    kind: "records",
    title: "A link, folder or device is where a file should be",
    explanation: `Records are plain files in the PoC folder. Links are not followed: through a link, a cloned
repository could make the tool read or write files anywhere on the machine. Folders, pipes and devices cannot be
records at all.`,
    fix: "Replace the link with a copy of the file.",
  },
  "invalid-utf8": {
    severity: "error",
    kind: "records",
    title: "A file is not UTF-8 text",
    explanation: `All files of a PoC are UTF-8. In another encoding the same bytes are different letters, and a guess
would change names and notes without anybody noticing. A byte order mark at the beginning does no harm.`,
    fix: "Save the file as UTF-8 in your editor, or convert it: `iconv -f latin1 -t utf-8 FILE`.",
  },
  "control-character": {
    severity: "error",
    kind: "records",
    title: "A file contains a control character",
    explanation: `The file contains an invisible character that is neither a tab nor a line end: often the remains of
coloured terminal output, or a carriage return that ends no line. Such characters can hide text from the people who
read the file.`,
    fix: `Delete the character at the place shown. If it is needed, write it as an escape in double quotes, such as
\`"\\x1b"\`.`,
  },
  "merge-conflict": {
    severity: "error",
    kind: "records",
    title: "A file contains an unresolved merge conflict",
    explanation: `Git left both versions of a passage in the file, between lines of <<<<<<< and >>>>>>>. Only people
can say which version is right. Log entries never conflict, because each has its own file; definitions can, and
should.`,
    fix: `Keep one side, remove the lines with the markers, and commit. If the terms are frozen, keep the side that
was agreed.`,
  },
  "invalid-yaml": {
    severity: "error",
    kind: "records",
    title: "The file is not valid YAML",
    explanation: `The text breaks a rule of YAML at the place shown, or shortly before it. The usual causes: a tab in
the indentation, a colon in a text without quotes, a bracket or quote that is not closed, list items that are not
aligned.

The first errors of a file are reported; later ones often follow from them. Until the file is fixed, none of it
counts. All other files are still read.`,
    fix: `Correct the line shown. Put texts that contain a colon, a hash sign or quotes into quotes. An editor that
knows YAML shows the place as you type.`,
  },
  "yaml-feature": {
    severity: "error",
    kind: "records",
    title: "A file uses a YAML feature that records do not need",
    explanation: `Anchors and aliases, tags, directives, merge keys and second documents are refused. They let a short
file mean something long, or something different to another program; with aliases, a few lines can grow to gigabytes.
A record means exactly what is written in it.`,
    fix: "Write the value out in full.",
  },
  "duplicate-key": {
    severity: "error",
    kind: "records",
    title: "A key appears twice in one map",
    explanation: `Programs differ on which of the two values wins, and most say nothing. A person who finds the first
one does not look for a second. \`1\` and \`"1"\` are the same key.`,
    fix: "Remove one of the two; the message names both places.",
  },
  "file-empty": {
    severity: "error",
    kind: "records",
    title: "A file is empty",
    explanation: `The file exists and contains only spaces or comments. Perhaps something failed while it was being
written, or somebody emptied it by mistake. It does not count as an empty list, because then lost evals would look like
no evals.`,
    fix: `Restore it from git. If there is nothing to say, write \`[]\` into a file that contains a list, or remove
the file.`,
  },
  "too-deep": {
    severity: "error",
    kind: "records",
    title: "A file is nested or repeated beyond any record of a PoC",
    explanation: `Records are a few levels deep and contain a few hundred values. A file with more than 32 levels,
1,000 keys in one map or 10,000 values does not belong in the folder, or is an attempt to keep the tool busy. It is
not read.`,
    fix: "Move the data elsewhere and point at it with `evidence` or `dataset`.",
  },
  "invalid-template": {
    severity: "error",
    kind: "records",
    title: "A template cannot be rendered",
    explanation: `A Handlebars template has a fault: a block that is not closed, a name that the view does not have, or
more work than a memo can need. The template is in the PoC's \`templates/\` folder, in the organisation's, or named with
\`--template\`. The tool does not use its own template instead, because that would not be the memo you asked for.`,
    fix: `Correct the template at the place shown, or move it away to get the shipped one. \`poc template view KIND\`
lists what a template can use.`,
  },
} as const satisfies Record<string, CatalogueEntry>;
