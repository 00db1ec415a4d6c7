import { bySeen } from "../history/knowledge.ts";
import { SEEN_AS_DATED, type SeenMs } from "../records/seen.ts";
import type { Entry } from "../records/entry.ts";
import { accountOf } from "./account/account.ts";
import type { Amended } from "./account/agreed-size.ts";
import { figureEvidence } from "./result-evidence.ts";
import type { SeenRun } from "./account/seen-run.ts";
import { withdrawnRuns } from "./account/withdrawn-runs.ts";
import { evalStanding, type EvalStanding } from "./eval-standing.ts";
import { pickedBefore } from "./account/account-rules.ts";
import type { Look } from "./looks.ts";
import { labelsOf, type LoggedLabels } from "./judges/logged-labels.ts";
import { withdrawnLabels, withLabelledBaseline, withLabels } from "./judges/result-labels.ts";
import { unlessContradicted } from "./measured-baseline.ts";
import { MEASURES } from "./measures/measures.ts";
import { judgedResult, type LoggedResult } from "./judged-result.ts";
import type { EvalReason } from "./eval-reason.ts";
import { measuredText } from "./measured-text.ts";
import type { Result } from "../records/evals/result.ts";
import { countText } from "../scalars/count.ts";
import { isBaselineArm, type Eval } from "../records/eval.ts";
import { saying } from "../records/log.ts";

/**
 * Every eval, judged on one and the same system: where the primary eval was measured on several arms, the arm it picks
 * is the one that the others are judged on too, as far as they were measured on it. Otherwise the memo would praise the
 * accuracy of one variant, the speed of another and the price of a third. An arm that was declared as the baseline is
 * today's system, and takes no part.
 */
export function evalStandings(
  items: readonly Eval[],
  counted: readonly Entry[],
  amendments: readonly Amended[],
  look: Look,
): readonly EvalStanding[] {
  const { seenMs = SEEN_AS_DATED } = look;
  const logged = items.map((item) => {
    const labels = labelsOf(item, counted);
    const plain = resultsOf(item, counted, seenMs);
    const gone = withdrawnLabels(item, look.withdrawn ?? [], labels);
    const logged = labels.length === 0 ? plain : plain.map((one) => withLabels(item, one, labels, gone));
    const today = logged.filter(({ result }) => isBaselineArm(item, result.arm));
    const all =
      today.length === 0
        ? logged
        : logged.filter((one) => !today.includes(one)).map((one) => withLabelledBaseline(one, item.baseline, today));
    const comparable = comparableResults(item, all, amendments, seenMs);
    const unlabelled = labels.length === 0 ? gone.at(-1) : undefined;
    return { item, all, today, comparable, seen: seenRuns(item, all, look, counted), unlabelled };
  });
  const chooser = logged.find(({ item, comparable }) => item.primary && namesArms(comparable));
  const arm = chooser && judgedResult(chooser.item, chooser.comparable)?.result.result.arm;
  return logged.map(({ item, all, today, comparable, seen, unlabelled }) => {
    const guest = arm !== undefined && item !== chooser?.item;
    const own = guest ? ofArm(comparable, arm) : comparable;
    const picks = guest && chooser !== undefined ? chooser : { item, comparable };
    const account = accountOf(item, seen, {
      confidence: look.confidence,
      amendments,
      closings: look.closings ?? [],
      armsToPick: namedBeforehand(picks.item),
      seenMs,
      pickedBefore: pickedBefore(picks.item, picks.comparable, seenMs),
    });
    const standing = unlessUnlabelled(evalStanding(item, own, look, account), unlabelled);
    const armPickedBy = guest && own.length > 0 && own.length < comparable.length ? chooser?.item.id : undefined;
    return unlessUnread(
      unlessContradicted({ ...standing, ...whyNothing(arm, own, comparable, all), armPickedBy, results: all, today }),
      look.unread,
    );
  });
}

/** Every run that could have been mistaken for a good one, withdrawn ones among them, oldest first. */
function seenRuns(
  item: Eval,
  results: readonly LoggedResult[],
  { withdrawn = [], seenMs = SEEN_AS_DATED }: Look,
  counted: readonly Entry[],
): readonly SeenRun[] {
  const undone = withdrawnRuns(item, withdrawn, counted, seenMs).filter(
    ({ result }) => !isBaselineArm(item, result.arm),
  );
  const order = bySeen(seenMs);
  const seen = undone.length === 0 ? results : [...results, ...undone].sort((a, b) => order(a.entry, b.entry));
  return seen.filter(
    ({ result }) => isPlainCount(item, result) || figureEvidence(item, result, USUAL).kind !== "contradiction",
  );
}

