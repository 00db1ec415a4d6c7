import { needsLabels } from "../../records/evals/judge.ts";
import type { EvalStanding } from "../eval-standing.ts";

/** Whether a program judged the result behind a verdict, and it was never compared with people. */
export function isUnvalidated({ eval: { judge }, judged }: Pick<EvalStanding, "eval" | "judged">): boolean {
  return judge !== undefined && needsLabels(judge) && judged?.result.labels === undefined;
}
