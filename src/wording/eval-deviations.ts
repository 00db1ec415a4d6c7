import type { EvalDeviation } from "../domain/evidence/eval-deviations.ts";
import type { OtherCases } from "../domain/evidence/other-cases.ts";
import { casesOf, type LoggedResult } from "../domain/evidence/judged-result.ts";
import { measuredText } from "../domain/evidence/measured-text.ts";
import type { Result } from "../domain/records/evals/result.ts";
import { baselineText } from "../domain/records/eval.ts";
import { countLabel, numberLabel, ofLabel } from "../domain/scalars/labels.ts";

/** The deviation in a sentence, as memo and diagnostics say it. `name`: of the eval, for people or as an id. */
export function deviationSentence(deviation: EvalDeviation, name: string = deviation.standing.eval.id): string {
  return `${name}${deviationClause(deviation)}.`;
}

function deviationClause(deviation: EvalDeviation): string {
  switch (deviation.kind) {
    case "dataset-changed":
      return (
        `: ${countLabel(deviation.results.length, "result")} came from a different data set than ` +
        `${deviation.first === undefined ? "was agreed" : `the first, of ${deviation.first.entry.date}`}`
      );
    case "other-cases": {
      const { results } = deviation.other;
      return `: ${countLabel(results.length, "result")} ${otherCasesClause(deviation.other)}`;
    }
    case "cases-added": {
      const before = casesOf(deviation.first.result);
      const meant =
        deviation.agreed !== undefined && deviation.agreed >= before
          ? `the ${numberLabel(deviation.agreed)} that were agreed`
          : `the ${numberLabel(before)} of the first run`;
      return (
        `${onArm(deviation.later)} was measured on ${countLabel(casesOf(deviation.later.result), "case")}, ` +
        `${numberLabel(deviation.added)} more than ${meant}, after a result was known`
      );
    }
    case "cases-missing":
      return (
        ` was judged on ${countLabel(casesOf(deviation.judged.result), "case")}; ${numberLabel(deviation.planned)} ` +
        `were agreed`
      );
    case "baseline-moved": {
      const { both, baseline } = deviation.pairs;
      return (
        `: on the same cases the baseline was ${numberLabel(both + baseline)} of ` +
        `${numberLabel(casesOf(deviation.judged.result))}, and ${baselineText(deviation.agreed)} was agreed; the ` +
        `pairs are judged`
      );
    }
    case "result-withdrawn": {
      const { withdrawn, correction, than } = deviation;
      const reason = correction.undo?.reason === undefined ? "without a reason" : `because "${correction.undo.reason}"`;
      const compared = than === undefined ? "" : `; it was ${than} than the one that is judged`;
      return `${onArm(withdrawn)}: a result, ${figureLabel(withdrawn.result)}, was withdrawn ${reason}${compared}`;
    }
  }
}

/** `run on another set of cases than today's system, and compared with it as separate samples`. */
export function otherCasesClause({ than }: OtherCases): string {
  const separate = "so the two are compared as separate samples";
  switch (than.kind) {
    case "today":
      return `not run on the same cases as today's system on ${than.run.entry.date}, ${separate}`;
    case "baseline":
      return `not run on the cases of the baseline in ${than.file}, ${separate}`;
    case "run-before":
      return `not run on the same cases as the run before, of ${than.run.entry.date}`;
  }
}

function onArm({ result: { arm } }: LoggedResult): string {
  return arm === "" ? "" : ` on ${arm}`;
}

function figureLabel(result: Result): string {
  const { count, pairs, value } = result;
  if (count !== undefined) return ofLabel(count.x, count.n);
  if (pairs !== undefined) return ofLabel(pairs.both + pairs.candidate, casesOf(result));
  return value === undefined ? "without a figure" : measuredText(value, result);
}
