import type { AsOf } from "../../domain/standing/as-of.ts";
import type { Context } from "../ports/ports.ts";
import { judge } from "./judge.ts";
import type { OpenPoc } from "./open-poc.ts";
import type { Report } from "./report.ts";

/**
 * The standing, for what says what comes next: of a draft also with what only the disk knows. Files behind figures are
 * read only of a draft that names some, and as they are now, so that an earlier moment is judged without them.
 */
export async function judgeWithDisk(context: Context, poc: OpenPoc, asOf: AsOf): Promise<Report> {
  const report = judge(poc, asOf);
  const { evals } = poc.records.definitions;
  const named = evals.some(({ baseline, dataset }) => (baseline?.cases ?? dataset?.sha256) !== undefined);
  if (report.standing.phase !== "draft" || !asOf.now || !named) return report;
  const { withDiskRefusals } = await import("../agreement/disk-refusals.ts");
  return withDiskRefusals(context, poc, report);
}
