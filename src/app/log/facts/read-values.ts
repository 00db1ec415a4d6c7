import { decodeUtf8 } from "../../../document/yaml/source-text.ts";
import { encodingFault, isRawFault, LARGEST_RAW_FILE, readRawFile } from "../../../document/raw/raw-file.ts";
import { MOST_CLUSTERS } from "../../../domain/evidence/clusters.ts";
import type { RawValues, Result } from "../../../domain/records/evals/result.ts";
import { shortDecimalText } from "../../../domain/scalars/decimal.ts";
import { rangeText, type Eval } from "../../../domain/records/eval.ts";
import { columnSense, isErrorColumn, isErrorSet, isNamedAfter } from "../../../domain/evidence/columns/column-sense.ts";
import { outcomeWord } from "../../../domain/evidence/columns/outcome-words.ts";
import { outsideRange } from "../../../domain/evidence/measures/mean-figure.ts";
import { isUnsigned } from "../../../domain/evidence/signed-figure.ts";
import { isTooLarge, RAW_SUMMARIES, type Summary } from "../../../domain/evidence/raw-summary.ts";
import { FileFault, isOfName } from "../../ports/faults.ts";
import type { Context, Folder, Sha256 } from "../../ports/ports.ts";
import type { FlagProblems } from "./flag-problems.ts";
import { refuseRepeatedCases } from "./repeated-cases.ts";
import { pickColumns, scoredCases, type Picked, type Refuse } from "./raw-columns.ts";
import { columnUnitOf, type UnitContext } from "./read-unit.ts";
import type { UnitAsker } from "./unit-questions.ts";
import {
  isOutcome,
  mayBeCase,
  readCounted,
  readGroups,
  readNumbers,
  readOutcomes,
  saysOnlyWhether,
  type Refused,
} from "./read-cells.ts";
import type { RawFault, RawFile } from "../../../document/raw/raw-table.ts";

/** Makes figures of `@runs/latency.csv#seconds/document in s`, the file that a person named for an eval. */
export type ValuesReader = (
  item: Eval,
  text: string,
  problems: FlagProblems,
) => (Summary & Pick<Result, "values">) | undefined;

/** What is known besides the file and the eval. */
export interface ValuesContext extends Pick<UnitContext, "costs" | "currency"> {
  readonly folder: Folder;
  readonly sha256: Sha256;
  /** Undefined where there is nobody to ask. */
  readonly ask: UnitAsker | undefined;
  /** Whether what looks like a slip is meant as it stands: `--yes`. */
  readonly yes: boolean;
}

/** Files are named from the current directory, and recorded from the PoC folder. */
export function valuesReader(
  context: Context,
  { folder, sha256, costs, currency, ask, yes }: ValuesContext,
): ValuesReader {
  return (item, text, problems) => {
    const flag = `--eval ${item.id}`;
    const { path, names, unit } = namedValues(text);
    const file = openRaw(context, path, flag, problems);
    if (file === undefined) return undefined;
    const refuse: Refuse = (problem, hint) =>
      problems.add(flag, `${path}${problem}`, hint?.replaceAll("@file", `@${path}`));
    // A column may well be called `time in s`.
    const inName = unit !== undefined && file.raw.column(`${names} in ${unit}`) !== undefined;
    const picked = pickColumns(file.raw, inName ? `${names} in ${unit}` : names, refuse);
    if (picked === undefined) return undefined;
    const summaries = RAW_SUMMARIES[item.measure];
    // What only adds up its rows does not ask whose they are.
    const counts = summaries.cells === "outcomes" || summaries.groups;
    const imported = `poc import ${path} --eval ${item.id}`;
    if (counts && refuseRepeatedCases(file.raw, picked, imported, refuse)) return undefined;
    const scored = scoredCases(file.raw, picked, summaries.cells === "outcomes");
    if (scored.cells.length === 0)
      return refuse(
        `: all ${picked.cells.length} cases ended in an error, so nothing was scored`,
        "an error is neither good nor bad: run them again, or log what happened as a note",
      );
    const said = inName ? undefined : unit;
    const summary = summaryOf(
      item,
      scored,
      { said, costs, currency, yes, ask: ask && ((doubt) => ask(text, doubt)) },
      refuse,
    );
    if (summary === undefined) return undefined;
    const { column, cluster } = picked;
    const errors = picked.cells.length - scored.cells.length;
    const values: RawValues = {
      file: recordedName(context, folder, path),
      sha256: sha256(file.text),
      ...(column === "" ? {} : { column }),
      ...(cluster === undefined ? {} : { cluster }),
      ...summary.reading,
    };
    sayReading(column === "" ? path : column, summary.reading, problems);
    return { ...summary.figures, ...(errors === 0 ? {} : { errors }), values };
  };
}

