import type { Interval } from "../../statistics/interval.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { labelledCases } from "../../domain/evidence/judges/empty-labels.ts";
import { labelledQuality } from "../../domain/evidence/judges/result-labels.ts";
import type { Labelling } from "../../domain/records/evals/result.ts";
import { judgeText } from "../../domain/records/evals/judge.ts";
import { figureText } from "../../domain/scalars/figure.ts";
import { numberLabel } from "../../domain/scalars/labels.ts";

function share(value: number): string {
  return figureText(value, { kind: "share" }, 0);
}

function shareText({ estimate, low, high }: Interval): string {
  return `${share(estimate)} (${share(low)} to ${share(high)})`;
}

/**
 * How a judge does against people: `49 cases labelled; it finds 93% (84% to 98%) of what people count, and leaves out
 * 72% (50% to 88%) of what they do not; agreement beyond chance (kappa) 0.61 (0.35 to 0.80)`.
 */
function judgeQualityText(labelling: Labelling, confidence: number): string {
  const { sensitivity, specificity, kappa } = labelledQuality(labelling, confidence);
  const two = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : "not known");
  return (
    `${numberLabel(labelledCases(labelling))} cases labelled by people; it finds ${shareText(sensitivity)} of the ` +
    `cases that they count, and leaves out ${shareText(specificity)} of the others; agreement beyond chance (kappa) ` +
    `${two(kappa.estimate)} (${two(kappa.low)} to ${two(kappa.high)})`
  );
}

/** Who judged the result, and how that was checked. */
export function judgedByText({ eval: { judge }, judged }: EvalStanding, confidence: number): string {
  if (judge === undefined) return "";
  const labels = judged?.result.labels;
  return labels === undefined
    ? judgeText(judge)
    : `${judgeText(judge)}; ${judgeQualityText(labels.labelling, confidence)}`;
}
