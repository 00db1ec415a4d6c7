import { casePairs, type CaseSide } from "../../../domain/evidence/cases/case-pairs.ts";
import { pairSummary } from "../../../domain/evidence/cases/pair-summary.ts";
import { caseFigures, type CaseReading } from "../../../domain/evidence/cases/case-summary.ts";
import { asOutcomes, caseDigest } from "../../../domain/evidence/cases/case-table.ts";
import { figureFault, type Figures, type RecountFault } from "../../../domain/evidence/cases/recount.ts";
import { takesOutcomes } from "../../../domain/evidence/raw-summary.ts";
import type { Costs } from "../../../domain/records/costs.ts";
import type { CaseFile, Result } from "../../../domain/records/evals/result.ts";
import type { Eval } from "../../../domain/records/eval.ts";
import { effectiveLog } from "../../../domain/records/log.ts";
import { spendCurrency } from "../../../domain/spend/spend.ts";
import { agreedEvals } from "../../log/agreed-evals.ts";
import { columnUnitOf } from "../../log/facts/read-unit.ts";
import type { OpenPoc } from "../../poc/open-poc.ts";
import type { Context } from "../../ports/ports.ts";
import { agreedBaselines, keptCases } from "../baselines/logged-baselines.ts";

/** The cases of a result as its file has them, and how they contradict the entry. */
export interface Recounted {
  readonly side: CaseSide | undefined;
  readonly fault: RecountFault | undefined;
}

/** A result whose file of cases was counted again. */
export interface RecountedResult extends Recounted {
  readonly entry: string;
  readonly result: Result;
}

/** Counts every file of cases again, and finds the results that no longer match it. */
export async function recountAll(context: Context, poc: OpenPoc): Promise<readonly RecountedResult[]> {
  const recount = await caseRecount(context, poc);
  return effectiveLog(poc.records.log, Infinity).counted.flatMap(({ id, results }) =>
    results.flatMap((result) => (result.cases === undefined ? [] : [{ entry: id, result, ...recount(result) }])),
  );
}

/** The function that counts the cases of a result of this PoC again. */
export async function caseRecount(context: Context, poc: OpenPoc): Promise<(result: Result) => Recounted> {
  const sha256 = await context.sha256();
  const evals = agreedEvals(context, poc);
  const { costs, charter } = poc.records.definitions;
  const currency = spendCurrency(charter?.spendCap, costs);
  const logged = poc.records.log.flatMap(({ results }) => results);
  /** The side that the pairs were compared with, found by the hash of its file. */
  const against = (id: string, hash: string): CaseSide | undefined => {
    for (const { eval: of, arm, cases } of logged) {
      if (of !== id || cases?.sha256 !== hash || cases.against !== undefined) continue;
      const side = keptCases(poc.folder, cases, arm, sha256);
      if (typeof side !== "string") return side;
    }
    return agreedBaselines(poc, evals, sha256).find(({ item, sha256: of }) => item.id === id && of === hash)?.side;
  };
  return (result) => {
    const { cases } = result;
    if (cases === undefined) return { side: undefined, fault: undefined };
    const side = keptCases(poc.folder, cases, result.arm, sha256);
    if (typeof side === "string") return { side: undefined, fault: { code: side } };
    const { n, digest } = caseDigest(side.table, side.rows, sha256);
    if (n !== cases.n || digest !== cases.digest)
      return { side, fault: { code: "other-cases", entry: cases.n, file: n } };
    const item = evals.find(({ id }) => id === result.eval);
    const baseline = cases.against === undefined ? undefined : against(result.eval, cases.against);
    const figures = item && figuresOf(side, result, cases, item, baseline, { costs, currency });
    return { side, fault: figures && figureFault(result, figures) };
  };
}

/** The figures that follow from the cases; undefined if it is no longer known how they were read. */
function figuresOf(
  side: CaseSide,
  result: Result,
  cases: CaseFile,
  item: Eval,
  baseline: CaseSide | undefined,
  money: { readonly costs: Costs; readonly currency: string },
): Figures | undefined {
  const whenTrue = cases.counted !== "false";
  const outcomes = takesOutcomes(item);
  const sideAs = (one: CaseSide) => (outcomes ? { ...one, column: asOutcomes(one.column) } : one);
  const { table, column, rows } = sideAs(side);
  const reading = outcomes ? { whenTrue, unit: "", factor: 1 } : numbersRead(result, cases, item, side, money);
  if (reading === undefined) return undefined;
  if (cases.against !== undefined) {
    const before = baseline && sideAs(baseline);
    const pairs = before && casePairs(before, { table, column, rows }, item, whenTrue);
    return pairs === undefined || typeof pairs === "string" ? undefined : pairSummary(pairs, item, reading);
  }
  const found = caseFigures(table, column, rows, asMeasured(item, result), reading);
  return "code" in found ? undefined : found.summary;
}

/** The limit that the runs were counted within may have been amended since. */
function asMeasured(item: Eval, { within }: Result): Eval {
  const { target } = item;
  return within === undefined || target?.form !== "value" ? item : { ...item, target: { ...target, quantity: within } };
}

/** How the numbers were converted: at the rate of that day, not of today. */
function numbersRead(
  { value, within }: Result,
  { unit, assumed, rate }: CaseFile,
  item: Eval,
  { column }: CaseSide,
  { costs, currency }: { readonly costs: Costs; readonly currency: string },
): CaseReading | undefined {
  const measured = value?.unit ?? within?.unit;
  if (measured === undefined) return undefined;
  if (unit === undefined || assumed === true) return { whenTrue: true, unit: measured, factor: 1 };
  const then = rate === undefined ? costs : { ...costs, exchange: costs.exchange.map((one) => ({ ...one, rate })) };
  const read = columnUnitOf(item, column.name, [], { said: unit, costs: then, currency, ask: undefined });
  return "refused" in read ? undefined : { whenTrue: true, unit: read.unit, factor: read.factor };
}