/** How the cells of a column were read, as it is stored. */
type Reading = Pick<RawValues, "counted" | "unit" | "assumed" | "rate">;

interface Named {
  readonly path: string;
  /** `seconds`, `seconds/document`; "" where none is named. */
  readonly names: string;
  readonly unit: string | undefined;
}

/** Takes `@runs/latency.csv#seconds/document in ms` apart; what stands around `/` and `=` is for the columns to say. */
function namedValues(text: string): Named {
  const [, named = "", unit] = /^@(.*?)(?: in (%|[A-Za-z][A-Za-z/_-]{0,23}))?$/s.exec(text) ?? [];
  const hash = named.lastIndexOf("#");
  return hash < 0
    ? { path: named.trim(), names: "", unit }
    : { path: named.slice(0, hash).trim(), names: named.slice(hash + 1).trim(), unit };
}

/** `text` as the hash is taken of it: with the byte order mark, if there is one. */
function openRaw(
  context: Context,
  path: string,
  flag: string,
  problems: FlagProblems,
): { readonly raw: RawFile; readonly text: string } | undefined {
  if (path === "")
    return problems.add(
      flag,
      "found no file after the @",
      `write --eval ${flag.slice("--eval ".length)}=@runs/values.csv#column`,
    );
  const bytes = readBytes(context, path, flag, problems);
  if (bytes === undefined) return undefined;
  const text = decodeUtf8(bytes);
  const raw = text === undefined ? encodingFault(bytes) : readRawFile(path, text);
  if (isRawFault(raw)) return problems.add(flag, `${path}${faultText(raw)}`, raw.hint);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "\ufeff" : "";
  return { raw, text: mark + text! };
}

function faultText({ line, message }: RawFault): string {
  return line === undefined ? `: ${message}` : `:${line}: ${message}`;
}

function readBytes(context: Context, path: string, flag: string, problems: FlagProblems): Uint8Array | undefined {
  try {
    return context.files.readNamed(path, LARGEST_RAW_FILE);
  } catch (error) {
    if (!(error instanceof FileFault && isOfName(error))) throw error;
    const hint =
      error.kind === "too-large"
        ? "keep the one column that is measured, or count it yourself and log x/n"
        : error.kind === "missing"
          ? "the path starts at the current directory"
          : undefined;
    return problems.add(flag, error.message, hint);
  }
}

/** How cells were read, where a person might not think so: the answer says it back. */
function sayReading(name: string, { counted, unit, assumed, rate }: Reading, problems: FlagProblems): void {
  if (counted !== undefined) problems.readAs(name, `outcomes, of which ${counted} counts`);
  if (unit === undefined) return;
  const at = rate === undefined ? "" : `, at ${shortDecimalText(rate)}`;
  problems.readAs(name, assumed === true ? `${unit}, assumed` : `${unit}${at}`);
}

interface SummaryContext extends UnitContext {
  readonly yes: boolean;
}

interface Read {
  readonly figures: Summary;
  readonly reading: Reading;
}

