import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { replay } from "../../domain/standing/replay.ts";
import { standingOf } from "../../domain/standing/standing.ts";
import { FileFault, RecordsFault, UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { inTurn } from "../portfolio/many-pocs.ts";
import { refuseRecordPath } from "../poc/record-path.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import { progressOf } from "../ports/progress.ts";
import { relativePath } from "../ports/relative-path.ts";
import { exportKeys, type KeyedPlace } from "./export-keys.ts";
import type { ExportedPoc } from "./exported-poc.ts";
import { madeOfPath, madeOfText, readMadeOf, settledFor, type MadeOf } from "./made-of.ts";
import { putFile } from "./put-file.ts";
import { recordsHash } from "./records-hash.ts";
import { refuseOtherPocs } from "./refuse-other-pocs.ts";
import { sinceMs, unchangedTables } from "./unchanged-tables.ts";

export interface ExportRequest {
  /** Folders as they were typed; none is the current one. */
  readonly directories: readonly string[];
  /** The folder that the tables go to. */
  readonly to: string | undefined;
  /** Ending of the files: `parquet`. */
  readonly ending: string;
  /** Leave out what was decided before that day or moment, and has the very tables there that would be written. */
  readonly since: string | undefined;
  /** What the repository is called in the keys. */
  readonly source: string | undefined;
  readonly asOf: string | undefined;
  /** What the files hold, for people and programs. */
  readonly schema: string;
}

/** The tables of one PoC, as they are to be written. */
export interface PocFile {
  readonly table: string;
  readonly content: string | Uint8Array;
}

export interface ExportResult {
  /** As it was typed. */
  readonly to: string;
  readonly exported: number;
  /** PoCs that were skipped because nothing had changed. */
  readonly unchanged: number;
  readonly files: number;
  /** Files whose content is new. */
  readonly written: number;
  readonly failed: readonly { readonly folder: string; readonly why: string }[];
  /** Folders of PoCs whose unreadable parts were left out. */
  readonly inPart: readonly string[];
}

const SCHEMA_FILE = "schema.json";

/**
 * Writes the tables of PoCs, a file for each table and PoC. A PoC that cannot be read is named and keeps no other from
 * being written.
 *
 * @param filesOf makes the tables of a PoC
 * @throws UsageFault, RecordsFault, FileFault
 */
export async function exportPocs(
  context: Context,
  request: ExportRequest,
  filesOf: (poc: ExportedPoc) => readonly PocFile[],
): Promise<ExportResult> {
  const { to, ending } = request;
  if (to === undefined) throw new UsageFault("the tables need a folder", "add --to FOLDER");
  refuseRecordPath(context, "--to", `${to}/${SCHEMA_FILE}`);
  if (request.since !== undefined) sinceMs(context, request.since);
  const { places, closed } = await exportKeys(context, request.directories, request.source);
  await refuseOtherPocs(context, { ...request, to }, places);
  const progress = progressOf(context, `Exporting to ${to}`);
  const count = { exported: 0, unchanged: 0, files: 0, written: 0 };
  const failed = closed.map(({ path, why }) => ({ folder: path, why }));
  const inPart: string[] = [];
  const sha256 = await context.sha256();
  try {
    let index = 0;
    for await (const place of inTurn(context, places)) {
      progress.tell(index++, places.length);
      const pathOf = (table: string) => `${to}/${table}/${place.file}.${ending}`;
      const madeOf = madeOfPath(to, place.file, ending);
      const poc = await readExported(context, request, place, readMadeOf(context, madeOf), pathOf);
      if ("why" in poc) failed.push(poc);
      else if (poc.unchanged) count.unchanged += 1;
      else {
        count.exported += 1;
        if (poc.exported.standing.unreadable.length > 0) inPart.push(place.shown);
        const tables: Record<string, string> = {};
        for (const { table, content } of filesOf(poc.exported)) {
          count.files += 1;
          if (putFile(context, pathOf(table), content)) count.written += 1;
          tables[table] = sha256(content);
        }
        const folder = relativePath(context.files.resolve(to), place.path);
        putFile(context, madeOf, madeOfText({ poc: place.key, folder, ...poc.of, tables }));
      }
    }
  } finally {
    progress.end();
  }
  putFile(context, `${to}/${SCHEMA_FILE}`, request.schema);
  return { to, ...count, failed, inPart };
}

type Read =
  | {
      readonly unchanged: false;
      readonly exported: ExportedPoc;
      readonly of: Pick<MadeOf, "start" | "records" | "settled">;
    }
  | { readonly unchanged: true }
  | { readonly folder: string; readonly why: string };

/** @param before what the tables that lie there were made of */
async function readExported(
  context: Context,
  { since, asOf, schema }: ExportRequest,
  place: KeyedPlace,
  before: MadeOf | undefined,
  pathOf: (table: string) => string,
): Promise<Read> {
  const { path, shown, hasCharter, key, source, within } = place;
  if (!hasCharter) return { folder: shown, why: `it has no ${DEFINITION_FILES.charter}` };
  try {
    // Hashed before it is read: what changes in between has another hash the next time.
    const now = context.clock.now();
    const records = await recordsHash(context, place, schema);
    const mayBeLeft = since !== undefined && asOf === undefined && before !== undefined;
    if (mayBeLeft && (await unchangedTables(context, before, since, records, pathOf))) return { unchanged: true };
    const { poc, instant } = await openPocAsOf(context, path, asOf);
    const standing = standingOf(poc.records, instant);
    const replayed = replay(poc.records, instant);
    return {
      unchanged: false,
      exported: { key, source, place: within, standing, replayed },
      of: {
        start: standing.started?.id ?? "",
        records,
        settled: asOf === undefined ? settledFor(poc, standing, now) : undefined,
      },
    };
  } catch (fault) {
    if (fault instanceof FileFault || fault instanceof RecordsFault) return { folder: shown, why: fault.message };
    throw fault;
  }
}
