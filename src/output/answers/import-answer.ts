import type { ImportedDraft, ImportPlan, ImportResult } from "../../app/import/import-files.ts";
import type { ReadFile } from "../../app/import/read-import.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { leftOutSentence, pairedClause, unpairedClause } from "../../wording/imports/case-clauses.ts";
import { resultText } from "../../wording/entry-facts.ts";
import { cell, paragraph, table, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { answerLine, evalFacts, leftFacts, nextLine } from "./log-answer.ts";

/** What was read, file by file, and what becomes of it. */
export function importPlanText(plan: ImportPlan, style: Style): string {
  return linesText(plan.files.flatMap((file) => fileLines(file, plan, style)));
}

function fileLines(file: ReadFile, { drafts, early }: ImportPlan, style: Style): readonly Safe[] {
  const { read, format } = file;
  const { table: cases } = read;
  const arms = new Set(cases.arms).size;
  const broke = cases.ids.filter((_, row) => cases.columns.some(({ values }) => Number.isNaN(values[row]))).length;
  const about = [
    format.title,
    read.run ?? "",
    countLabel(cases.ids.length, "row"),
    arms > 1 ? countLabel(arms, "arm") : "",
    broke > 0 ? countLabel(broke, "error") : "",
  ].filter((text) => text !== "");
  const before = early.find((one) => one.file === file);
  const notes = [
    ...(before === undefined
      ? []
      : [
          `Left out: it was run on ${longDateLabel(before.date)}, before ${longDateLabel(before.since)}. ` +
            "To take it all the same: --since all",
        ]),
    ...read.notes.map((note) => `${note[0]!.toUpperCase()}${note.slice(1)}.`),
    ...(read.leftOut.length === 0 ? [] : [leftOutSentence(read.leftOut)]),
  ];
  return [
    ...paragraph(style.text(`${file.path}: ${about.join(", ")}`), style, 0, "strong"),
    ...table(
      drafts.filter(({ run }) => run.file === file).flatMap((draft) => draftRows(draft, style)),
      style,
      { indent: 2, most: [11] },
    ),
    ...notes.flatMap((note) => paragraph(style.text(note), style, 2, "faint")),
  ];
}

const FATES = { new: "new", changed: "changed", same: "known", withdrawn: "withdrawn" } as const;

function draftRows({ fate, results }: ImportedDraft, style: Style): readonly Row[] {
  return results.map(({ result, paired, unpaired, cases, repeated, column, whenTrue, outcomes }) => {
    const remarks = [
      paired && pairedClause(paired.arm, cases - paired.broken, paired.flipped.length),
      unpaired && unpairedClause(unpaired),
      repeated > 0 ? `${repeated} run more than once` : "",
      outcomes ? `${column} = ${whenTrue} counts` : `from ${column}`,
    ].filter(Boolean);
    return {
      cells: [cell(style.text(FATES[fate.fate]), fate.fate === "same" || fate.fate === "withdrawn" ? "faint" : "good")],
      tail: cell(style.text(`${resultText(result)}: ${remarks.join("; ")}`)),
    };
  });
}

/** What was stored, what is left, how far the targets are. */
export function importedText({ stored, entries, drafts, dryRun }: ImportResult, style: Style): string {
  const known = drafts.filter(({ fate }) => fate.fate === "same").length;
  const withdrawn = drafts.flatMap(({ fate }) => (fate.fate === "withdrawn" ? [fate.entry.id] : []));
  const fresh = drafts.length - known - withdrawn.length;
  const kept = [
    ...(known === 0 ? [] : [`${known === 1 ? "1 entry is" : `${known} entries are`} in the log already`]),
    ...(withdrawn.length === 0
      ? []
      : [`${listLabel(withdrawn)} ${withdrawn.length === 1 ? "was" : "were"} withdrawn by a person, and stays so`]),
  ];
  if (stored === undefined) {
    const nothing =
      dryRun && fresh > 0 ? `Dry run: ${countLabel(fresh, "entry", "entries")} would be stored` : "Nothing new";
    return linesText(paragraph(style.text([nothing, ...kept].join("; ")), style, 0));
  }
  const results = new Set(entries.flatMap((entry) => entry.results.map((result) => result.eval)));
  const evals = stored.standing.evals
    .filter(({ eval: item }) => results.has(item.id))
    .flatMap((item) => evalFacts(item, style));
  return linesText([
    answerLine(
      line`Stored`,
      [
        ...entries.map(({ id }) => cell(style.text(id), "name")),
        ...kept.map((text) => cell(style.text(text), "faint")),
      ],
      style,
    ),
    answerLine(line`Left`, leftFacts(stored, style), style),
    ...(evals.length === 0 ? [] : [answerLine(line`Proof`, evals, style)]),
    ...nextLine(stored.standing, style),
  ]);
}
