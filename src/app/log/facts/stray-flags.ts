import type { Result } from "../../../domain/records/evals/result.ts";
import type { LogRequest } from "../log-request.ts";
import type { FlagProblems } from "./flag-problems.ts";

/** Two results of one eval and arm in one entry would be two looks that count as one. */
export function twiceInOne(results: readonly Result[], problems: FlagProblems): void {
  const seen = new Set<string>();
  for (const { eval: id, arm } of results) {
    const one = `${id}\n${arm}`;
    if (seen.has(one))
      problems.add(
        "--eval",
        `${id} is given twice in one entry${arm === "" ? "" : `, on ${arm}`}`,
        "log each run in an entry of its own, or name the arms: --arm NAME",
      );
    seen.add(one);
  }
}

/** Flags that say more of a fact that was not given. */
export function strayFlags(
  { results, labels, tasks, risks, arm, model, dataset, evidence, latency, review }: LogRequest,
  problems: FlagProblems,
): void {
  const bare = results.length === 0;
  const stray = [
    bare && labels.length === 0 && tasks.length === 0 && arm !== undefined && "--arm",
    bare && model !== undefined && "--model",
    bare && dataset !== undefined && "--dataset",
    bare && risks.length === 0 && evidence !== undefined && "--evidence",
  ].find(Boolean);
  if (stray) problems.add(stray, "needs a result", "add --eval, such as --eval wrong-rate=22/200");
  if (tasks.length > 0) return;
  const timed = latency !== undefined ? "--latency" : review !== undefined ? "--review" : undefined;
  if (timed !== undefined)
    problems.add(timed, "needs tasks", "add --tasks, such as --tasks 262/300: succeeded of attempted");
}
