import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Code } from "../../diagnostics/catalogue.ts";
import type { DefinitionMemory } from "../../document/reading/definition-memory.ts";
import type { DefinitionStore } from "../../document/reading/kept-definitions.ts";
import { readRecords, type EntryFiles, type ReadRecords } from "../../document/reading/read-records.ts";
import { LARGEST_FILE, type FileProblem, type SourceFile } from "../../document/yaml/source-file.ts";
import { entryId, entryName, logFileKind } from "../../document/reading/entry-id.ts";
import { DEFINITION_FILES, LOG_FOLDER, MEMO_FOLDER, type Records } from "../../domain/records/records.ts";
import { organisationSources } from "../library/organisation-source.ts";
import { FileFault, NoPocFault, type FileFaultKind } from "../ports/faults.ts";
import type { Context, Folder, FolderItem } from "../ports/ports.ts";

/** A PoC folder that was found and read. */
export interface OpenPoc {
  readonly folder: Folder;
  readonly records: Records;
  /** Diagnostics of the records only; the policy has not been checked yet. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadRecords["sources"];
}

/**
 * Finds the PoC folder from `directory` (`-C`), else from the current directory upwards, and reads all of it. An act
 * that freezes terms reads them `fresh`; other commands may take what was kept of the very same texts.
 *
 * @throws NoPocFault if there is none
 */
export async function openPoc(context: Context, directory: string | undefined, fresh?: "fresh"): Promise<OpenPoc> {
  const folder = findFolder(context, directory);
  const store = fresh === undefined ? context.definitionStore(folder.path) : undefined;
  return readFiles(context, folder, filesIn(folder), store);
}

export function findFolder(context: Context, directory: string | undefined): Folder {
  const start = directory === undefined ? context.cwd : context.files.resolve(directory);
  const found = context.files.findUp(start, DEFINITION_FILES.charter);
  if (found === undefined) {
    throw new NoPocFault(
      `no PoC here: neither ${start} nor a folder above it contains ${DEFINITION_FILES.charter}`,
      "set one up with poc init, or name its folder with -C DIR",
    );
  }
  return context.files.folder(found);
}

/**
 * Every file that is part of the records, as it lies on the disk. A file that cannot be read is a fault in its place.
 */
export function readFolder(folder: Folder): readonly SourceFile[] {
  const { definitions, entries, aside } = filesIn(folder);
  return [...definitions, ...entries.names.map((name) => readOne(folder, name)), ...aside];
}

/** The same with entries that are read when it is their turn: a long log is not held twice. */
function filesIn(folder: Folder): FolderFiles & { readonly entries: EntryFiles } {
  const definitions = Object.values(DEFINITION_FILES).filter((name) => folder.kind(name) !== undefined);
  const inLog = folder.list(LOG_FOLDER);
  const entries = inLog.filter((item) => logFileKind(item.name) === "entry" && item.kind !== "folder");
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
              aside === "link" ? "log is a symbolic link, which records never follow" : "log is not a folder",
            ),
          ),
        ];
  return {
    definitions: definitions.map((name) => readOne(folder, name)),
    entries: { names: entries.map(({ name }) => name), read: (name) => readOne(folder, name, "in turn") },
    aside: [...(entries.length === inLog.length ? [] : asideInLog(folder, inLog, entries)), ...misplaced],
  };
}

interface FolderFiles {
  readonly definitions: readonly SourceFile[];
  /** Undefined where they are among the others. */
  readonly entries?: EntryFiles;
  /** What lies beside the entries and is not read. */
  readonly aside: readonly SourceFile[];
}

/** What lies in log/ and is not read, each with what that means: an entry under another name, or nothing of ours. */
function asideInLog(
  folder: Folder,
  inLog: readonly FolderItem[],
  entries: readonly FolderItem[],
): readonly SourceFile[] {
  const ids = new Set(entries.map(({ name }) => entryId(name)));
  return inLog.flatMap((item): readonly SourceFile[] => {
    if (item.kind === "folder")
      return itemsBelow(folder, item.name).flatMap((name) => notRead(name, ids, "it is in a folder below log/"));
    const kind = logFileKind(item.name);
    return kind === "entry" || kind === "system" ? [] : notRead(item.name, ids, "its name does not end in .yaml");
  });
}

/** Files in a subfolder of log/, however deep; hidden folders belong to tools. */
function itemsBelow(folder: Folder, name: string): readonly string[] {
  if (name.slice(name.lastIndexOf("/") + 1).startsWith(".")) return [];
  return folder.list(name).flatMap((item) => (item.kind === "folder" ? itemsBelow(folder, item.name) : [item.name]));
}

/** @param where why readers do not look there, as a clause */
function notRead(name: string, ids: ReadonlySet<string>, where: string): readonly SourceFile[] {
  const kind = logFileKind(name);
  if (kind === "system") return [];
  const id = entryId(entryName(name));
  // What an editor left beside the entry that it was made from hides nothing.
  const hidden = kind !== "other" && !ids.has(id);
  const fault: FileProblem = hidden
    ? {
        code: "entry-misnamed",
        message: `${name} looks like an entry and is not read: ${where}`,
        hint: `give it back its name: mv "${name}" "${LOG_FOLDER}/${entryName(name)}"`,
      }
    : {
        code: "log-file-not-read",
        message: `${name} is not read: ${kind === "other" ? "it is not an entry" : where}`,
        hint: "move it out of log/",
      };
  return [{ name, fault }];
}

function readOne(folder: Folder, name: string, inTurn?: "in turn"): SourceFile {
  try {
    const bytes = inTurn === undefined ? folder.read(name, LARGEST_FILE) : folder.readInTurn(name, LARGEST_FILE);
    return { name, bytes };
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
export async function readPoc(
  context: Context,
  folder: Folder,
  files: readonly SourceFile[],
  store?: DefinitionStore,
  memory?: DefinitionMemory,
): Promise<OpenPoc> {
  return readFiles(context, folder, { definitions: files, aside: [] }, store, memory);
}

async function readFiles(
  context: Context,
  folder: Folder,
  { definitions, entries, aside }: FolderFiles,
  store: DefinitionStore | undefined,
  memory?: DefinitionMemory,
): Promise<OpenPoc> {
  const memos = folder
    .list(MEMO_FOLDER)
    .filter((item) => item.kind === "file")
    .map((item) => item.name.slice(MEMO_FOLDER.length + 1));
  const zoneOf = (name: string) => context.zones.zone(name);
  const [organisation, ...above] = await organisationSources(context, folder);
  const files = [...(organisation === undefined ? [] : [organisation]), ...definitions, ...aside];
  const read = await readRecords({ files, entries, zoneOf, memos, store, memory });
  if (above.length === 0) return { folder, ...read };
  // The reader of YAML is loaded for it, and few repositories have more than one file of this kind.
  return { folder, ...(await import("../library/policies-above.ts")).underPoliciesAbove(read, above) };
}
