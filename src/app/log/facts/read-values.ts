import { decodeUtf8 } from "../../../document/yaml/source-text.ts";
import { encodingFault, isRawFault, LARGEST_RAW_FILE, readRawFile } from "../../../document/raw/raw-file.ts";
import { MOST_CLUSTERS } from "../../../domain/evidence/clusters.ts";
import type { RawValues, Result } from "../../../domain/records/entry.ts";
import type { Eval } from "../../../domain/records/eval.ts";
import { nearest } from "../../../domain/scalars/nearest.ts";
import { isTooLarge, RAW_SUMMARIES, type Summary } from "../../../domain/evidence/raw-summary.ts";
import { FileFault } from "../../ports/faults.ts";
import type { Context, Folder, Sha256 } from "../../ports/ports.ts";
import type { FlagProblems } from "./flag-problems.ts";
import { isOutcome, readGroups, readNumbers, readOutcomes, type Refused } from "./read-cells.ts";
import type { RawCell, RawFault, RawFile } from "../../../document/raw/raw-table.ts";
import { quantityIn } from "../../../domain/scalars/quantity.ts";
import { currencyExponent } from "../../../domain/scalars/currency.ts";

/** Makes figures of `@runs/latency.csv#seconds/document in s`, the file that a person named for an eval. */
export type ValuesReader = (
  item: Eval,
  text: string,
  problems: FlagProblems,
) => (Summary & Pick<Result, "values">) | undefined;

/** Files are named from the current directory, and recorded from the PoC folder. */
export function valuesReader(context: Context, folder: Folder, sha256: Sha256): ValuesReader {
  return (item, text, problems) => {
    const flag = `--eval ${item.id}`;
    const { path, names, unit } = namedValues(text);
    const file = openRaw(context, path, flag, problems);
    if (file === undefined) return undefined;
    const refuse: Refuse = (problem, hint) => problems.add(flag, `${path}${problem}`, hint);
    // A column may well be called `time in s`.
    const inName = unit !== undefined && file.raw.column(`${names} in ${unit}`) !== undefined;
    const picked = pickColumns(file.raw, inName ? `${names} in ${unit}` : names, refuse);
    if (picked === undefined) return undefined;
    const summary = summaryOf(item, picked, inName ? undefined : unit, refuse);
    if (summary === undefined) return undefined;
    const { column, cluster } = picked;
    const values: RawValues = {
      file: recordedName(context, folder, path),
      sha256: sha256(file.text),
      ...(column === "" ? {} : { column }),
      ...(cluster === undefined ? {} : { cluster }),
    };
    return { ...summary, values };
  };
}

type Refuse = (problem: string, hint?: string) => undefined;

interface Named {
  readonly path: string;
  /** `seconds`, `seconds/document`; "" where none is named. */
  readonly names: string;
  readonly unit: string | undefined;
}

/** Takes `@runs/latency.csv#seconds/document in ms` apart. */
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
    if (!(error instanceof FileFault)) throw error;
    const hint =
      error.kind === "too-large"
        ? "keep the one column that is measured, or count it yourself and log x/n"
        : error.kind === "missing"
          ? "the file is looked for from the current directory"
          : undefined;
    return problems.add(flag, error.message, hint);
  }
}

interface Picked {
  readonly column: string;
  /** Whether the column was asked for by its name. */
  readonly named: boolean;
  readonly cells: readonly RawCell[];
  readonly cluster: string | undefined;
  readonly groups: readonly RawCell[] | undefined;
}

