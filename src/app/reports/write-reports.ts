import { DEFINITION_FILES, LOG_FOLDER } from "../../domain/records/records.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";

export interface ReportFile {
  /** As it was named. */
  readonly file: string;
  readonly text: string;
}

/**
 * Writes reports over those of the last run, and makes their folders. A name that is one of the records is refused
 * before anything is written.
 *
 * @throws UsageFault, FileFault
 */
export function writeReports(context: Context, folder: string, reports: readonly ReportFile[]): void {
  const problems = reports.filter(({ file }) => isRecord(context, folder, file));
  if (problems.length > 0)
    throw new UsageFault(
      problems.map(({ file }) => ({
        message: `--report: ${file} is a file of the records; nothing was written`,
        hint: "name another file",
      })),
    );
  for (const { file, text } of reports) {
    context.files.makeFoldersAbove(file);
    context.files.writeNamed(file, text, true);
  }
}

function isRecord({ files }: Context, folder: string, file: string): boolean {
  const path = files.resolve(file);
  const records: readonly string[] = Object.values(DEFINITION_FILES).map((name) => files.resolve(`${folder}/${name}`));
  return records.includes(path) || path.startsWith(files.resolve(`${folder}/${LOG_FOLDER}/x`).slice(0, -1));
}
