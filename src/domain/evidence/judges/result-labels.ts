import { judgeQuality, type JudgeQuality } from "../../../statistics/judges/judge-quality.ts";
import type { Withdrawn } from "../account/withdrawn-runs.ts";
import type { Labelling, Result } from "../../records/evals/result.ts";
import type { EffectiveLog } from "../../records/log.ts";
import { isBaselineArm, type Baseline, type Eval } from "../../records/eval.ts";
import { judgeLabels, labelsOf, type LoggedLabels } from "./logged-labels.ts";
import { decidingLabels, labelTries } from "./relabelled.ts";

/** Labels that were withdrawn and had been seen: those of a sheet that was logged again are no others. */
export function withdrawnLabels(
  item: Pick<Eval, "id">,
  withdrawn: readonly Withdrawn[],
  labels: readonly LoggedLabels[],
): readonly LoggedLabels[] {
  if (withdrawn.length === 0) return [];
  const kept = new Set(labels.map(({ labelling }) => labelling.sha256));
  const entries = withdrawn.map(({ entry }) => entry);
  const by = new Map(withdrawn.map((one) => [one.entry.id, one.by]));
  return labelsOf(item, entries, by).filter(({ labelling }) => !kept.has(labelling.sha256));
}

/** The same of a whole log. */
export function withdrawnLabelsIn(
  item: Pick<Eval, "id">,
  { entries, counted, withdrawn }: EffectiveLog,
): readonly LoggedLabels[] {
  if (withdrawn.size === 0) return [];
  const gone = entries.flatMap((entry) => {
    const by = withdrawn.get(entry.id);
    return by === undefined || entry.labels === undefined ? [] : [{ entry, by }];
  });
  return withdrawnLabels(item, gone, labelsOf(item, counted));
}

/**
 * The result with the labels that speak about its judge: those of its own cases, else the latest of all. Every sheet
 * that could have been the one is a try: a team that labels until the figure looks good pays for each. Where this sheet
 * was logged with other labels as well, the worse ones decide.
 */
export function withLabels<L extends { readonly result: Result }>(
  item: Eval,
  logged: L,
  all: readonly LoggedLabels[],
  withdrawn: readonly LoggedLabels[],
): L {
  const latest = all.at(-1);
  if (latest === undefined) return logged;
  const { result } = logged;
  const own = all.findLast(({ labelling }) => isOfCases(labelling, result));
  const seen = [...all, ...withdrawn].filter((one) => own === undefined || isOfCases(one.labelling, result));
  // The worse today's system looks, the better the change from it.
  const isLowerWorse = (item.better === "higher") !== isBaselineArm(item, result.arm);
  const { deciding, relabelled } = decidingLabels(own ?? latest, seen, isLowerWorse ? "lower" : "higher");
  const { labelling, entry } = deciding;
  const labels = {
    labelling,
    entry: entry.id,
    sameCases: own !== undefined,
    tries: labelTries(seen),
    ...(relabelled ? { relabelled } : {}),
  };
  return { ...logged, result: { ...result, labels } };
}

/**
 * The result with the labels of today's run, where that run is the agreed baseline, count for count: then it is known
 * that this judge counted it, and how it erred there.
 */
export function withLabelledBaseline<L extends { readonly result: Result }>(
  logged: L,
  baseline: Baseline | undefined,
  today: readonly { readonly result: Result }[],
): L {
  const { labels } = logged.result;
  if (labels === undefined || baseline?.kind !== "counted") return logged;
  const { x, n } = baseline.count;
  const run = today.findLast(
    ({ result: { count, labels: own } }) => own?.sameCases === true && count?.x === x && count.n === n,
  );
  const ofBaseline = run?.result.labels;
  if (ofBaseline === undefined) return logged;
  return { ...logged, result: { ...logged.result, labels: { ...labels, ofBaseline } } };
}

function isOfCases({ of, arm }: Labelling, { cases, arm: measured }: Result): boolean {
  return cases !== undefined && cases.sha256 === of && arm === measured;
}

/** How good the judge is by the labels. @param confidence of each bound, one-sided */
export function labelledQuality(labelling: Labelling, confidence: number): JudgeQuality {
  return judgeQuality(judgeLabels(labelling), confidence);
}
