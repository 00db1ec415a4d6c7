import type { JudgeLabels } from "../../../statistics/judges/judge-labels.ts";
import { judgeQuality, type JudgeQuality } from "../../../statistics/judges/judge-quality.ts";
import type { Entry } from "../../records/entry.ts";
import type { Labelling, Result } from "../../records/evals/result.ts";
import type { Baseline, Eval } from "../../records/eval.ts";
import { saying } from "../../records/log.ts";

/** Labels of people for what an eval's judge said, and the entry that brought them. */
export interface LoggedLabels {
  readonly entry: Entry;
  readonly labelling: Labelling;
}

const NONE: readonly never[] = [];

/** The labels of an eval, oldest first; withdrawn entries left out before. */
export function labelsOf({ id }: Pick<Eval, "id">, counted: readonly Entry[]): readonly LoggedLabels[] {
  const found: LoggedLabels[] = [];
  for (const entry of saying(counted, "labels"))
    for (const labelling of entry.labels) if (labelling.eval === id) found.push({ entry, labelling });
  return found;
}

/** Labels that were withdrawn and had been seen: those of a sheet that was logged again are no others. */
export function withdrawnLabels(
  item: Pick<Eval, "id">,
  withdrawn: readonly Entry[],
  labels: readonly LoggedLabels[],
): readonly LoggedLabels[] {
  const kept = new Set(labels.map(({ labelling }) => labelling.sha256));
  return labelsOf(item, withdrawn).filter(({ labelling }) => !kept.has(labelling.sha256));
}

/**
 * The result with the labels that speak about its judge: those of its own cases, else the latest of all. Every sheet
 * that could have been the one is a try: a team that labels until the figure looks good pays for each.
 */
export function withLabels<L extends { readonly result: Result }>(
  logged: L,
  all: readonly LoggedLabels[],
  withdrawn: readonly LoggedLabels[] = NONE,
): L {
  const latest = all.at(-1);
  if (latest === undefined) return logged;
  const { result } = logged;
  const own = all.findLast(({ labelling }) => isOfCases(labelling, result));
  const { labelling, entry } = own ?? latest;
  const seen = [...all, ...withdrawn].filter((one) => own === undefined || isOfCases(one.labelling, result));
  const tries = new Set(seen.map((one) => one.labelling.sha256)).size;
  const labels = { labelling, entry: entry.id, sameCases: own !== undefined, tries };
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

/** The counts behind the labels, as the statistics take them. */
export function judgeLabels({ judged, said }: Labelling): JudgeLabels {
  const { both, judge, person, neither } = said;
  return { judged, yes: { x: both, n: both + judge }, no: { x: person, n: person + neither } };
}

/** How good the judge is by the labels. @param confidence of each bound, one-sided */
export function labelledQuality(labelling: Labelling, confidence: number): JudgeQuality {
  return judgeQuality(judgeLabels(labelling), confidence);
}