/** A count that its measure accepts contradicts nothing, and finding its bounds would take long. */
function isPlainCount(item: Eval, result: Result): boolean {
  const { clusters, pairs, within, count } = result;
  const plain = clusters === undefined && pairs === undefined && within === undefined;
  return plain && count !== undefined && MEASURES[item.measure].bounded(result);
}

/** Whether a result contradicts its eval does not depend on the confidence. */
const USUAL = 0.95;

function namedBeforehand(item: Eval): readonly string[] {
  return (item.arms ?? []).filter(({ baseline }) => !baseline).map(({ name }) => name);
}

/**
 * What was measured on the picked arm. Results that name no arm may be of any, so they stand in where none is of the
 * picked one; what was measured on another arm says nothing of this one.
 */
function ofArm(results: readonly LoggedResult[], arm: string): readonly LoggedResult[] {
  const own = results.filter(({ result }) => result.arm === arm);
  return own.length > 0 ? own : results.filter(({ result }) => result.arm === "");
}

/** Why an eval has no result to judge, although something was logged for it. */
function whyNothing(
  arm: string | undefined,
  own: readonly LoggedResult[],
  comparable: readonly LoggedResult[],
  all: readonly LoggedResult[],
): { readonly why?: EvalReason } {
  if (own.length > 0 || all.length === 0) return {};
  if (comparable.length === 0) return { why: { code: "limit-amended" } };
  const latest = new Map(comparable.map(({ result }) => [result.arm, resultText(result)]));
  const others = [...latest].map(([other, found]) => ({ arm: other, found }));
  return { why: { code: "measured-on-other-arm", arm: arm ?? "", others } };
}

/** `22/200`, `1.8 s`: the figure as it was logged. */
function resultText({ count, pairs, value, ...result }: Result): string {
  if (count !== undefined) return countText(count);
  if (value !== undefined) return measuredText(value, result);
  return pairs === undefined
    ? ""
    : countText({
        x: pairs.both + pairs.candidate,
        n: pairs.both + pairs.baseline + pairs.candidate + pairs.neither,
      });
}

/**
 * Labels had been seen when they were withdrawn. Without others in their place the judge's own count meets nothing: to
 * take back what people said would otherwise turn a figure that they corrected into "met".
 */
function unlessUnlabelled(standing: EvalStanding, gone: LoggedLabels | undefined): EvalStanding {
  if (gone === undefined || standing.verdict !== "met") return standing;
  return { ...standing, verdict: "unsettled", leaning: "met", why: { code: "labels-withdrawn", entry: gone.entry.id } };
}

/** Nothing is judged by a definition that cannot be read in full: what it says may be the opposite. */
function unlessUnread(standing: EvalStanding, ofCharter: readonly string[] = []): EvalStanding {
  const fields = [...ofCharter, ...new Set((standing.eval.unread ?? []).map(([key]) => String(key)))];
  if (fields.length === 0 || standing.judged === undefined) return standing;
  return { ...standing, verdict: "invalid", leaning: undefined, why: { code: "definition-unread", fields } };
}

/** Ordered by when they were seen: a back-dated run does not become the earlier one. */
function resultsOf(item: Eval, counted: readonly Entry[], seenMs: SeenMs): readonly LoggedResult[] {
  const logged: LoggedResult[] = [];
  const measure = MEASURES[item.measure];
  for (const entry of saying(counted, "results"))
    for (const [index, result] of entry.results.entries())
      if (result.eval === item.id) logged.push({ entry, index, result: measure.counted(item, result) });
  const isDatedBack = logged.some(({ entry }) => seenMs(entry) > entry.at.epochMs);
  return isDatedBack ? logged.sort((a, b) => seenMs(a.entry) - seenMs(b.entry)) : logged;
}

/** Naming a single arm is a choice too: another variant's results say nothing about it. */
function namesArms(results: readonly LoggedResult[]): boolean {
  return results.some(({ result }) => result.arm !== "");
}

/**
 * A count of runs within a limit says nothing about another limit, so what was counted before the limit was amended is
 * left out.
 */
function comparableResults(
  item: Eval,
  results: readonly LoggedResult[],
  amendments: readonly Amended[],
  seenMs: SeenMs,
): readonly LoggedResult[] {
  if (!MEASURES[item.measure].countsWithinLimit) return results;
  const moved = amendments.findLast(({ amendment }) =>
    amendment.changes.some((change) => change.term === `evals.${item.id}.target`),
  );
  return moved === undefined ? results : results.filter(({ entry }) => seenMs(entry) > moved.entry.at.epochMs);
}
