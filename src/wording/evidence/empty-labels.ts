import { labelledCases } from "../../domain/evidence/judges/empty-labels.ts";
import type { Labelling, ResultLabels } from "../../domain/records/evals/result.ts";
import { numberLabel } from "../../domain/scalars/labels.ts";

/** `, 40 of 100 labels left empty`; nothing where none is. */
export function emptyLabelsClause(labelling: Labelling | undefined): string {
  if (labelling?.unlabelled === undefined) return "";
  const { unlabelled } = labelling;
  return `, ${numberLabel(unlabelled)} of ${numberLabel(labelledCases(labelling) + unlabelled)} labels left empty`;
}

/** What there is to know of the labels beside the figure that they correct. */
export function labelsClause(labels: ResultLabels | undefined): string {
  const twice = labels?.relabelled === true ? ", labelled twice, by the worse labels" : "";
  return `${twice}${emptyLabelsClause(labels?.labelling)}`;
}