function summaryOf(item: Eval, picked: Picked, context: SummaryContext, refuse: Refuse): Read | undefined {
  const groups = picked.groups === undefined ? undefined : taken(readGroups(picked.groups), refuse);
  if (picked.groups !== undefined && groups === undefined) return undefined;
  const raw = RAW_SUMMARIES[item.measure];
  if (groups !== undefined && raw.cells === "numbers" && !raw.groups)
    return refuse(`: found groups for a ${item.measure}, which has none`, "name the column alone");
  const count = new Set(groups).size;
  if (count > MOST_CLUSTERS && count < picked.cells.length)
    return refuse(
      `: found ${count} groups, expected at most ${MOST_CLUSTERS}`,
      "several runs of one case are one group; use their mean as its value",
    );
  const { said } = context;
  if (raw.cells === "outcomes") {
    if (said !== undefined) return refuse(`: found the unit ${said} for a ${item.measure}, which has none`);
    const read = outcomesOf(item, picked, context.yes, refuse);
    const figures = read && raw.summary(read.outcomes, groups, item);
    if (read !== undefined && figures === undefined)
      return refuse(
        `: a case has fewer than ${item.k ?? 1} runs, but ${item.id} needs that many tries`,
        "name the column with the case of each run: @file#passed/case",
      );
    return read && figures && { figures, reading: read.reading };
  }
  if (picked.counted !== undefined)
    return refuse(
      `: found =${picked.counted} for a ${item.measure}, which takes every number`,
      "name the column alone",
    );
  const numbers = taken(readNumbers(picked.cells), refuse);
  if (numbers === undefined) return undefined;
  const large = () => refuse(": the values are too large to be added up", "give them in a larger unit");
  if (isTooLarge(numbers)) return large();
  const unit = columnUnitOf(item, picked.column, numbers, context);
  if ("refused" in unit) return refuse(`: ${unit.refused}`, unit.hint);
  const below = isUnsigned(item, unit.unit) ? numbers.findIndex((value) => value < 0) : -1;
  if (below >= 0) {
    const { line, text } = picked.cells[below]!;
    return refuse(`:${line}: found "${text?.trim()}", and a figure in ${unit.unit} cannot be below zero`, BELOW_ZERO);
  }
  const values = unit.factor === 1 ? numbers : numbers.map((value) => value * unit.factor);
  if (isTooLarge(values)) return large();
  const outside = outsideRange(item, values, unit.unit);
  if (outside !== undefined) {
    const { line, text } = picked.cells[outside]!;
    return refuse(
      `:${line}: found "${text?.trim()}", and values of ${item.id} are declared to be from ${rangeText(item.range!)}`,
      BELOW_ZERO,
    );
  }
  const figures = raw.summary(item, values, unit.unit, groups);
  if (figures !== undefined) return { figures, reading: unit.reading };
  return refuse(
    `: a ${item.measure} is counted against a limit, and none is agreed`,
    'add target: "value <= 2 s" to evals.yaml',
  );
}

const BELOW_ZERO = "if the case broke, write error instead";

interface Outcomes {
  readonly outcomes: readonly boolean[];
  readonly reading: Reading;
}

