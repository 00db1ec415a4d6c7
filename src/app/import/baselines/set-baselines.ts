import { editField } from "../../../document/editing/edit-field.ts";
import { armsOf } from "../../../domain/evidence/cases/case-table.ts";
import { measuredBaseline } from "../../../domain/evidence/measured-baseline.ts";
import { baselineTerm, baselineText, type Baseline } from "../../../domain/records/eval.ts";
import { DEFINITION_FILES } from "../../../domain/records/records.ts";
import type { OpenPoc } from "../../poc/open-poc.ts";
import { RuleFault, UsageFault } from "../../ports/faults.ts";
import type { CaseDraft } from "../cases/case-drafts.ts";

/** A baseline that was counted from a file of cases. */
export interface SetBaseline {
  readonly eval: string;
  readonly baseline: Baseline;
  /** As people read it. */
  readonly text: string;
}

/**
 * The baselines that the cases say, one an eval, with the groups and the file of the cases in them: what compares with
 * it later is compared case by case where the cases are the same.
 *
 * @throws RuleFault where the terms are frozen: then a baseline is amended, and not set
 * @throws UsageFault where the cases are of several arms, or of none
 */
export function baselinesOf({ records }: OpenPoc, drafts: readonly CaseDraft[]): readonly SetBaseline[] {
  if (drafts.length === 0)
    throw new UsageFault("--as-baseline: found no cases of an eval", "name the eval: --eval wrong-rate");
  const several = drafts.find(({ results }) => results.length > 1);
  if (several !== undefined) {
    const arms = armsOf(several.run.kept.table);
    throw new UsageFault(
      `--as-baseline: found ${arms.length} arms, ${arms.slice(0, 6).join(", ")}, but a baseline is one arm`,
      `name the one that is today's system: --arm "${arms[0] ?? ""}"`,
    );
  }
  const found = drafts.flatMap(({ results }): readonly SetBaseline[] =>
    results.flatMap(({ result }) => {
      const { cases } = result;
      const measured = measuredBaseline(result);
      if (measured === undefined || cases === undefined) return [];
      const baseline: Baseline = { ...measured, cases: { file: cases.file, column: cases.column ?? "" } };
      return [{ eval: result.eval, baseline, text: baselineText(baseline) }];
    }),
  );
  if (records.log.some(({ start }) => start !== undefined))
    throw new RuleFault(
      "--as-baseline: the terms are frozen, and so is the baseline",
      `amend it, with a reason and an approver: ${found
        .map((one) => `poc amend --set "evals.${one.eval}.baseline=${baselineTerm(one.baseline).slice(0, 200)}"`)
        .join(" ")}`,
    );
  return found;
}

/** Writes the baselines into evals.yaml, in place: its comments and its layout stay. */
export function setBaselines({ folder, sources }: OpenPoc, baselines: readonly SetBaseline[]): void {
  const file = DEFINITION_FILES.evals;
  const before = sources.text(file);
  if (before === undefined) throw new RuleFault(`${file} cannot be read`);
  const after = baselines.reduce(
    (text, one) => editField(text, [one.eval, "baseline"], baselineTerm(one.baseline), true),
    before,
  );
  folder.replace(file, after, before);
}
