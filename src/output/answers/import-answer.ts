import type { ImportResult } from "../../app/import/import-files.ts";
import type { ImportedDraft, ImportPlan } from "../../app/import/plan-import.ts";
import type { PriceChange } from "../../app/import/price-changes.ts";
import type { SetBaseline } from "../../app/import/baselines/set-baselines.ts";
import type { ReadFile } from "../../app/import/read-import.ts";
import type { CaseResult } from "../../app/import/cases/case-results.ts";
import type { PlannedCommand } from "../../app/import/recipes/recipe-commands.ts";
import type { PlannedEval } from "../../app/import/run-evals.ts";
import type { CommandOutcome } from "../../app/ports/ports.ts";
import type { LeftRows } from "../../app/import/money-drafts.ts";
import { dateLabel, longDateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { priceText } from "../../domain/scalars/unit-price.ts";
import { leftOutSentence, pairedClause, unpairedClause } from "../../wording/imports/case-clauses.ts";
import { entryFacts, factText, resultText } from "../../wording/entry-facts.ts";
import { cell, paragraph, table, type Cell, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { foundLabel } from "./found-label.ts";
import { answerLine, evalFacts, leftFacts, nextLine } from "./log-answer.ts";

/** The commands that are about to be run, as they reach the shell. */
export function evalsToRun(planned: readonly PlannedEval[], style: Style): string {
  const lines = planned.map(({ item, line: command }) => ({ id: item.id, line: command }));
  return linesText(
    commandRows(`${countLabel(planned.length, "command")} of evals.yaml, to be run in the shell:`, lines, style),
  );
}

/** The same of recipes; a dry run only names them. */
export function recipesToRun(planned: readonly PlannedCommand[], dryRun: boolean, style: Style): string {
  const what = dryRun ? "not run in a dry run" : "to be run in the shell";
  return linesText(commandRows(`${countLabel(planned.length, "command")} of imports.yaml, ${what}:`, planned, style));
}

function commandRows(heading: string, planned: readonly PlannedCommand[], style: Style): readonly Safe[] {
  return [
    ...paragraph(style.text(heading), style, 0),
    ...table(
      planned.map(({ id, line: command }) => ({
        cells: [cell(style.text(id))],
        tail: cell(style.text(command), "name"),
      })),
      style,
      { indent: 2 },
    ),
  ];
}

/** `wrong-rate ran 41.2 s and ended with exit 100: runs/wrong-rate-2026-12-01-1000.json` */
export function evalFinished({ item, output }: PlannedEval, outcome: CommandOutcome, style: Style): string {
  return linesText(paragraph(style.text(`${ranLabel(item.id, outcome)}: ${output}`), style, 0, "faint"));
}

export function recipeFinished({ id }: PlannedCommand, outcome: CommandOutcome, style: Style): string {
  return linesText(paragraph(style.text(ranLabel(id, outcome)), style, 0, "faint"));
}

function ranLabel(id: string, { ended, seconds }: CommandOutcome): string {
  const how = ended.how === "exit" ? `ended with exit ${ended.code}` : "was stopped";
  return `${id} ran ${Math.max(0, seconds).toFixed(1)} s and ${how}`;
}

/** What was read, file by file, and what will happen to it. */
export function importPlanText(plan: ImportPlan, style: Style): string {
  return linesText(plan.files.flatMap((file) => fileLines(file, plan, style)));
}

function fileLines(file: ReadFile, plan: ImportPlan, style: Style): readonly Safe[] {
  const { drafts, early, left } = plan;
  const { read } = file;
  const before = early.find((one) => one.file === file);
  const own = drafts.filter((draft) => draft.file === file);
  const severalPeople = read.kind === "hours" && new Set(own.map(({ draft }) => draft.by.name)).size > 1;
  const notes = [
    ...(before === undefined
      ? []
      : [
          `Left out: it was run on ${longDateLabel(before.date)}, before ${longDateLabel(before.since)}. ` +
            "To import it anyway: --since all",
        ]),
    ...leftSentences(left.get(file)),
    ...goneSentences(own),
    ...(read.kind === "prices" ? priceSentences(plan) : []),
    ...read.notes.map((note) => `${note[0]!.toUpperCase()}${note.slice(1)}.`),
    ...(read.leftOut.length === 0 ? [] : [leftOutSentence(read.leftOut)]),
  ];
  return [
    ...paragraph(style.text(`${file.path}: ${foundLabel(file)}`), style, 0, "strong"),
    ...table(
      read.kind === "prices"
        ? plan.prices.filter((change) => change.file === file).map((change) => priceRow(change, style))
        : own.flatMap((draft) => draftRows(draft, severalPeople, style)),
      style,
      { indent: 2, most: [11, read.kind === "prices" ? 32 : 10] },
    ),
    ...notes.flatMap((note) => paragraph(style.text(note), style, 2, "faint")),
  ];
}

function leftSentences(left: LeftRows | undefined): readonly string[] {
  if (left === undefined) return [];
  const { before, after, filtered, covered } = left;
  return [
    ...(before === 0
      ? []
      : [`Left out: ${countLabel(before, "row")} before the first day of the timebox; --since all includes them.`]),
    ...(after === 0 ? [] : [`Left out: ${countLabel(after, "row")} in the future.`]),
    ...(covered === 0 ? [] : [`Left out: ${countLabel(covered, "line")} that a bill in the log covers.`]),
    ...(filtered === 0 ? [] : [`Left out: ${countLabel(filtered, "row")} that --only does not match.`]),
  ];
}

/** What was imported earlier and is no longer in the file. */
function goneSentences(own: readonly ImportedDraft[]): readonly string[] {
  const gone = own.flatMap(({ fate }) => (fate.fate === "gone" ? [fate] : []));
  if (gone.length === 0) return [];
  const earlier = listLabel(gone.map(({ replaces }) => replaces.id));
  const [is, it] = gone.length === 1 ? ["is", "it"] : ["are", "them"];
  const undo = listLabel(gone.map(({ id }) => `poc undo ${id}`));
  return [`${earlier} ${is} no longer in the file and will not count. To keep ${it}: ${undo}.`];
}

const FATES = { new: "new", changed: "changed", gone: "gone", same: "known", withdrawn: "withdrawn" } as const;

function draftRows(imported: ImportedDraft, named: boolean, style: Style): readonly Row[] {
  const { fate, cases } = imported;
  const state = cell(
    style.text(FATES[fate.fate]),
    fate.fate === "same" || fate.fate === "withdrawn" ? "faint" : "good",
  );
  if (cases === undefined) return [dayRow(imported, state, named, style)];
  return cases.results.map((result) => ({ cells: [state], tail: cell(style.text(caseText(result))) }));
}

/** `new  Tue 24 Nov  1.31 USD tokens on claude-opus-4-6, estimated`; whose hours they are, where several have some. */
function dayRow({ preview, fate }: ImportedDraft, state: Cell, named: boolean, style: Style): Row {
  // A removed item is described by its earlier entry.
  const facts = entryFacts(fate.fate === "gone" ? fate.replaces : preview).filter(({ kind }) => kind !== "source");
  const words = [...(named ? [preview.by.name] : []), ...facts.map(factText)];
  return { cells: [state, cell(style.text(dateLabel(preview.date)))], tail: cell(style.text(words.join("; "))) };
}

/** `changed  gpt-4.1  input 2.00 → 1.80 USD, output 8.00 USD` */
function priceRow({ model, fate, prices }: PriceChange, style: Style): Row {
  const texts =
    fate === "same"
      ? ["as in costs.yaml"]
      : prices.map(({ path, before, after }) => {
          const [now, then] = [priceText(after), before && priceText(before)];
          const change = then === undefined || then === now ? now : `${then} → ${now}`;
          return `${path.join(" ").replaceAll("_", " ")} ${change}`;
        });
  return {
    cells: [cell(style.text(FATES[fate]), fate === "same" ? "faint" : "good"), cell(style.text(model))],
    tail: cell(style.text(texts.join(", "))),
  };
}

function priceSentences({ prices, unpriced }: ImportPlan): readonly string[] {
  const free = prices.filter((change) => change.prices.some(({ after }) => after.amount.digits === 0n));
  return [
    "Per million tokens.",
    ...(free.length === 0
      ? []
      : [`The price of ${listLabel(free.map(({ model }) => model))} is 0: its tokens cost nothing.`]),
    ...(unpriced.length === 0
      ? []
      : [`No price is known for ${listLabel(unpriced.slice(0, 12))}, so tokens cannot be turned into money.`]),
  ];
}

function caseText({ result, paired, unpaired, repeated, column, whenTrue, outcomes }: CaseResult): string {
  const remarks = [
    paired && pairedClause(paired.arm, paired.cases, paired.flipped.length, outcomes),
    unpaired && unpairedClause(unpaired),
    repeated > 0 ? `${repeated} run more than once` : "",
    outcomes ? `${column} = ${whenTrue} counts` : `from ${column}`,
  ];
  return `${resultText(result)}: ${remarks.filter(Boolean).join("; ")}`;
}

/** What was stored, what is left, and the distance to the targets. */
export function importedText(result: ImportResult, style: Style): string {
  const { stored, entries, drafts, baselines, dryRun } = result;
  if (baselines !== undefined) return baselinesText(baselines, dryRun, style);
  const prices = result.prices.filter(({ fate }) => fate !== "same").length;
  const known = drafts.filter(({ fate }) => fate.fate === "same").length;
  const withdrawn = drafts.flatMap(({ fate }) => (fate.fate === "withdrawn" ? [fate.entry.id] : []));
  const fresh = drafts.length - known - withdrawn.length;
  const kept = [
    ...(known === 0 ? [] : [`${known === 1 ? "1 entry is" : `${known} entries are`} already in the log`]),
    ...(withdrawn.length === 0
      ? []
      : [`${listLabel(withdrawn)} ${withdrawn.length === 1 ? "was" : "were"} withdrawn by a person, and stays so`]),
  ];
  if (stored === undefined) {
    const would = [
      ...(fresh === 0 ? [] : [`${countLabel(fresh, "entry", "entries")} would be stored`]),
      ...(prices === 0 ? [] : [`prices of ${countLabel(prices, "model")} would be written to costs.yaml`]),
    ];
    const written = prices === 0 ? "Nothing new" : `Wrote the prices of ${countLabel(prices, "model")} to costs.yaml`;
    const nothing = dryRun && would.length > 0 ? `Dry run: ${would.join("; ")}` : written;
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
        ...(prices === 0 ? [] : [cell(style.text(`prices of ${countLabel(prices, "model")} in costs.yaml`))]),
        ...kept.map((text) => cell(style.text(text), "faint")),
      ],
      style,
    ),
    answerLine(line`Left`, leftFacts(stored, style), style),
    ...(evals.length === 0 ? [] : [answerLine(line`Proof`, evals, style)]),
    ...nextLine(stored.standing, style),
  ]);
}

/** `Baseline of wrong-rate: 41/200 in 20 groups, from cases/cases-k7f3q2m.csv.` */
function baselinesText(baselines: readonly SetBaseline[], dryRun: boolean, style: Style): string {
  const lines = baselines.map(
    ({ eval: id, text, baseline }) =>
      `Baseline of ${id}: ${text}, from ${baseline.cases?.file ?? "no file"}` +
      `${dryRun ? "; dry run, so evals.yaml stays as it is" : "; it is in evals.yaml"}`,
  );
  return linesText(lines.flatMap((text) => paragraph(style.text(text), style, 0)));
}
