// A summary that is kept stands in for reading and judging a PoC again, which is nearly all that a portfolio costs. It
// is used only where every byte of the records is the same, and until the next day on which the records alone change
// anything. No hash, size or time of a file decides.

import { fromKeptForm, keptForm } from "../../document/reading/kept-form.ts";
import { DEFINITION_FILES, LOG_FOLDER, MEMO_FOLDER, type Records } from "../../domain/records/records.ts";
import type { PocSummary } from "../../domain/portfolio/poc-summary.ts";
import { onDay, quietUntil } from "../../domain/portfolio/quiet-until.ts";
import { addDays } from "../../domain/scalars/calendar.ts";
import { CLOCKS_DIFFER_MS, dateIn, endOfDay } from "../../domain/scalars/instant.ts";
import type { SourceFile } from "../../document/yaml/source-file.ts";
import type { Context, FolderItem, SummaryStore } from "../ports/ports.ts";
import type { PocPlace } from "./find-pocs.ts";

/** The first line of what is kept; the bytes of the records follow it, one file after the other. */
interface Head {
  readonly build: string;
  /** From which moment on, and until before which, the same records give the same summary but for the day. */
  readonly from: number;
  readonly until: number;
  /** IANA name. */
  readonly zone: string;
  /** What the organisation's file says, by its name; "" where there is none. */
  readonly organisation: string;
  /** Names, each list sorted and joined by a slash, which no name contains: comparing one text is quicker. */
  readonly definitions: string;
  readonly log: string;
  readonly memos: string;
  /** How many bytes each of the records has, in that order. */
  readonly lengths: readonly number[];
  readonly summary: unknown;
}

const DEFINITIONS: ReadonlySet<string> = new Set(Object.values(DEFINITION_FILES));
const BETWEEN = "/";
const LINE_END = 0x0a;

/**
 * The summary that is kept of these very records, for this moment.
 *
 * @param organisation what `organisationText` says of the PoC
 */
export function keptSummary(
  { files, zones, clock }: Pick<Context, "files" | "zones" | "clock">,
  { path, items = [] }: PocPlace,
  store: SummaryStore,
  organisation: string,
): PocSummary | undefined {
  const kept = store.load();
  if (kept === undefined) return undefined;
  const head = headOf(kept);
  const now = clock.now();
  if (head === undefined || head.build !== store.build || head.organisation !== organisation) return undefined;
  if (!(now >= head.from && now < head.until)) return undefined;
  const definitions = items.flatMap(({ name }) => (DEFINITIONS.has(name) ? [name] : []));
  const log = namesIn(files, path, LOG_FOLDER, items);
  const memos = namesIn(files, path, MEMO_FOLDER, items);
  if (definitions.join(BETWEEN) !== head.definitions || log?.join(BETWEEN) !== head.log) return undefined;
  if (memos?.join(BETWEEN) !== head.memos) return undefined;
  const { lengths } = head;
  let at = kept.indexOf(LINE_END) + 1;
  let index = 0;
  for (const name of definitions)
    if (!files.holds(`${path}/${name}`, kept, at, (at += lengths[index++]!))) return undefined;
  const entries = `${path}/${LOG_FOLDER}/`;
  for (const name of log) if (!files.holds(entries + name, kept, at, (at += lengths[index++]!))) return undefined;
  const zone = zones.zone(head.zone);
  if (index !== lengths.length || at !== kept.length || zone === undefined) return undefined;
  return onDay(fromKeptForm(head.summary) as PocSummary, dateIn(zone, now));
}

const UTF8 = new TextDecoder();

function headOf(kept: Uint8Array): Head | undefined {
  try {
    return JSON.parse(UTF8.decode(kept.subarray(0, kept.indexOf(LINE_END)))) as Head;
  } catch {
    // Half a file, or none of ours.
    return undefined;
  }
}

/** What lies in a folder of the PoC; undefined where it is something else, or cannot be looked into. */
function namesIn(
  files: Context["files"],
  path: string,
  folder: string,
  items: readonly FolderItem[],
): readonly string[] | undefined {
  const kind = items.find(({ name }) => name === folder)?.kind;
  return kind === undefined ? [] : kind === "folder" ? files.bareNames(`${path}/${folder}`) : undefined;
}

/**
 * Keeps a summary with the bytes that it was made of. One of which a file could not be read is not kept.
 *
 * @param read what was read of the folder, all of it
 * @param nowMs the moment that the summary was made for
 */
export function keepSummary(
  store: SummaryStore,
  read: readonly SourceFile[],
  records: Records,
  summary: PocSummary,
  nowMs: number,
  organisation: string,
): void {
  const sources = read.flatMap((file) => ("bytes" in file && file.bytes.length > 0 ? [file] : []));
  // Of a pipe nobody reads anything either, so that an empty file proves nothing.
  if (sources.length < read.length) return;
  const inLog = ({ name }: SourceFile) => name.startsWith(`${LOG_FOLDER}/`);
  sources.sort((a, b) => Number(inLog(a)) - Number(inLog(b)) || (a.name < b.name ? -1 : 1));
  const head: Head = {
    build: store.build,
    ...validity(records, summary, nowMs),
    zone: records.definitions.charter?.timebox?.timezone ?? "UTC",
    organisation,
    definitions: sources.flatMap((file) => (inLog(file) ? [] : [file.name])).join(BETWEEN),
    log: sources.flatMap((file) => (inLog(file) ? [file.name.slice(LOG_FOLDER.length + 1)] : [])).join(BETWEEN),
    memos: records.memos.join(BETWEEN),
    lengths: sources.map(({ bytes }) => bytes.length),
    summary: keptForm(summary),
  };
  store.save(joined([new TextEncoder().encode(`${JSON.stringify(head)}\n`), ...sources.map(({ bytes }) => bytes)]));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * From the day of the summary, in the zone of the charter, to the day on which it has to be made again, as long as the
 * same entries have happened: an entry counts from five minutes before its moment on, because clocks differ by so much.
 */
function validity(records: Records, summary: PocSummary, nowMs: number): Pick<Head, "from" | "until"> {
  const { zone, log } = records;
  const beginningOf = (date: PocSummary["asOf"]) => endOfDay(zone, addDays(date, -1)) + 1;
  let from = beginningOf(summary.asOf);
  let until = beginningOf(quietUntil(summary, records));
  for (const { at } of log) {
    const counts = at.epochMs - CLOCKS_DIFFER_MS;
    if (counts <= nowMs) from = Math.max(from, counts);
    else until = Math.min(until, counts);
  }
  return { from, until };
}
