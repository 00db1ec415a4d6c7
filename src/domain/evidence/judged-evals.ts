import type { Amendment, Entry } from "../records/entry.ts";
import { evalStanding, type EvalStanding } from "./eval-standing.ts";
import type { Look } from "./looks.ts";
import { labelsOf, withLabels } from "./judges/result-labels.ts";
import { MEASURES } from "./measures/measures.ts";
import { judgedResult, type LoggedResult } from "./judged-result.ts";
import type { EvalReason } from "./eval-reason.ts";
import { measuredText } from "./measured-text.ts";
import type { Result } from "../records/entry.ts";
import { countText } from "../scalars/count.ts";
import { isBaselineArm, type Eval } from "../records/eval.ts";

/** An amendment with the entry that holds it. */
interface Amended {
  readonly entry: Entry;
  readonly amendment: Amendment;
}

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
  const logged = items.map((item) => {
    const labels = labelsOf(item, counted);
    const plain = resultsOf(item, counted);
    const logged = labels.length === 0 ? plain : plain.map((one) => withLabels(one, labels));
    const today = logged.filter(({ result }) => isBaselineArm(item, result.arm));
    const all = today.length === 0 ? logged : logged.filter((one) => !today.includes(one));
    return { item, all, today, comparable: comparableResults(item, all, amendments) };
  });
  const chooser = logged.find(({ item, comparable }) => item.primary && namesArms(comparable));
  const arm = chooser && judgedResult(chooser.item, chooser.comparable)?.result.result.arm;
  return logged.map(({ item, all, today, comparable }) => {
    const guest = arm !== undefined && item !== chooser?.item;
    const own = guest ? ofArm(comparable, arm) : comparable;
    const standing = evalStanding(item, own, look);
    const armPickedBy = guest && own.length > 0 && own.length < comparable.length ? chooser?.item.id : undefined;
    return unlessUnread(
      { ...standing, ...whyNothing(arm, own, comparable, all), armPickedBy, results: all, today },
      look.unread,
    );
  });
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

/** Nothing is judged by a definition that cannot be read in full: what it says may be the opposite. */
function unlessUnread(standing: EvalStanding, ofCharter: readonly string[] = []): EvalStanding {
  const fields = [...ofCharter, ...new Set((standing.eval.unread ?? []).map(([key]) => String(key)))];
  if (fields.length === 0 || standing.judged === undefined) return standing;
  return { ...standing, verdict: "invalid", leaning: undefined, why: { code: "definition-unread", fields } };
}

function resultsOf(item: Eval, counted: readonly Entry[]): readonly LoggedResult[] {
  return counted.flatMap((entry) =>
    entry.results
      .map((result, index) => ({ entry, index, result }))
      .filter(({ result }) => result.eval === item.id)
      .map((logged) => ({ ...logged, result: MEASURES[item.measure].counted(item, logged.result) })),
  );
}

/** One named arm is a choice too: what another variant showed says nothing about it. */
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
): readonly LoggedResult[] {
  if (!MEASURES[item.measure].countsWithinLimit) return results;
  const moved = amendments.findLast(({ amendment }) =>
    amendment.changes.some((change) => change.term === `evals.${item.id}.target`),
  );
  return moved === undefined ? results : results.filter(({ entry }) => entry.at.epochMs > moved.entry.at.epochMs);
}
