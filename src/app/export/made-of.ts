// Beside the tables of each PoC lies what they were made of. It proves that they would be the same today, which neither
// a date nor git can: an old commit arrives with a merge, an entry is removed, a file of the organisation is edited.

import { writtenMs } from "../../domain/records/seen.ts";
import type { Records } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import { validity } from "../portfolio/keep-summary.ts";
import { summarisePoc } from "../portfolio/summarise-poc.ts";
import { readIfThere } from "./put-file.ts";

/** What the tables of one PoC in one format were made of. */
export interface MadeOf {
  /** The key that they have for the PoC. */
  readonly poc: string;
  /** Where the PoC was, relative to the folder of the tables: a bucket is told nothing of a machine. */
  readonly folder: string;
  /** Id of the entry that started it; "" for a draft. */
  readonly start: string;
  /** What `recordsHash` says. */
  readonly records: string;
  /** Hash of each table's file, by the name of the table. */
  readonly tables: Readonly<Record<string, string>>;
  /** Undefined while the tables may be others on the next day. */
  readonly settled: Settled | undefined;
}

/** Of a PoC that is decided: how long the same records make the same tables, but for the moment of the export. */
export interface Settled {
  /** IANA name of the zone of its days. */
  readonly zone: string;
  /** When the last of its entries was written; this and the others are milliseconds since 1970. */
  readonly written: number;
  readonly from: number;
  /** Before which moment. */
  readonly until: number;
}

const FOLDER = "made-of";
const LARGEST = 1024 * 1024;

/** @param file of the PoC, without its ending */
export function madeOfPath(to: string, file: string, ending: string): string {
  return `${to}/${FOLDER}/${file}.${ending}.json`;
}

/** Undefined where there is none, or none that can be read: then nothing is proven. */
export function readMadeOf({ files }: Pick<Context, "files">, path: string): MadeOf | undefined {
  const bytes = readIfThere(files, path, LARGEST);
  if (bytes === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isMadeOf(read) ? read : undefined;
  } catch {
    // Half a file, or none of ours.
    return undefined;
  }
}

export function madeOfText(madeOf: MadeOf): string {
  return `${JSON.stringify(madeOf, undefined, 2)}\n`;
}

/**
 * How long the tables stay as they are; undefined while they may change with each day: before the decision, and on the
 * days of the timebox, which the tables count.
 *
 * @param now a moment before the records were read
 */
export function settledFor(poc: OpenPoc, standing: Standing, now: number): Settled | undefined {
  if (standing.phase !== "decided" || standing.timebox?.phase !== "after") return undefined;
  // That a file cannot be read is said at each export.
  if (standing.unreadable.length > 0) return undefined;
  const { records } = poc;
  const made = summarisePoc(poc, standing.asOf);
  return { zone: records.zone.name, written: lastWritten(records), ...validity(records, made, now) };
}

function lastWritten({ log }: Records): number {
  return log.reduce((last, entry) => Math.max(last, writtenMs(entry)), 0);
}

function isMadeOf(value: unknown): value is MadeOf {
  if (!isObject(value)) return false;
  const { poc, folder, start, records, tables, settled } = value;
  return (
    [poc, folder, start, records].every((text) => typeof text === "string") &&
    isObject(tables) &&
    Object.values(tables).every((hash) => typeof hash === "string") &&
    (settled === undefined || isSettled(settled))
  );
}

function isSettled(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { zone, written, from, until } = value;
  return typeof zone === "string" && [written, from, until].every((moment) => typeof moment === "number");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
