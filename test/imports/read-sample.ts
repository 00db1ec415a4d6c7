import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dateIn, UTC, type Zone } from "../../src/domain/scalars/instant.ts";
import { addDecimals, decimal, shortDecimalText } from "../../src/domain/scalars/decimal.ts";
import type { FormatName } from "../../src/imports/format-names.ts";
import type {
  ImportFile,
  ReadCases,
  ReadHours,
  ReadImport,
  ReadMoney,
  ReadOptions,
  ReadPrices,
} from "../../src/imports/format.ts";
import { readerOf } from "../../src/imports/format.ts";
import { FORMATS, formatOf } from "../../src/imports/formats.ts";
import { ImportFault, type ImportProblem } from "../../src/imports/import-problem.ts";
import { decodedText } from "../../src/imports/text/decode-text.ts";

export function sample(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, "samples", name));
}

export const sha256 = (text: string | Iterable<string>) =>
  createHash("sha256")
    .update([...text].join(""))
    .digest("hex");

interface Sampled<T> {
  readonly format: FormatName;
  readonly read: T;
  readonly problems: readonly ImportProblem[];
}

type Options = Partial<ReadOptions> & { readonly from?: FormatName };

/** In November; in July it is an hour more. */
export const BERLIN: Zone = {
  name: "Europe/Berlin",
  offsetAt: (ms) => (ms > Date.UTC(2026, 2, 29, 1) && ms < Date.UTC(2026, 9, 25, 1) ? 120 : 60),
};

function opened(name: string, bytes: Uint8Array, { from, ...options }: Options) {
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
    from === undefined
      ? formatOf({ name, bytes, text: new TextDecoder().decode(bytes.subarray(0, 65_536)) })
      : FORMATS[from];
  const usual: ReadOptions = {
    columns: {},
    sha256,
    zone: BERLIN,
    zoneOf: (zone) => (zone === BERLIN.name ? BERLIN : zone === "UTC" ? UTC : undefined),
    days: { first: undefined, last: undefined },
  };
  return { format, file, options: { ...usual, ...options } };
}

/** A file as the tool sees it: recognised by its content, unless a format is named. */
function readAny(name: string, bytes: Uint8Array, asked: Options): Sampled<ReadImport> {
  const { format, file, options } = opened(name, bytes, asked);
  if (format.read === undefined) throw new Error(`${format.name} has to be loaded`);
  return { format: format.name, ...format.read(file, options) };
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

/** A map of prices. */
export function readPrices(name: string, text: string): Sampled<ReadPrices> {
  const { read, ...rest } = readAny(name, new TextEncoder().encode(text), {});
  if (read.kind !== "prices") throw new Error(`${name} is read as ${read.kind}`);
  return { read, ...rest };
}

/** A file of hours. */
export async function readHours(name: string, text: string, asked: Options = {}): Promise<Sampled<ReadHours>> {
  const { format, file, options } = opened(name, new TextEncoder().encode(text), asked);
  const reader = await readerOf(format);
  const { read, problems } = reader(file, options);
  if (read.kind !== "hours") throw new Error(`${name} is read as ${read.kind}`);
  return { format: format.name, read, problems };
}

/** Hours by day, meetings by all who were there. */
export function hoursOf({ read }: { readonly read: ReadHours }): readonly (readonly [day: string, hours: number])[] {
  const days = new Map<string, number>();
  for (const { when, seconds, people } of read.rows) {
    const day = typeof when === "number" ? dateIn(BERLIN, when) : when;
    days.set(day, (days.get(day) ?? 0) + seconds * people);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, seconds]) => [day, seconds / 3600]);
}

/** Rows of money: day, amount with all its digits, model or purpose. */
export function moneyRows({ rows }: ReadMoney): readonly (readonly [day: string, amount: string, what: string])[] {
  return rows.map(({ day, amount, model, what }) => [day, shortDecimalText(amount), model ?? what ?? ""]);
}

/** Their exact sum. */
export function moneyTotal({ rows }: ReadMoney): string {
  return shortDecimalText(rows.reduce((sum, { amount }) => addDecimals(sum, amount), decimal(0)));
}

/** What is wrong with a file of any format, from recognising it on. */
export async function problemsOf(
  name: string,
  bytes: Uint8Array,
  asked: Options = {},
): Promise<readonly ImportProblem[]> {
  try {
    const { format, file, options } = opened(name, bytes, asked);
    const reader = await readerOf(format);
    return reader(file, options).problems;
  } catch (error) {
    if (error instanceof ImportFault) return [error.problem];
    throw error;
  }
}

/** What keeps a file from being imported: all that the reader found, or where it gave up. */
export function faultsOf(read: () => { readonly problems: readonly ImportProblem[] }): readonly ImportProblem[];
export function faultsOf(
  read: () => Promise<{ readonly problems: readonly ImportProblem[] }>,
): Promise<readonly ImportProblem[]>;
export function faultsOf(
  read: () =>
    | { readonly problems: readonly ImportProblem[] }
    | Promise<{ readonly problems: readonly ImportProblem[] }>,
): readonly ImportProblem[] | Promise<readonly ImportProblem[]> {
  try {
    const outcome = read();
    return outcome instanceof Promise ? outcome.then(({ problems }) => problems, faultOf) : outcome.problems;
  } catch (error) {
    return faultOf(error);
  }
}

function faultOf(error: unknown): readonly ImportProblem[] {
  if (error instanceof ImportFault) return [error.problem];
  throw error;
}

/** Figures of one arm by the name of the metric: how many cases, how many yes or their sum, how many broke. */
export function figures({ table }: ReadCases, arm: string, column: string) {
  const values = table.columns.find(({ name }) => name === column)?.values ?? [];
  const own = [...table.arms].flatMap((one, row) => (one === arm ? [values[row]] : []));
  const scored = own.filter((value): value is number => value !== undefined && !Number.isNaN(value));
  return {
    scored: scored.length,
    sum: scored.reduce((sum, value) => sum + value, 0),
    broke: own.filter((v) => Number.isNaN(v)).length,
  };
}
