import { clopperPearson } from "../../statistics/rates/clopper-pearson.ts";
import { newcombeDifference } from "../../statistics/comparisons/newcombe-difference.ts";
import type { Entry } from "../records/entry.ts";
import type { PairedCounts, Result } from "../records/evals/result.ts";
import type { EvalStanding } from "./eval-standing.ts";
import { atLeastAsGood, casesOf, type LoggedResult } from "./judged-result.ts";
import type { Baseline } from "../records/eval.ts";
import type { EffectiveLog } from "../records/log.ts";
import { otherCases, type OtherCases } from "./other-cases.ts";
import { resultFault } from "./result-fault.ts";
import { quantityNumber } from "../scalars/quantity.ts";

/** One way in which a measurement differs from what was agreed. Several arms are reported elsewhere. */
export type EvalDeviation =
  /** `results` came from other data than was agreed, or than the `first` result did. */
  | {
      readonly kind: "dataset-changed";
      readonly standing: EvalStanding;
      readonly first: LoggedResult | undefined;
      readonly results: readonly LoggedResult[];
    }
  /** Results were run on another set of cases than what they are compared with. */
  | { readonly kind: "other-cases"; readonly standing: EvalStanding; readonly other: OtherCases }
  /**
   * A later run of an arm has `added` cases more than were agreed, or than its `first` run had. `agreed`: how many, the
   * extension that was agreed before the start among them.
   */
  | {
      readonly kind: "cases-added";
      readonly standing: EvalStanding;
      readonly first: LoggedResult;
      readonly later: LoggedResult;
      readonly agreed: number | undefined;
      readonly added: number;
    }
  | {
      readonly kind: "cases-missing";
      readonly standing: EvalStanding;
      readonly judged: LoggedResult;
      readonly planned: number;
    }
  /** A result that a correction withdrew, and how it compares with the one that is judged. */
  | {
      readonly kind: "result-withdrawn";
      readonly standing: EvalStanding;
      readonly withdrawn: LoggedResult;
      readonly correction: Entry;
      readonly than: "better" | "worse" | undefined;
    }
  /** The baseline that was run on the same cases is not the one that was agreed, by more than chance. */
  | {
      readonly kind: "baseline-moved";
      readonly standing: EvalStanding;
      readonly judged: LoggedResult;
      readonly pairs: PairedCounts;
      readonly agreed: Baseline;
    };

/** Everything that a reader has to know to weigh the figure of an eval, besides its arms and looks. */
export function evalDeviations(standing: EvalStanding, log: EffectiveLog): readonly EvalDeviation[] {
  return [
    ...otherData(standing),
    ...ofOtherCases(standing),
    ...addedCases(standing),
    ...missingCases(standing),
    ...movedBaseline(standing),
    ...withdrawnResults(standing, log),
  ];
}

/** Results that do not name their data set are not accused. */
function otherData(standing: EvalStanding): readonly EvalDeviation[] {
  const told = standing.results.filter(({ result }) => result.dataset !== undefined);
  const agreed = standing.eval.dataset?.sha256;
  const first = agreed === undefined ? told[0] : undefined;
  const results = told.filter(({ result }) => result.dataset !== (agreed ?? first?.result.dataset));
  return results.length === 0 ? [] : [{ kind: "dataset-changed", standing, first, results }];
}

function ofOtherCases(standing: EvalStanding): readonly EvalDeviation[] {
  const other = otherCases(standing);
  return other === undefined ? [] : [{ kind: "other-cases", standing, other }];
}

/**
 * More cases on the same arm, when a result of it had been seen: a team that goes on until it looks good will see it
 * look good.
 */
function addedCases(standing: EvalStanding): readonly EvalDeviation[] {
  const firsts = new Map<string, LoggedResult>();
  const found = new Map<string, EvalDeviation>();
  for (const later of standing.results) {
    const { arm } = later.result;
    const first = firsts.get(arm);
    if (first === undefined) {
      if (casesOf(later.result) > 0) firsts.set(arm, later);
      continue;
    }
    const agreed = agreedCases(standing, later);
    const added = casesOf(later.result) - Math.max(agreed ?? 0, casesOf(first.result));
    if (added > 0) found.set(arm, { kind: "cases-added", standing, first, later, agreed, added });
  }
  return [...found.values()];
}

/** The agreed number of cases, with the extension if the account counted the run as such. */
function agreedCases({ eval: { minN, extendedN }, account }: EvalStanding, run: LoggedResult): number | undefined {
  const code = account.shares.get(run)?.code;
  return code === "extension" || code === "extension-look" ? (extendedN ?? minN) : minN;
}

function missingCases(standing: EvalStanding): readonly EvalDeviation[] {
  const { judged, interim, eval: item } = standing;
  const cases = judged === undefined ? 0 : casesOf(judged.result);
  if (judged === undefined || interim || item.minN === undefined || cases === 0 || cases >= item.minN) return [];
  return [{ kind: "cases-missing", standing, judged, planned: item.minN }];
}

/** Two-sided 1%: a hint for people, not a verdict. */
const SURE = 0.995;

function movedBaseline(standing: EvalStanding): readonly EvalDeviation[] {
  const { judged, eval: item } = standing;
  const pairs = judged?.result.pairs;
  if (judged === undefined || pairs === undefined || item.baseline === undefined) return [];
  const [x, n] = [pairs.both + pairs.baseline, casesOf(judged.result)];
  return isElsewhere(x, n, item.baseline)
    ? [{ kind: "baseline-moved", standing, judged, pairs, agreed: item.baseline }]
    : [];
}

function isElsewhere(x: number, n: number, agreed: Baseline): boolean {
  if (agreed.kind === "counted") {
    const { low, high } = newcombeDifference(x, n, agreed.count.x, agreed.count.n, SURE);
    return low > 0 || high < 0;
  }
  if (agreed.quantity.unit !== "%") return false;
  const [share, { low, high }] = [quantityNumber(agreed.quantity), clopperPearson(x, n, SURE)];
  return share < low || share > high;
}

function withdrawnResults(standing: EvalStanding, { entries, withdrawn }: EffectiveLog): readonly EvalDeviation[] {
  if (withdrawn.size === 0) return [];
  const judged = standing.judged?.result;
  return entries.flatMap((entry) => {
    const correction = withdrawn.get(entry.id);
    if (correction === undefined) return [];
    const results = entry.results
      .map((result, index): LoggedResult => ({ entry, index, result }))
      .filter(({ result }) => result.eval === standing.eval.id);
    return results.map((one): EvalDeviation => ({
      kind: "result-withdrawn",
      standing,
      withdrawn: one,
      correction,
      than: judged && comparedWith(standing, one.result, judged),
    }));
  });
}

/** A result that could not be judged is not compared. */
export function comparedWith(
  { eval: item, verdict }: EvalStanding,
  one: Result,
  judged: Result,
): "better" | "worse" | undefined {
  if (verdict === "invalid" || resultFault(item, one) !== undefined) return undefined;
  const [up, down] = [atLeastAsGood(item, one, judged), atLeastAsGood(item, judged, one)];
  return up === down ? undefined : up ? "better" : "worse";
}
