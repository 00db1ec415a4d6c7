import { isRecordPath } from "../poc/record-path.ts";
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
export function writeReports(context: Context, reports: readonly ReportFile[]): void {
  const problems = reports.filter(({ file }) => isRecordPath(context, file));
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
