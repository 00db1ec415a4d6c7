import { labelledRate } from "../../../statistics/judges/judged-rate.ts";
import type { EffectiveLog } from "../../records/log.ts";
import type { Eval } from "../../records/eval.ts";
import type { Labelling } from "../../records/evals/result.ts";
import { seenIn } from "../../records/seen.ts";
import { labelledCases } from "./empty-labels.ts";
import { judgeLabels, labelsOf, type LoggedLabels } from "./logged-labels.ts";

/** A sheet that was logged before, and came again with other labels. */
export interface Relabelling {
  readonly before: LoggedLabels;
  readonly after: LoggedLabels;
  /** At least so many labels were changed or taken out: an entry has the counts, and not each label. */
  readonly changed: number;
  /** Why a person withdrew one of the two; undefined while both readings stand. */
  readonly reason: string | undefined;
}

/** Every time that the sheet of an eval came again with other labels, in the order in which people saw them. */
export function relabellings(
  item: Pick<Eval, "id">,
  { entries, withdrawn }: Pick<EffectiveLog, "entries" | "withdrawn">,
): readonly Relabelling[] {
  const all = labelsOf(item, entries, withdrawn);
  if (all.length < 2) return [];
  const seenMs = seenIn(entries);
  const seen = [...all].sort((a, b) => seenMs(a.entry) - seenMs(b.entry));
  const earlier = new Map<string, { readonly last: LoggedLabels; readonly standing: LoggedLabels | undefined }>();
  return seen.flatMap((after) => {
    const sheet = sheetOf(after.labelling);
    if (sheet === undefined) return [];
    const known = earlier.get(sheet);
    earlier.set(sheet, { last: after, standing: isStanding(after) ? after : known?.standing });
    const before = known?.standing ?? known?.last;
    const changed = before === undefined ? 0 : changedLabels(before.labelling, after.labelling);
    if (before === undefined || changed === 0) return [];
    return [{ before, after, changed, reason: reasonOf(before) ?? reasonOf(after) }];
  });
}

/**
 * The labels that decide where one sheet was logged with different labels: those by which the figure is worse, until a
 * person withdraws the others and says why. Labels that only fill empty cells of an earlier logging replace it.
 *
 * @param latest the labels that decide if their sheet was logged once
 * @param worse which estimate of the labelled share is the worse one
 */
export function decidingLabels(
  latest: LoggedLabels,
  seen: readonly LoggedLabels[],
  worse: "higher" | "lower",
): { readonly deciding: LoggedLabels; readonly relabelled: boolean } {
  const same = seen.filter((one) => isStanding(one) && isSameSheet(one.labelling, latest.labelling));
  const whole = same.filter((one) => !same.some((other) => isCompletedBy(one.labelling, other.labelling)));
  const sign = worse === "higher" ? 1 : -1;
  let deciding = whole.includes(latest) ? latest : (whole.at(-1) ?? latest);
  for (const one of whole)
    if (sign * (labelledShare(one.labelling) - labelledShare(deciding.labelling)) > 0) deciding = one;
  const relabelled = whole.some(({ labelling }) => changedLabels(labelling, deciding.labelling) > 0);
  return { deciding, relabelled };
}

/**
 * How many times somebody could have picked among `seen`. Different labels of one sheet are one try as long as the
 * worse ones decide, because that gives nobody a choice; labels that were withdrawn with a reason were one.
 */
export function labelTries(seen: readonly LoggedLabels[]): number {
  return new Set(seen.map((one) => (isStanding(one) && sheetOf(one.labelling)) || one.labelling.sha256)).size;
}

function isSameSheet(one: Labelling, other: Labelling): boolean {
  const sheet = sheetOf(one);
  return sheet !== undefined && sheet === sheetOf(other);
}

/** A seed and a number of rows draw the same cases of a file each time. Without a seed nobody knows which they are. */
function sheetOf(labelling: Labelling): string | undefined {
  const { seed, of, arm } = labelling;
  return seed === undefined ? undefined : [of, seed, rowsOf(labelling), arm].join(" ");
}

function rowsOf(labelling: Labelling): number {
  return labelledCases(labelling) + (labelling.unlabelled ?? 0);
}

/** Whether nobody has said why these labels were wrong. */
function isStanding(one: LoggedLabels): boolean {
  return reasonOf(one) === undefined;
}

function reasonOf({ withdrawnBy }: LoggedLabels): string | undefined {
  return withdrawnBy?.undo?.reason;
}

/** Each label that was changed leaves its count for another one, and each that was taken out leaves the table. */
function changedLabels({ said: before }: Labelling, { said: after }: Labelling): number {
  return (["both", "judge", "person", "neither"] as const).reduce(
    (sum, cell) => sum + Math.max(0, before[cell] - after[cell]),
    0,
  );
}

function isCompletedBy(part: Labelling, whole: Labelling): boolean {
  return changedLabels(part, whole) === 0 && labelledCases(part) < labelledCases(whole);
}

/** The confidence moves the bounds only, and not the estimate. */
const ANY_CONFIDENCE = 0.95;

/** What share of the sheet's own file people would count, by its labels. */
function labelledShare(labelling: Labelling): number {
  const { x, n } = labelling.judged;
  const share = n === 0 ? 0 : x / n;
  const judged = { estimate: share, low: share, high: share };
  return labelledRate(judged, judgeLabels(labelling), ANY_CONFIDENCE).estimate;
}
