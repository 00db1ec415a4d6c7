import type { SourceFile } from "../../document/yaml/source-file.ts";
import { MEMO_FOLDER } from "../../domain/records/records.ts";
import { organisationSources } from "../library/organisation-source.ts";
import { readFolder } from "../poc/open-poc.ts";
import type { Context, Sha256 } from "../ports/ports.ts";
import type { KeyedPlace } from "./export-keys.ts";

/**
 * A hash of all that the tables of a PoC are made of but the day: every file of the records and of the organisation,
 * the names of the PoC in the tables, the columns, and the build, because another one may judge otherwise.
 *
 * @param schema what describes the tables
 * @throws FileFault where a folder cannot be looked into
 */
export async function recordsHash(
  context: Context,
  { path, key, source, within }: KeyedPlace,
  schema: string,
): Promise<string> {
  const sha256 = await context.sha256();
  const folder = context.files.folder(path);
  const build = context.summaryStore(folder.path)?.build;
  const organisation = await organisationSources(context, folder);
  return sha256(
    JSON.stringify([
      [context.version, build, sha256(schema), key, source, within],
      organisation.map((file) => fileLine(file, sha256)),
      readFolder(folder).map((file) => fileLine(file, sha256)),
      folder.list(MEMO_FOLDER).map(({ kind, name }) => [kind, name]),
    ]),
  );
}

/** Of a file that is not read the tables know no more than that. */
function fileLine(file: SourceFile, sha256: Sha256): readonly string[] {
  return "bytes" in file ? [file.name, sha256(file.bytes)] : [file.name, file.fault.code, file.fault.message];
}
