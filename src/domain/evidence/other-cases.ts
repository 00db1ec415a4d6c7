import type { EvalStanding } from "./eval-standing.ts";
import type { LoggedResult } from "./judged-result.ts";

/** Results that were run on other cases than what they are compared with. */
export interface OtherCases {
  /** The latest run of today's system, the file of the baseline, or the run before the first of `results`. */
  readonly than:
    | { readonly kind: "today"; readonly run: LoggedResult }
    | { readonly kind: "baseline"; readonly file: string }
    | { readonly kind: "run-before"; readonly run: LoggedResult };
  /** Oldest first, one at least. */
  readonly results: readonly LoggedResult[];
}

/**
 * Whether results were run on other cases: the digest of their ids says it, and the digest of one that is compared case
 * by case need not be looked at. Where there is no baseline to compare with, a run is held against the one before; one
 * of more cases may contain them, so it is not accused. Results without a file of cases say nothing.
 */
export function otherCases({ eval: item, results, today }: EvalStanding): OtherCases | undefined {
  const listed = results.filter((one) => one.result.cases !== undefined && !today.includes(one));
  const run = today.findLast(({ result }) => result.cases !== undefined);
  const file = item.baseline?.cases?.file;
  if (run !== undefined)
    return found(
      listed.filter((one) => isOther(one, run)),
      { kind: "today", run },
    );
  if (file !== undefined && item.target?.form !== "value")
    return found(
      listed.filter(({ result }) => result.cases?.against === undefined),
      { kind: "baseline", file },
    );
  const moved = listed.filter((one, k) => k > 0 && isOther(one, listed[k - 1]!) && !hasGrown(listed[k - 1]!, one));
  const [first] = moved;
  return first && found(moved, { kind: "run-before", run: listed[listed.indexOf(first) - 1]! });
}

function found(results: readonly LoggedResult[], than: OtherCases["than"]): OtherCases | undefined {
  return results.length === 0 ? undefined : { than, results };
}

function isOther(one: LoggedResult, other: LoggedResult): boolean {
  return one.result.cases?.digest !== other.result.cases?.digest;
}

function hasGrown(before: LoggedResult, after: LoggedResult): boolean {
  return (after.result.cases?.n ?? 0) > (before.result.cases?.n ?? 0);
}
