import { writtenMs } from "../../domain/records/seen.ts";
import { keptForm } from "../../document/reading/kept-form.ts";
import type { SourceFile } from "../../document/yaml/source-file.ts";
import type { RowSummary } from "../../domain/portfolio/poc-summary.ts";
import { LOG_FOLDER, type Records } from "../../domain/records/records.ts";
import { workingDates } from "../../domain/records/timebox.ts";
import { addDays } from "../../domain/scalars/calendar.ts";
import { CLOCKS_DIFFER_MS, endOfDay } from "../../domain/scalars/instant.ts";
import type { SummaryStore } from "../ports/ports.ts";
import { BETWEEN, type KeptBody, type KeptHead, type KeptSummary } from "./kept-summary.ts";
import { quietUntil } from "./quiet-until.ts";
import type { SummarisedPoc } from "./summarise-poc.ts";

/** What is kept of a summary, whether it is kept or not: the text of a list is the same then. */
export function keptForms({ summary, details, standing }: SummarisedPoc): KeptSummary {
  const timebox = standing.definitions.charter?.timebox;
  const body = { workingDates: timebox === undefined ? [] : workingDates(timebox), summary: keptForm(summary) };
  return { body: lineOf(body satisfies KeptBody), details: lineOf(keptForm(details)), date: summary.asOf };
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
  made: SummarisedPoc,
  { body, details }: KeptSummary,
  nowMs: number,
  organisation: string,
): void {
  const sources = read.flatMap((file) => ("bytes" in file && file.bytes.length > 0 ? [file] : []));
  // Of a pipe nobody reads anything either, so that an empty file proves nothing.
  if (sources.length < read.length) return;
  const inLog = ({ name }: SourceFile) => name.startsWith(`${LOG_FOLDER}/`);
  sources.sort((a, b) => Number(inLog(a)) - Number(inLog(b)) || (a.name < b.name ? -1 : 1));
  const head: KeptHead = {
    build: store.build,
    ...validity(records, made, nowMs),
    zone: records.definitions.charter?.timebox?.timezone ?? "UTC",
    organisation,
    definitions: sources.flatMap((file) => (inLog(file) ? [] : [file.name])).join(BETWEEN),
    log: sources.flatMap((file) => (inLog(file) ? [file.name.slice(LOG_FOLDER.length + 1)] : [])).join(BETWEEN),
    memos: records.memos.join(BETWEEN),
    lengths: sources.map(({ bytes }) => bytes.length),
  };
  store.save(joined([lineOf(head), body, details, ...sources.map(({ bytes }) => bytes)]));
}

function lineOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
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
export function validity(
  records: Records,
  { summary, standing }: SummarisedPoc,
  nowMs: number,
): Pick<KeptHead, "from" | "until"> {
  const { zone, log } = records;
  const beginningOf = (date: RowSummary["asOf"]) => endOfDay(zone, addDays(date, -1)) + 1;
  let from = beginningOf(summary.asOf);
  let until = beginningOf(quietUntil(summary, records, standing));
  for (const entry of log) {
    const counts = writtenMs(entry) - CLOCKS_DIFFER_MS;
    if (counts <= nowMs) from = Math.max(from, counts);
    else until = Math.min(until, counts);
  }
  return { from, until };
}
