import type { Labelling } from "../../records/evals/result.ts";

/** How many cases people labelled. */
export function labelledCases({ said: { both, judge, person, neither } }: Labelling): number {
  return both + judge + person + neither;
}

/** Up to this share, only the number of empty cells is mentioned. */
const FEW_EMPTY = 0.1;

/** Whether a sheet has so many empty cells that a reader has to know. */
export function isManyEmpty(labelling: Labelling): boolean {
  const { unlabelled = 0 } = labelling;
  return unlabelled > FEW_EMPTY * (labelledCases(labelling) + unlabelled);
}

/**
 * What a sheet with empty cells may have come to: all those that the judge counted one way, all the others one way,
 * four corners in all. A person who leaves out the cases on which the judge was wrong otherwise makes it look right.
 */
export function filledLabels(labelling: Labelling): readonly Labelling[] {
  const { judged, said, unlabelled = 0 } = labelling;
  if (unlabelled === 0) return [labelling];
  const { both, judge, person, neither } = said;
  const { fromYes } = drawnOfEach(judged.x, judged.n - judged.x, labelledCases(labelling) + unlabelled);
  const ofYes = Math.min(unlabelled, Math.max(0, fromYes - both - judge));
  const ofNo = unlabelled - ofYes;
  return [...new Set([0, ofYes])].flatMap((yes) =>
    [...new Set([0, ofNo])].map((no) => ({
      ...labelling,
      said: { both: both + yes, judge: judge + ofYes - yes, person: person + no, neither: neither + ofNo - no },
    })),
  );
}

/** How many of a sample come from what the judge counted (`yes` cases) and how many from the others. */
export function drawnOfEach(yes: number, no: number, size: number) {
  const fromNo = Math.min(no, Math.max(Math.floor(size / 2), size - yes));
  return { fromYes: size - fromNo, fromNo };
}
