import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { replay } from "../../domain/standing/replay.ts";
import { standingOf } from "../../domain/standing/standing.ts";
import { FileFault, RecordsFault, UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { inTurn } from "../portfolio/many-pocs.ts";
import { refuseRecordPath } from "../poc/record-path.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import { progressOf } from "../ports/progress.ts";
import { exportKeys, type KeyedPlace } from "./export-keys.ts";
import type { ExportedPoc } from "./exported-poc.ts";
import { unchangedSince } from "./unchanged-since.ts";

export interface ExportRequest {
  /** Folders as they were typed; none is the current one. */
  readonly directories: readonly string[];
  /** The folder that the tables go to. */
  readonly to: string | undefined;
  /** Ending of the files: `parquet`. */
  readonly ending: string;
  /** Leave out what has not changed since that day or moment. */
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
const LARGEST_TABLE = 512 * 1024 * 1024;

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
  const { places, closed } = await exportKeys(context, request.directories, request.source);
  const progress = progressOf(context, `Exporting to ${to}`);
  const count = { exported: 0, unchanged: 0, files: 0, written: 0 };
  const failed = closed.map(({ path, why }) => ({ folder: path, why }));
  const inPart: string[] = [];
  try {
    let index = 0;
    for await (const place of inTurn(context, places)) {
      progress.tell(index++, places.length);
      const poc = await readExported(context, request, place);
      if ("why" in poc) failed.push(poc);
      else if (poc.unchanged) count.unchanged += 1;
      else {
        count.exported += 1;
        if (poc.exported.standing.unreadable.length > 0) inPart.push(place.shown);
        for (const { table, content } of filesOf(poc.exported)) {
          count.files += 1;
          if (put(context, `${to}/${table}/${place.file}.${ending}`, content)) count.written += 1;
        }
      }
    }
  } finally {
    progress.end();
  }
  put(context, `${to}/${SCHEMA_FILE}`, request.schema);
  return { to, ...count, failed, inPart };
}

type Read =
  | { readonly unchanged: false; readonly exported: ExportedPoc }
  | { readonly unchanged: true }
  | { readonly folder: string; readonly why: string };

async function readExported(context: Context, request: ExportRequest, place: KeyedPlace): Promise<Read> {
  const { path, shown, hasCharter, key, source, within } = place;
  if (!hasCharter) return { folder: shown, why: `it has no ${DEFINITION_FILES.charter}` };
  try {
    const { poc, instant } = await openPocAsOf(context, path, request.asOf);
    const standing = standingOf(poc.records, instant);
    if (request.since !== undefined && unchangedSince(context, poc, standing, request.since))
      return { unchanged: true };
    const replayed = replay(poc.records, instant);
    return { unchanged: false, exported: { key, source, place: within, standing, replayed } };
  } catch (fault) {
    if (fault instanceof FileFault || fault instanceof RecordsFault) return { folder: shown, why: fault.message };
    throw fault;
  }
}

/** Whether anything was written: a nightly copy to a bucket takes only new files. */
function put({ files }: Context, path: string, content: string | Uint8Array): boolean {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const before = readIfThere(files, path);
  if (before !== undefined && before.length === bytes.length && before.every((byte, k) => byte === bytes[k]))
    return false;
  files.makeFoldersAbove(path);
  files.writeNamed(path, bytes, true);
  return true;
}

function readIfThere(files: Context["files"], path: string): Uint8Array | undefined {
  try {
    return files.readNamed(path, LARGEST_TABLE);
  } catch (fault) {
    if (fault instanceof FileFault && fault.kind === "missing") return undefined;
    throw fault;
  }
}
