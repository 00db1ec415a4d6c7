import type { Amendment, Entry } from "../records/entry.ts";
import { evalStanding, type EvalStanding } from "./eval-standing.ts";
import type { Look } from "./looks.ts";
import { MEASURES } from "./measures/measures.ts";
import { judgedResult, type LoggedResult } from "./judged-result.ts";
import type { Eval } from "../records/eval.ts";

/** An amendment with the entry that holds it. */
interface Amended {
  readonly entry: Entry;
  readonly amendment: Amendment;
}

/**
 * Every eval, judged on one and the same system: where the primary eval was measured on several arms, the arm it picks
 * is the one that the others are judged on too, as far as they were measured on it. Otherwise the memo would praise the
 * accuracy of one variant, the speed of another and the price of a third.
 */
export function evalStandings(
  items: readonly Eval[],
  counted: readonly Entry[],
  amendments: readonly Amended[],
  look: Look,
): readonly EvalStanding[] {
  const logged = items.map((item) => {
    const all = resultsOf(item, counted);
    return { item, all, comparable: comparableResults(item, all, amendments) };
  });
  const chooser = logged.find(({ item, comparable }) => item.primary && armsOf(comparable).size > 1);
  const arm = chooser && judgedResult(chooser.item, chooser.comparable)?.result.result.arm;
  return logged.map(({ item, all, comparable }) => {
    const own =
      arm === undefined || item === chooser?.item ? [] : comparable.filter(({ result }) => result.arm === arm);
    const standing = evalStanding(item, own.length > 0 ? own : comparable, look);
    const armPickedBy = own.length > 0 && own.length < comparable.length ? chooser?.item.id : undefined;
    const outdated = comparable.length === 0 && all.length > 0 ? { why: { code: "limit-amended" as const } } : {};
    return unlessUnread({ ...standing, ...outdated, armPickedBy, results: all }, look.unread);
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
    entry.results.map((result, index) => ({ entry, index, result })).filter(({ result }) => result.eval === item.id),
  );
}

function armsOf(results: readonly LoggedResult[]): ReadonlySet<string> {
  return new Set(results.map(({ result }) => result.arm));
}

/**
 * A count of runs within a limit says nothing of another limit: what was counted before the limit was amended is left
 * out.
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