/** The column of that name; else the two names around one of its slashes. */
function pickColumns(raw: RawFile, names: string, refuse: Refuse): Picked | undefined {
  if (names === "") {
    const [only = "", ...others] = raw.columns;
    if (others.length > 0)
      return refuse(
        `: found the columns ${raw.columns.slice(0, 12).join(", ")}, expected one to be named`,
        `write @file#${only}`,
      );
    return { column: only, named: false, cells: raw.column(only)!, cluster: undefined, groups: undefined };
  }
  const whole = raw.column(names);
  if (whole !== undefined) return { column: names, named: true, cells: whole, cluster: undefined, groups: undefined };
  const splits = [...names.matchAll(/\//g)].map(
    ({ index }) => [names.slice(0, index).trim(), names.slice(index + 1).trim()] as const,
  );
  for (const [column, cluster] of splits) {
    const [cells, groups] = [raw.column(column), raw.column(cluster)];
    if (cells !== undefined && groups !== undefined) return { column, named: true, cells, cluster, groups };
  }
  const [column, cluster] = splits[0] ?? [names, ""];
  const lacking = raw.column(column) === undefined ? column : cluster;
  const close = nearest(lacking, raw.columns);
  return refuse(
    `: no column is called "${lacking.slice(0, 60)}"`,
    close === undefined ? columnsHint(raw.columns) : `did you mean ${close}?`,
  );
}

function columnsHint(columns: readonly string[]): string {
  const [only = ""] = columns;
  if (columns.length > 1) return `there are ${columns.slice(0, 12).join(", ")}`;
  if (only === "") return "the file is a column without a heading: name the file alone";
  return /[;\t]/.test(only)
    ? `the only column is "${only.slice(0, 60)}": cells have to be separated by commas`
    : `the only column is ${only}`;
}

function summaryOf(item: Eval, picked: Picked, unit: string | undefined, refuse: Refuse): Summary | undefined {
  const groups = picked.groups === undefined ? undefined : taken(readGroups(picked.groups), refuse);
  if (picked.groups !== undefined && groups === undefined) return undefined;
  const raw = RAW_SUMMARIES[item.measure];
  if (groups !== undefined && raw.cells === "numbers" && !raw.groups)
    return refuse(`: found groups for a ${item.measure}, which has none`, "name the column alone");
  const count = new Set(groups).size;
  if (count > MOST_CLUSTERS && count < picked.cells.length)
    return refuse(
      `: found ${count} groups, expected at most ${MOST_CLUSTERS}`,
      "one case that is run several times is one group; take the mean of its runs as its value",
    );
  if (raw.cells === "outcomes") {
    if (unit !== undefined) return refuse(`: found the unit ${unit} for a ${item.measure}, which has none`);
    if (!picked.named && isOutcome(picked.column))
      return refuse(
        `:1: found "${picked.column}", which may be a heading or a case`,
        `put a heading above it; if it is one, say @file#${picked.column}`,
      );
    const outcomes = taken(readOutcomes(picked.cells, item.better), refuse);
    return outcomes && raw.summary(outcomes, groups);
  }
  const numbers = taken(readNumbers(picked.cells), refuse);
  if (numbers === undefined) return undefined;
  if (isTooLarge(numbers)) return refuse(": the values are too large to be added up", "name them in a larger unit");
  const inUnit = valuesUnit(item, picked.column, unit);
  if (typeof inUnit !== "string")
    return refuse(`: ${inUnit.refused}`, "say what the numbers are in: @file#column in s");
  return (
    raw.summary(item, numbers, inUnit, groups) ??
    refuse(
      `: a ${item.measure} is counted against a limit, and none is agreed`,
      'add target: "value <= 2 s" to evals.yaml',
    )
  );
}

/** The most bad cells that are named one by one. */
const MOST_NAMED = 3;

/** What was read, or undefined after naming the lines that could not be. */
function taken<T>(
  read: { readonly ok: readonly T[]; readonly refused: readonly Refused[] },
  refuse: Refuse,
): readonly T[] | undefined {
  if (read.refused.length === 0) return read.ok;
  for (const { line, message, hint } of read.refused.slice(0, MOST_NAMED)) refuse(`:${line}: ${message}`, hint);
  const more = read.refused.length - MOST_NAMED;
  return more > 0 ? refuse(`: ${more} more ${more === 1 ? "cell" : "cells"} like that`) : undefined;
}

/** From the PoC folder where the file lies inside, with forward slashes; else as it was named. */
function recordedName(context: Context, folder: Folder, path: string): string {
  const [absolute, root] = [context.files.resolve(path), folder.path];
  const separator = absolute.startsWith(root) ? absolute[root.length] : undefined;
  if (separator !== "/" && separator !== "\\") return path;
  const inside = absolute.slice(root.length + 1);
  return separator === "/" ? inside : inside.replaceAll("\\", "/");
}

const TIMES: ReadonlySet<string> = new Set(["ms", "s", "min", "h"]);

/**
 * What the numbers of a column are in: what was said; else what its name ends with, `latency_ms` or `cost (EUR)`, where
 * times or money are measured; else what the eval is agreed in. A unit that does not convert into that is refused.
 */
export function valuesUnit(
  item: Eval,
  column: string,
  said: string | undefined,
): string | { readonly refused: string } {
  const agreed = agreedUnit(item);
  const unit = said ?? namedUnit(column, agreed) ?? agreed ?? "";
  const converts = agreed === undefined || quantityIn({ amount: { digits: 1n, scale: 0 }, unit }, agreed) !== undefined;
  return converts
    ? unit
    : {
        refused:
          `found ${unit === "" ? "no unit" : unit}${said === undefined ? ` in the name of column ${column}` : ""}, ` +
          `expected ${agreed === "" ? "no unit" : agreed} as agreed for ${item.id}`,
      };
}

function agreedUnit({ target, baseline }: Eval): string | undefined {
  if (target?.form === "value") return target.quantity.unit;
  return baseline?.kind === "fixed" ? baseline.quantity.unit : undefined;
}

/** A name such as `score_all` ends with a currency too, so that only what the eval itself measures is looked for. */
function namedUnit(column: string, agreed: string | undefined): string | undefined {
  const word = /(?:^|[_\s([/-])([A-Za-z]{1,3})[\])]?$/.exec(column.trim())?.[1];
  if (word === undefined || agreed === undefined) return undefined;
  // Of `EUR/answer` the name of the column usually says the EUR.
  const base = agreed.split("/")[0]!;
  const unit = TIMES.has(base) ? word.toLowerCase() : word.toUpperCase();
  if (unit === base) return agreed;
  const isAnother = TIMES.has(base)
    ? TIMES.has(unit)
    : currencyExponent(base) !== undefined && currencyExponent(unit) !== undefined;
  return isAnother ? unit : undefined;
}
