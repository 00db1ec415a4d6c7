import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Code } from "../../diagnostics/catalogue.ts";
import { readRecords, type ReadRecords } from "../../document/reading/read-records.ts";
import { LARGEST_FILE, type SourceFile } from "../../document/yaml/source-file.ts";
import { DEFINITION_FILES, LOG_FOLDER, MEMO_FOLDER, type Records } from "../../domain/records/records.ts";
import { FileFault, RecordsFault, type FileFaultKind } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";

/** A PoC folder that was found and read. */
export interface OpenPoc {
  readonly folder: Folder;
  readonly records: Records;
  /** Of the records only; the policy has not been asked yet. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadRecords["sources"];
}

/**
 * Finds the PoC folder from `directory` (`-C`), else from the current directory upwards, and reads all of it.
 *
 * @throws RecordsFault where there is none
 */
export function openPoc(context: Context, directory: string | undefined): OpenPoc {
  const folder = findFolder(context, directory);
  return readPoc(context, folder, readFolder(folder));
}

export function findFolder(context: Context, directory: string | undefined): Folder {
  const start = directory === undefined ? context.cwd : context.files.resolve(directory);
  const found = context.files.findUp(start, DEFINITION_FILES.charter);
  if (found === undefined) {
    throw new RecordsFault(
      `no PoC here: neither ${start} nor a folder above it holds ${DEFINITION_FILES.charter}`,
      "start one with poc init, or name its folder with -C DIR",
    );
  }
  return context.files.folder(found);
}

/**
 * Every file that is part of the records, as it lies on the disk. A file that cannot be read is a fault in its place.
 */
export function readFolder(folder: Folder): readonly SourceFile[] {
  const definitions = Object.values(DEFINITION_FILES).filter((name) => folder.kind(name) !== undefined);
  const entries = folder
    .list(LOG_FOLDER)
    .filter((item) => /^[^.].*\.ya?ml$/.test(item.name.slice(LOG_FOLDER.length + 1)));
  const aside = folder.kind(LOG_FOLDER);
  const misplaced =
    aside === undefined || aside === "folder"
      ? []
      : [
          faultOf(
            LOG_FOLDER,
            new FileFault(
              aside === "link" ? "link" : "not-a-file",
              LOG_FOLDER,
              aside === "link" ? "log is a symbolic link, which records never follow" : "log is no folder",
            ),
          ),
        ];
  return [
    ...definitions.map((name) => readOne(folder, name)),
    ...entries.map((item) => readOne(folder, item.name)),
    ...misplaced,
  ];
}

function readOne(folder: Folder, name: string): SourceFile {
  try {
    return { name, bytes: folder.read(name, LARGEST_FILE) };
  } catch (error) {
    if (error instanceof FileFault) return faultOf(name, error);
    throw error;
  }
}

function faultOf(name: string, fault: FileFault): SourceFile {
  return { name, fault: { code: FAULT_CODES[fault.kind] ?? "file-unreadable", message: fault.message } };
}

const FAULT_CODES: { readonly [K in FileFaultKind]?: Code } = {
  link: "file-not-regular",
  "not-a-file": "file-not-regular",
  "too-large": "file-too-large",
};

/** The records of `files`, which may be other than those on the disk: what a change would make of them. */
export function readPoc(context: Context, folder: Folder, files: readonly SourceFile[]): OpenPoc {
  const memos = folder
    .list(MEMO_FOLDER)
    .filter((item) => item.kind === "file")
    .map((item) => item.name.slice(MEMO_FOLDER.length + 1));
  const { records, diagnostics, sources } = readRecords(files, (name) => context.zones.zone(name), memos);
  return { folder, records, diagnostics, sources };
}
