import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addDecimals, decimal, shortDecimalText } from "../../src/domain/scalars/decimal.ts";
import type { FormatName } from "../../src/imports/format-names.ts";
import type { ImportFile, ReadCases, ReadHours, ReadImport, ReadMoney, ReadOptions } from "../../src/imports/format.ts";
import { FORMATS, formatOf } from "../../src/imports/formats.ts";
import { ImportFault, type ImportProblem } from "../../src/imports/import-problem.ts";
import { decodedText } from "../../src/imports/text/decode-text.ts";

export function sample(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, "samples", name));
}

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

interface Sampled<T> {
  readonly format: FormatName;
  readonly read: T;
  readonly problems: readonly ImportProblem[];
}

type Options = Partial<ReadOptions> & { readonly from?: FormatName };

/** A file as the tool sees it: recognised by its content, unless a format is named. */
function readAny(name: string, bytes: Uint8Array, options: Options): Sampled<ReadImport> {
  const pieces = function* () {
    // Small pieces, so that rows and characters lie across them.
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  };
  const file: ImportFile = {
    name,
    text: () => decodedText(pieces()),
    whole: () => [...decodedText(pieces())].join(""),
    bytes: () => bytes,
  };
  const format =
    options.from === undefined
      ? formatOf({ name, bytes, text: new TextDecoder().decode(bytes.subarray(0, 65_536)) })
      : FORMATS[options.from];
  return { format: format.name, ...format.read(file, { columns: {}, sha256, ...options }) };
}

/** A file of results. */
export function readBytes(name: string, bytes: Uint8Array, options: Options = {}): Sampled<ReadCases> {
  const { read, ...rest } = readAny(name, bytes, options);
  if (read.kind !== "cases") throw new Error(`${name} is read as ${read.kind}`);
  return { read, ...rest };
}

export function readText(name: string, text: string, options: Options = {}): Sampled<ReadCases> {
  return readBytes(name, new TextEncoder().encode(text), options);
}

/** A file of amounts. */
export function readMoney(name: string, text: string, options: Options = {}): Sampled<ReadMoney> {
  const { read, ...rest } = readAny(name, new TextEncoder().encode(text), options);
  if (read.kind !== "money") throw new Error(`${name} is read as ${read.kind}`);
  return { read, ...rest };
}

/** A file of hours. */
export function readHours(name: string, text: string): Sampled<ReadHours> {
  const { read, ...rest } = readAny(name, new TextEncoder().encode(text), {});
  if (read.kind !== "hours") throw new Error(`${name} is read as ${read.kind}`);
  return { read, ...rest };
}

/** Rows of money: day, amount with all its digits, model or purpose. */
export function moneyRows({ rows }: ReadMoney): readonly (readonly [day: string, amount: string, what: string])[] {
  return rows.map(({ day, amount, model, what }) => [day, shortDecimalText(amount), model ?? what ?? ""]);
}

/** Their exact sum. */
export function moneyTotal({ rows }: ReadMoney): string {
  return shortDecimalText(rows.reduce((sum, { amount }) => addDecimals(sum, amount), decimal(0)));
}

/** What keeps a file from being imported: all that the reader found, or where it gave up. */
export function faultsOf(read: () => { readonly problems: readonly ImportProblem[] }): readonly ImportProblem[] {
  try {
    return read().problems;
  } catch (error) {
    if (error instanceof ImportFault) return [error.problem];
    throw error;
  }
}

/** Figures of one arm by the name of the metric: how many cases, how many yes or their sum, how many broke. */
export function figures({ table }: ReadCases, arm: string, column: string) {
  const values = table.columns.find(({ name }) => name === column)?.values ?? [];
  const own = table.arms.flatMap((one, row) => (one === arm ? [values[row]] : []));
  const scored = own.filter((value): value is number => value !== undefined && !Number.isNaN(value));
  return {
    scored: scored.length,
    sum: scored.reduce((sum, value) => sum + value, 0),
    broke: own.filter((v) => Number.isNaN(v)).length,
  };
}