/** Which cases count: by what was named, by the words of the cells, or by what the column is named after. */
function outcomesOf(item: Eval, picked: Picked, yes: boolean, refuse: Refuse): Outcomes | undefined {
  const { column, cells, counted } = picked;
  if (counted !== undefined) {
    const turned = yes ? undefined : turnedWord(item, picked, counted);
    if (turned !== undefined)
      return refuse(
        `: found =${counted}, and ${item.id} counts ${item.better === "lower" ? "what is bad" : "what is good"}; ` +
          `${counted} in ${column || "the column"} says the opposite`,
        `write @file#${column}=${turned}; or add --yes if it is right`,
      );
    const outcomes = taken(readCounted(cells, counted), refuse);
    if (outcomes === undefined || outcomes.includes(true) || isOutcome(counted))
      return outcomes && { outcomes, reading: { counted } };
    const words = [...new Set(cells.map(({ text }) => text?.trim() ?? ""))].slice(0, 6);
    return refuse(`: no cell of ${column || "the column"} says "${counted}"`, `known: ${words.join(", ")}`);
  }
  if (!picked.named && mayBeCase(column, cells))
    return refuse(
      `:1: found "${column}", which may be a heading or a case`,
      `put a heading above it; if it is one, write @file#${column}`,
    );
  if (isErrorColumn(column) && !cells.every(({ text }) => isOutcome(text ?? ""))) {
    const outcomes = cells.map(({ text }) => isErrorSet(text) === (item.better === "lower"));
    return { outcomes, reading: { counted: item.better === "lower" ? "an error" : "no error" } };
  }
  const whenTrue = countsWhenTrue(item, column);
  if (whenTrue === undefined && saysOnlyWhether(cells))
    return refuse(
      `: it is unclear whether "${cells[0]?.text?.trim() ?? ""}" in ${column || "a column without a name"} is good ` +
        `or bad, and ${item.id} counts ${item.better === "lower" ? "what is bad" : "what is good"}`,
      `say which cells count: @file#${column}=true or @file#${column}=false`,
    );
  const outcomes = taken(readOutcomes(cells, item.better, whenTrue ?? true, column), refuse);
  return outcomes && { outcomes, reading: whenTrue === false && saysOnlyWhether(cells) ? { counted: "false" } : {} };
}

/** The word to count instead, where the one that was named is what the eval does not count: `true` in `passed`. */
function turnedWord(item: Eval, { column, cells }: Picked, counted: string): string | undefined {
  const word = outcomeWord(counted);
  if (word === undefined || isNamedAfter(item, column)) return undefined;
  const [kind, value] = word;
  const counts = kind === "well" ? item.better === "higher" : countsWhenTrue(item, column);
  if (counts === undefined || value === counts) return undefined;
  const other = cells.find(({ text }) => {
    const [cellKind, cellValue] = outcomeWord(text ?? "") ?? [];
    return cellKind === kind && cellValue === counts;
  });
  return other?.text?.trim() ?? (kind === "there" ? String(counts) : counts ? "pass" : "fail");
}

/** Whether `true` counts: the bad where less is better, the good where more is. Undefined where nothing says so. */
function countsWhenTrue(item: Eval, column: string): boolean | undefined {
  const sense = columnSense(column);
  if (sense !== undefined) return (sense === "good") === (item.better === "higher");
  return isNamedAfter(item, column) ? true : undefined;
}

/** The most bad cells that are named one by one. */
const MOST_NAMED = 3;

/** What was read, or undefined after naming the lines that could not be. */
function taken<T>(
  read: { readonly ok: readonly T[]; readonly refused: readonly Refused[] },
  refuse: Refuse,
): readonly T[] | undefined {
  if (read.refused.length === 0) return read.ok;
  const named = read.refused.slice(0, MOST_NAMED);
  // A hint that several of them share is said once, below the last of them.
  for (const [k, { line, message, hint }] of named.entries())
    refuse(`:${line}: ${message}`, named.findLastIndex((one) => one.hint === hint) === k ? hint : undefined);
  const more = read.refused.length - MOST_NAMED;
  return more > 0 ? refuse(`: ${more} more ${more === 1 ? "cell" : "cells"} like that`) : undefined;
}

/** From the PoC folder where the file lies inside, with forward slashes; else as it was named. */
export function recordedName(context: Context, folder: Folder, path: string): string {
  const [absolute, root] = [context.files.resolve(path), folder.path];
  const separator = absolute.startsWith(root) ? absolute[root.length] : undefined;
  if (separator !== "/" && separator !== "\\") return path;
  const inside = absolute.slice(root.length + 1);
  return separator === "/" ? inside : inside.replaceAll("\\", "/");
}
