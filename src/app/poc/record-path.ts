import { DEFINITION_FILES, LOG_FOLDER, TEMPLATE_FOLDER } from "../../domain/records/records.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";

/** Folders of a PoC that no rendered text is written to. */
const FOLDERS = [LOG_FOLDER, "cases", "runs", TEMPLATE_FOLDER, ".schemas"];

/** Whether a file that the person named is, or would be, one of the records of whatever PoC it lies in. */
export function isRecordPath({ files }: Pick<Context, "files">, path: string): boolean {
  const parts = files.resolve(path).split(/[\\/]/);
  const above = parts.slice(0, -1).join("/") || "/";
  const poc = files.findUp(above, DEFINITION_FILES.charter);
  // What is named through a link lies where the link leads.
  const through = files.folder(above).path;
  const real = files.findUp(through, DEFINITION_FILES.charter);
  return isRecordOf(poc, files.resolve(path)) || isRecordOf(real, files.resolve(`${through}/${parts.at(-1) ?? ""}`));
}

function isRecordOf(poc: string | undefined, path: string): boolean {
  if (poc === undefined) return false;
  const name = path.slice(poc.length).replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
  const definitions: readonly string[] = Object.values(DEFINITION_FILES);
  return definitions.includes(name) || FOLDERS.some((folder) => name === folder || name.startsWith(`${folder}/`));
}

/**
 * Before a text is written where the person said.
 *
 * @param flag as it was typed: `--out`
 * @throws UsageFault where that is a file of the records, whether or not it is there
 */
export function refuseRecordPath(context: Pick<Context, "files">, flag: string, path: string): void {
  if (isRecordPath(context, path))
    throw new UsageFault(`${flag}: ${path} is a file of the records; nothing was written`, "name another file");
}
