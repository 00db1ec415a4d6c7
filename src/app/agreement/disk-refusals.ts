import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { recountClause } from "../../wording/imports/case-clauses.ts";
import { lostBaselines } from "../import/baselines/logged-baselines.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Report } from "../poc/report.ts";
import type { Context, Sha256 } from "../ports/ports.ts";
import { otherData } from "./agreed-data.ts";

/** If the file of cases is missing at the start, later results cannot be compared with it case by case. */
export function lostCases(poc: OpenPoc, sha256: Sha256): readonly Diagnostic[] {
  return lostBaselines(poc, poc.records.definitions.evals, sha256).map(({ item, file, fault }) => ({
    code: "invalid-baseline",
    message: `${item.id}: the baseline was counted from ${file}, ${recountClause({ code: fault })}`,
    place: valueAt(DEFINITION_FILES.evals, item.id, "baseline"),
    hint: `put the file back, or count it again: poc import FILE --eval ${item.id} --as-baseline`,
  }));
}

/**
 * The report of a draft with the reasons for a refusal of `poc start` that only the disk can tell: a file of cases is
 * lost or was changed, or a data set is another file than evals.yaml states.
 */
export async function withDiskRefusals(context: Context, poc: OpenPoc, report: Report): Promise<Report> {
  const sha256 = await context.sha256();
  const found = [...lostCases(poc, sha256), ...otherData(context, poc, sha256)];
  if (found.length === 0) return report;
  const { standing } = report;
  const refusals = found.map(({ code, message, place }) => ({ code, message, place }));
  return { ...report, standing: { ...standing, refusals: [...(standing.refusals ?? []), ...refusals] } };
}
