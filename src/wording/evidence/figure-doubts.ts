import { couldReverse, type BrokenCases } from "../../domain/evidence/broken-cases.ts";
import type { BaselineContradiction } from "../../domain/evidence/measured-baseline.ts";
import { measuredText } from "../../domain/evidence/measured-text.ts";
import type { LoggedResult } from "../../domain/evidence/judged-result.ts";
import type { UncountedNews } from "../../domain/evidence/uncounted-news.ts";
import { baselineText } from "../../domain/records/eval.ts";
import type { KillCriterion } from "../../domain/records/kill-criterion.ts";
import { countText } from "../../domain/scalars/count.ts";
import { countLabel, listLabel, numberLabel, ofLabel } from "../../domain/scalars/labels.ts";
import { conditionLabel } from "../../domain/standing/kill-standing.ts";
import { evalWording } from "../evals.ts";

/** The newer figure as it was logged, and what it is beyond, as a clause. */
export function uncountedNewsClause({ standing, logged, misses, trips }: UncountedNews): string {
  const { needed, measured } = evalWording(standing);
  const beyond = [...(misses ? [`the target (${needed})`] : []), ...trips.map(lineText)];
  return (
    `${figureText(logged)}, logged after the count that is judged (${measured}), is beyond ${listLabel(beyond)}; ` +
    `without its count it changes no verdict`
  );
}

/** How many cases broke, and what they would turn, as a clause. */
export function brokenCasesClause(broken: BrokenCases): string {
  const { errors, rows, most, worst, turnsTarget, turnsKill } = broken;
  const left = errors === 1 ? "is" : "are";
  const limit = most === undefined ? "" : `; at most ${most} may break, so the result settles nothing`;
  const found = `${numberLabel(errors)} of ${countLabel(rows, "case")} broke and ${left} not counted${limit}`;
  if (!couldReverse(broken) || worst === undefined) return found;
  const turned = [
    ...(turnsTarget ? ["the target would not be met"] : []),
    ...turnsKill.map(
      ({ criterion, trips }) => `${lineText(criterion)} would ${trips ? "be tripped" : "not be ruled out"}`,
    ),
  ];
  return `${found}; if all of them came out badly (${ofLabel(worst.x, worst.n)}), ${listLabel(turned)}`;
}

function lineText({ id, when }: KillCriterion): string {
  return when === undefined ? id : `the kill line ${id} (${conditionLabel(when)})`;
}

/** What today's system measured at, what was agreed, and what of the verdict rests on it, as a clause. */
export function baselineContradictionClause(contradiction: BaselineContradiction): string {
  const { standing, today, agreed, turnsTarget, other } = contradiction;
  const { judged } = standing;
  const turned =
    turnsTarget && judged !== undefined
      ? `; ${figureText(judged)} meets the target against ${baselineText(agreed)} only`
      : "";
  const found = figureText(today);
  const but =
    other === undefined
      ? `but the agreed baseline is ${baselineText(agreed)}`
      : `and at ${figureText(other)} in another run, which chance does not explain`;
  return `today's system was measured at ${found}, ${but}${turned}`;
}

function figureText({ result }: LoggedResult): string {
  const { count, value } = result;
  return count !== undefined ? countText(count) : value === undefined ? "a figure" : measuredText(value, result);
}
