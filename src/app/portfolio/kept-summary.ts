// A summary that is kept stands in for reading and judging a PoC again, which is nearly all that a portfolio costs. It
// is used only where every byte of the records is the same, and until the next day on which the records alone change
// anything. No hash, size or time of a file decides.

import { DEFINITION_FILES, LOG_FOLDER, MEMO_FOLDER } from "../../domain/records/records.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import type { Context, FolderItem, SummaryStore } from "../ports/ports.ts";
import type { PocPlace } from "./find-pocs.ts";

/**
 * The first line of what is kept. The second is a `KeptBody`, the third the details of the summary, which are read only
 * where somebody needs more of them than that they are the same. The bytes of the records follow, one file after the
 * other.
 */
export interface KeptHead {
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
}

/** The second line: what a line of the list is made of. */
export interface KeptBody {
  /** Of the timebox, by the terms in force. */
  readonly workingDates: readonly CivilDate[];
  readonly summary: unknown;
}

/** What is kept of a PoC, as text, and the day that it is asked for: all alike give the same summary. */
export interface KeptSummary {
  /** JSON of a `KeptBody`, with a line end. */
  readonly body: Uint8Array;
  /** JSON of the details, with a line end. */
  readonly details: Uint8Array;
  readonly date: CivilDate;
}

const DEFINITIONS: ReadonlySet<string> = new Set(Object.values(DEFINITION_FILES));
export const BETWEEN = "/";
const LINE_END = 0x0a;

/**
 * The summary that is kept of these very records, for this moment. Its bytes are in memory that the next one is read
 * into.
 *
 * @param organisation what `organisationText` says of the PoC
 */
export function keptSummary(
  { files, zones, clock }: Pick<Context, "files" | "zones" | "clock">,
  { path, items = [] }: PocPlace,
  store: SummaryStore,
  organisation: string,
): KeptSummary | undefined {
  const kept = store.load();
  if (kept === undefined) return undefined;
  const headEnd = kept.indexOf(LINE_END);
  const bodyEnd = kept.indexOf(LINE_END, headEnd + 1) + 1;
  const detailsEnd = kept.indexOf(LINE_END, bodyEnd) + 1;
  const head = headOf(kept.subarray(0, headEnd));
  const now = clock.now();
  if (head === undefined || head.build !== store.build || head.organisation !== organisation) return undefined;
  if (!(now >= head.from && now < head.until)) return undefined;
  const definitions = items.flatMap(({ name }) => (DEFINITIONS.has(name) ? [name] : []));
  const log = namesIn(files, path, LOG_FOLDER, items);
  const memos = namesIn(files, path, MEMO_FOLDER, items);
  if (definitions.join(BETWEEN) !== head.definitions || log?.join(BETWEEN) !== head.log) return undefined;
  if (memos?.join(BETWEEN) !== head.memos) return undefined;
  const { lengths } = head;
  let at = detailsEnd;
  let index = 0;
  for (const name of definitions)
    if (!files.holds(`${path}/${name}`, kept, at, (at += lengths[index++]!))) return undefined;
  const entries = `${path}/${LOG_FOLDER}/`;
  for (const name of log) if (!files.holds(entries + name, kept, at, (at += lengths[index++]!))) return undefined;
  const zone = zones.zone(head.zone);
  if (index !== lengths.length || at !== kept.length || zone === undefined) return undefined;
  return {
    body: kept.subarray(headEnd + 1, bodyEnd),
    details: kept.subarray(bodyEnd, detailsEnd),
    date: dateIn(zone, now),
  };
}

const UTF8 = new TextDecoder();

function headOf(line: Uint8Array): KeptHead | undefined {
  try {
    return JSON.parse(UTF8.decode(line)) as KeptHead;
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
