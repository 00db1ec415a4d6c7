import { asOutcomes } from "../../../domain/evidence/cases/case-table.ts";
import { casePairs, type CasePairs, type CaseSide, type PairFault } from "../../../domain/evidence/cases/case-pairs.ts";
import { columnFigures, type ColumnFigures } from "../../../domain/evidence/cases/column-figures.ts";
import { takesOutcomes } from "../../../domain/evidence/raw-summary.ts";
import type { RecountFault } from "../../../domain/evidence/cases/recount.ts";
import type { Result } from "../../../domain/records/evals/result.ts";
import { isBaselineArm, type Eval } from "../../../domain/records/eval.ts";
import { effectiveLog } from "../../../domain/records/log.ts";
import { nameHint } from "../../../domain/scalars/nearest.ts";
import { standingOf } from "../../../domain/standing/standing.ts";
import { agreedEval } from "../../log/agreed-evals.ts";
import { asOf, located } from "../../poc/judge.ts";
import { openPoc } from "../../poc/open-poc.ts";
import type { Report } from "../../poc/report.ts";
import { RuleFault, UsageFault } from "../../ports/faults.ts";
import type { Context } from "../../ports/ports.ts";
import { caseRecount } from "./recount-cases.ts";

export interface CasesRequest {
  readonly directory: string | undefined;
  readonly eval: string;
  readonly arms: readonly string[];
  readonly flipped: boolean;
}

/** The cases behind the latest result of one arm. */
export interface ArmCases {
  readonly arm: string;
  readonly result: Result;
  readonly entry: string;
  /** Undefined if the file of cases is gone, or is not the one that was imported. */
  readonly side: CaseSide | undefined;
  /** How the file of cases contradicts the entry; undefined if the two agree. */
  readonly fault: RecountFault | undefined;
  /** Of outcomes: which one the eval counts. */
  readonly whenTrue: boolean;
  /** The other numbers that the file has for each case: its cost, its latency. */
  readonly figures: readonly ColumnFigures[];
}

/** Two arms compared case by case. */
export interface ComparedArms {
  readonly from: string;
  readonly to: string;
  readonly pairs: CasePairs | PairFault;
}

export interface CasesResult extends Report {
  readonly eval: Eval;
  readonly arms: readonly ArmCases[];
  readonly compared: readonly ComparedArms[];
  readonly flippedOnly: boolean;
}

/**
 * What lies behind the figures of an eval: the cases of the latest result of each arm, and which of them came out
 * differently from today's system. Without a baseline among the arms, each is held against the first.
 *
 * @throws UsageFault where there is no such eval or arm
 * @throws RuleFault where none of its results has a file of cases
 */
export async function listCases(context: Context, request: CasesRequest): Promise<CasesResult> {
  const poc = await openPoc(context, request.directory);
  const item = agreedEval(context, poc, request.eval);
  const instant = asOf(poc.records, context.clock, undefined);
  const latest = new Map<string, { readonly result: Result; readonly entry: string }>();
  for (const entry of effectiveLog(poc.records.log, instant.epochMs).counted)
    for (const result of entry.results)
      if (result.eval === item.id && result.cases !== undefined) latest.set(result.arm, { result, entry: entry.id });
  if (latest.size === 0)
    throw new RuleFault(
      `no result of ${item.id} has a file of cases`,
      `poc import FILE --eval keeps the cases of ${item.id}; a typed count has none`,
    );
  const unknown = request.arms.filter((arm) => !latest.has(arm));
  if (unknown.length > 0)
    throw new UsageFault(
      unknown.map((arm) => ({
        message: `--arm: no arm with cases is called "${arm.slice(0, 60)}"`,
        hint: nameHint(arm, [...latest.keys()], `known: ${[...latest.keys()].join(", ")}`),
      })),
    );
  const recount = await caseRecount(context, poc);
  const arms = [...latest]
    .filter(([arm]) => request.arms.length === 0 || request.arms.includes(arm))
    .map(([arm, { result, entry }]): ArmCases => {
      const { side, fault } = recount(result);
      const figures = side === undefined ? [] : columnFigures(side.table, side.rows, side.column);
      return { arm, result, entry, side, fault, whenTrue: result.cases?.counted !== "false", figures };
    });
  const standing = standingOf(poc.records, instant);
  const ofRecords = located(poc, poc.diagnostics);
  return {
    folder: poc.folder.path,
    standing,
    diagnostics: ofRecords,
    ofRecords,
    eval: item,
    arms,
    compared: comparisons(item, arms),
    flippedOnly: request.flipped,
  };
}

function comparisons(item: Eval, arms: readonly ArmCases[]): readonly ComparedArms[] {
  const from = arms.find(({ arm }) => isBaselineArm(item, arm)) ?? arms[0];
  const sideOf = (side: CaseSide) => (takesOutcomes(item) ? { ...side, column: asOutcomes(side.column) } : side);
  return arms.flatMap((to): readonly ComparedArms[] =>
    from === undefined || to === from || from.side === undefined || to.side === undefined
      ? []
      : [{ from: from.arm, to: to.arm, pairs: casePairs(sideOf(from.side), sideOf(to.side), item, to.whenTrue) }],
  );
}
