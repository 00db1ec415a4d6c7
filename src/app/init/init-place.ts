import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";
import { fullReader } from "../../document/reading/full-reader.ts";
import { fullRecords } from "../../document/reading/read-records.ts";
import { readFolder } from "../poc/open-poc.ts";
import { folderName } from "./folder-name.ts";

/** Where a PoC is to be, and what is there already. */
export interface InitPlace {
  /** Absolute path. */
  readonly path: string;
  /** As the person would type it. */
  readonly directory: string;
  readonly folder: Folder;
  /** The PoC that lies there, which is completed; its title is undefined where it cannot be read. */
  readonly existing: { readonly title: string | undefined } | undefined;
}

/**
 * The folder that was named, or the current one where it is empty or a PoC; undefined where only the title can name it.
 *
 * @throws UsageFault where it is not a place for a PoC
 */
export function placeBeforeAsking(context: Context, directory: string | undefined): InitPlace | undefined {
  if (directory !== undefined) return placeAt(context, directory);
  const here = context.files.folder(context.cwd);
  return isEmpty(here) || here.kind(DEFINITION_FILES.charter) !== undefined ? placeAt(context, ".") : undefined;
}

/** A folder named after the title; a title without letters has the first free one of `poc`, `poc-2`, … */
export function placeByTitle(context: Context, title: string): InitPlace {
  const name = folderName(title);
  if (name !== "") return placeAt(context, name);
  for (let number = 1; ; number++) {
    const place = placeAt(context, number === 1 ? "poc" : `poc-${number}`);
    if (isEmpty(place.folder) && place.existing === undefined) return place;
  }
}

export function placeAt(context: Context, directory: string): InitPlace {
  const path = context.files.resolve(directory);
  refusePlace(context, path);
  const folder = context.files.folder(path);
  const existing = folder.kind(DEFINITION_FILES.charter) === "file" ? { title: titleIn(context, folder) } : undefined;
  return { path, directory, folder, existing };
}

/** Read once, because a wizard compares each title that is typed with it. */
function titleIn(context: Context, folder: Folder): string | undefined {
  const zoneOf = (name: string) => context.zones.zone(name);
  const { records } = fullRecords({ files: readFolder(folder), zoneOf, memos: [] }, fullReader);
  return records.definitions.charter?.title;
}

/**
 * What lies there is another PoC than the one that was named.
 *
 * @throws UsageFault
 */
export function refuseOther({ directory, existing }: InitPlace, title: string | undefined): void {
  if (existing === undefined || title === undefined || existing.title === title.trim()) return;
  const there = existing.title === undefined ? "whose title cannot be read" : `"${existing.title.slice(0, 60)}"`;
  throw new UsageFault(
    `${directory === "." ? "this folder" : directory} is another PoC, ${there}; nothing was written`,
    "name another folder: poc init my-poc",
  );
}

/** Why there can be no new PoC of that title here, as what was expected instead; undefined where there can. */
export function titleRefusal(context: Context, title: string): string | undefined {
  const { directory, existing } = placeByTitle(context, title);
  return existing === undefined ? undefined : `another name: there is a PoC in ${directory} already`;
}

/** Whether there are only hidden files, such as those of git and of editors. */
function isEmpty(folder: Folder): boolean {
  return folder.list("").every((item) => item.name.startsWith("."));
}

function refusePlace(context: Context, path: string): void {
  if (/^(?:[A-Za-z]:)?[\\/]*$/.test(path))
    throw new UsageFault("a PoC does not belong in the root of the disk", "name a folder: poc init my-poc");
  if (path.split(/[\\/]/).includes(".git"))
    throw new UsageFault("a PoC does not belong in git's own folder", "name another folder");
  const link = context.files.linkAt(path);
  if (link) throw new UsageFault(`${path} is a symbolic link`, "name the folder that it points to");
  const above = context.files.findUp(path, DEFINITION_FILES.charter);
  if (above !== undefined && above !== path)
    throw new UsageFault(`${path} would be inside the PoC ${above}`, "name a folder outside of it");
}
