import { labelledCases } from "../../domain/evidence/judges/empty-labels.ts";
import type { Labelling } from "../../domain/records/evals/result.ts";
import { numberLabel } from "../../domain/scalars/labels.ts";

/** `, 40 of 100 labels left empty`; nothing where none is. */
export function emptyLabelsClause(labelling: Labelling | undefined): string {
  if (labelling?.unlabelled === undefined) return "";
  const { unlabelled } = labelling;
  return `, ${numberLabel(unlabelled)} of ${numberLabel(labelledCases(labelling) + unlabelled)} labels left empty`;
}
