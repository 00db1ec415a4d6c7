import type { KillCriterion } from "../records/kill-criterion.ts";
import { holds } from "../scalars/comparator.ts";
import type { FigureScale } from "../scalars/figure.ts";
import type { EvalStanding } from "./eval-standing.ts";
import type { LoggedResult } from "./judged-result.ts";
import { MEASURES } from "./measures/measures.ts";
import { thresholdOn } from "./measures/threshold.ts";
import { figureEvidence } from "./result-evidence.ts";
import { figureOf, sideOf } from "./target-test.ts";

/** A kill criterion with what the evidence says of it so far. */
export interface KillLine {
  readonly criterion: KillCriterion;
  readonly verdict: "tripped" | "cleared" | "pending" | "overdue";
}

/** A figure without a count, newer than the count that is judged, which speaks against the verdict. */
export interface UncountedNews {
  readonly standing: EvalStanding;
  readonly logged: LoggedResult;
  /** Whether the figure misses the target, which the count does not. */
  readonly misses: boolean;
  /** The criteria that the figure alone would trip. */
  readonly trips: readonly KillCriterion[];
}

/**
 * The latest figure without a count that was logged after the judged count, where it is bad news. It never takes the
 * place of the count (see `judgedResult`), and it must not be lost for that.
 */
export function uncountedNews(standing: EvalStanding, kill: readonly KillLine[]): UncountedNews | undefined {
  const { eval: item, judged, results, confidence, verdict, leaning } = standing;
  const { bounded } = MEASURES[item.measure];
  if (judged === undefined || !bounded(judged.result)) return undefined;
  const logged = results
    .slice(results.indexOf(judged) + 1)
    .findLast(({ result }) => !bounded(result) && (result.arm === judged.result.arm || result.arm === ""));
  const evidence = logged && figureEvidence(item, logged.result, confidence);
  if (logged === undefined || evidence?.kind !== "unbounded" || evidence.estimate === undefined) return undefined;
  const { estimate, scale } = evidence;
  const known = verdict === "not met" || leaning === "not met";
  const misses = !known && missesTarget(standing, estimate, scale);
  const trips = openLines(item.id, kill).flatMap(({ criterion, when }) => {
    const line = thresholdOn(when, scale);
    return line !== undefined && holds(estimate - line.threshold, line.comparator) ? [criterion] : [];
  });
  return misses || trips.length > 0 ? { standing, logged, misses, trips } : undefined;
}

function missesTarget({ eval: item }: EvalStanding, estimate: number, scale: FigureScale): boolean {
  const { target } = item;
  const limit = target && figureOf(item, target, scale.kind === "unit" ? scale.unit : undefined);
  if (target === undefined || limit === undefined) return false;
  const small = sideOf(item, target) === "at-most";
  const comparator = target.form === "value" ? target.comparator : small ? "<=" : ">=";
  return !holds(estimate - limit, comparator);
}

/** The criteria on an eval that are not tripped yet. */
export function openLines(id: string, kill: readonly KillLine[]) {
  return kill.flatMap(({ criterion, verdict }) =>
    verdict === "tripped" || criterion.when?.metric !== id ? [] : [{ criterion, when: criterion.when, verdict }],
  );
}
