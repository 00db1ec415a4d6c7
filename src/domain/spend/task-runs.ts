import { MEASURES } from "../evidence/measures/measures.ts";
import type { Entry } from "../records/entry.ts";
import type { Result } from "../records/evals/result.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { isBaselineArm, type Eval } from "../records/eval.ts";
import type { Quantity } from "../scalars/quantity.ts";
import { saying } from "../records/log.ts";

/** Tasks of one arm in one entry, and how many of them went well. */
export interface TaskRun {
  readonly entry: Entry;
  readonly arm: string;
  readonly attempted: number;
  readonly succeeded: number;
  readonly latency?: Quantity;
  readonly review?: Quantity;
}

/** Where tasks are counted: in the log as such, or as the cases of an eval where nobody logged any. */
export type TaskSource = { readonly kind: "tasks" } | { readonly kind: "eval"; readonly id: string };

export interface TaskRuns {
  readonly source: TaskSource | undefined;
  /** Of every arm but today's system, oldest first. */
  readonly all: readonly TaskRun[];
  /** Of the arm that is judged: what is praised for its quality is priced, and nothing else. */
  readonly judged: readonly TaskRun[];
  /** The judged arm, where runs are told apart by it; "" where they are not. */
  readonly arm: string;
}

export function taskRuns(counted: readonly Entry[], evals: readonly EvalStanding[]): TaskRuns {
  const logged = saying(counted, "tasks").flatMap(loggedRuns);
  const stand = evals.find((item) => item.eval.primary && MEASURES[item.eval.measure].writtenIn === "share")?.eval;
  const cases = logged.length > 0 || stand === undefined ? [] : evalRuns(counted, stand);
  const today = (arm: string) => evals.some((item) => isBaselineArm(item.eval, arm));
  const runs = logged.length > 0 ? logged : cases;
  const all = runs.some(({ arm }) => today(arm)) ? runs.filter(({ arm }) => !today(arm)) : runs;
  const source: TaskSource | undefined =
    logged.length > 0 ? { kind: "tasks" } : cases.length > 0 ? { kind: "eval", id: stand!.id } : undefined;
  const arm = evals.find((item) => item.eval.primary && item.judged !== undefined)?.judged?.result.arm ?? "";
  const apart = arm !== "" && all.some((run) => run.arm !== "");
  return { source, all, judged: apart ? all.filter((run) => run.arm === arm) : all, arm: apart ? arm : "" };
}

function loggedRuns(entry: Entry): readonly TaskRun[] {
  return entry.tasks.map(({ count, arm, latency, review }) => ({
    entry,
    arm,
    attempted: count.n,
    succeeded: count.x,
    ...(latency === undefined ? {} : { latency }),
    ...(review === undefined ? {} : { review }),
  }));
}

function evalRuns(counted: readonly Entry[], item: Eval): readonly TaskRun[] {
  const runs: TaskRun[] = [];
  for (const entry of saying(counted, "results"))
    for (const result of entry.results) {
      const counts = result.eval === item.id ? countsOf(result) : undefined;
      if (counts === undefined) continue;
      const [hits, attempted] = counts;
      runs.push({ entry, arm: result.arm, attempted, succeeded: item.better === "higher" ? hits : attempted - hits });
    }
  return runs;
}

/** Of how many cases how many were counted; of paired cases, with the candidate. */
function countsOf({ count, pairs }: Result): readonly [hits: number, cases: number] | undefined {
  if (count !== undefined) return [count.x, count.n];
  return pairs && [pairs.both + pairs.candidate, pairs.both + pairs.baseline + pairs.candidate + pairs.neither];
}
