import { evalPlan } from "../../domain/planning/plan.ts";
import { parseBaseline, type Eval } from "../../domain/records/eval.ts";
import { parseTarget } from "../../domain/scalars/target.ts";

/** Used if the charter states no confidence. */
const USUAL_CONFIDENCE = 0.95;

/**
 * The cases for an 80 % chance, for an eval that was given by flags and does not say how many; undefined where it
 * cannot be told yet. `poc start` refuses an eval that decides without a number.
 */
export function usualSize({
  target,
  baseline,
  ...about
}: Pick<Eval, "measure" | "better"> & {
  readonly target: string | undefined;
  readonly baseline: string | undefined;
}): string | undefined {
  const asked = target === undefined ? undefined : parseTarget(target);
  const before = baseline === undefined ? undefined : parseBaseline(baseline);
  if (asked?.ok !== true || before?.ok === false) return undefined;
  const item = { id: "drafted", primary: true, target: asked.value, ...about };
  const { size } = evalPlan(before === undefined ? item : { ...item, baseline: before.value }, USUAL_CONFIDENCE);
  return typeof size === "number" ? String(size) : undefined;
}
