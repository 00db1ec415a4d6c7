import { isBuiltInMetric } from "../scalars/condition.ts";
import { costTerm } from "../records/terms/cost-terms.ts";
import { MEASURES } from "../evidence/measures/measures.ts";
import type { Entry, TermChange } from "../records/entry.ts";
import type { Records } from "../records/records.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { judgementOf, type Judgement } from "./judgement.ts";
import type { KillStanding } from "./kill-standing.ts";
import { VerdictHistory, type Moment } from "./verdict-history.ts";

/** Verdicts on the terms that were agreed at the start, of evals and kill criteria whose terms were moved since. */
export interface OnFirstTerms {
  readonly evals: readonly EvalStanding[];
  readonly kill: readonly KillStanding[];
}

/**
 * The same evidence on the terms as they were agreed first. Only the timebox is the present one: to give more time
 * moves no target. What was removed since is among them; what was added since is not. Everything is judged twice for
 * it, so that is done only where such a term was amended.
 */
export function onFirstTerms(records: Records, judgement: Judgement, asOf: Moment): OnFirstTerms {
  const moved = judgement.amendments.flatMap(({ amendment }) => amendment.changes.map(({ term }) => term));
  if (!moved.some((term) => !isOfTimebox(term))) return { evals: [], kill: [] };
  const first: Records = {
    ...records,
    log: records.log.map((entry) => asAgreedFirst(entry, judgement)),
  };
  const then = judgementOf(first, asOf);
  const { terms } = judgement;
  const isMoved = (family: string, id: string) => {
    const names = [...new Set([...(terms?.keys() ?? []), ...(then.terms?.keys() ?? [])])];
    return names.some(
      (name) => name.startsWith(`${family}.${id}.`) && !WORDS.test(name) && terms?.get(name) !== then.terms?.get(name),
    );
  };
  const sure = terms?.get("confidence") !== then.terms?.get("confidence");
  const capped = terms?.get("spend_cap") !== then.terms?.get("spend_cap");
  const priced = [...new Set([...(terms?.keys() ?? []), ...(then.terms?.keys() ?? [])])].some(
    (name) => costTerm(name) !== undefined && terms?.get(name) !== then.terms?.get(name),
  );
  return {
    evals: then.evals.filter(({ eval: { id } }) => sure || isMoved("evals", id)),
    kill: new VerdictHistory(first, then, asOf)
      .killNow()
      .filter(
        ({ criterion: { id, when } }) =>
          isMoved("kill-criteria", id) ||
          (capped && when?.metric === "spend.share") ||
          (priced && when !== undefined && isMoneyMetric(when.metric)) ||
          (when !== undefined && (sure || isMoved("evals", when.metric))),
      ),
  };
}

/**
 * An entry without what it moved. A count of runs within a limit says nothing about another limit: runs counted
 * after the limit was moved were not counted within the first one.
 */
function asAgreedFirst(entry: Entry, { amendments, definitions }: Judgement): Entry {
  if (entry.amend !== undefined)
    return {
      ...entry,
      amend: { ...entry.amend, changes: entry.amend.changes.filter(({ term }) => isOfTimebox(term)) },
    };
  if (entry.results.length === 0) return entry;
  const before = amendments.filter((amended) => amended.entry.at.epochMs <= entry.at.epochMs);
  const moved = new Set(before.flatMap(({ amendment }) => amendment.changes.map(({ term }) => term)));
  const unlike = definitions.evals.filter(
    ({ id, measure }) => MEASURES[measure].countsWithinLimit && moved.has(`evals.${id}.target`),
  );
  return { ...entry, results: entry.results.filter((result) => !unlike.some(({ id }) => id === result.eval)) };
}

/** The changes of a subject's terms, such as `evals.wrong-rate`, oldest first. */
export function changesOf(subject: string, amendments: Judgement["amendments"]): readonly TermChange[] {
  return amendments.flatMap(({ amendment }) => amendment.changes.filter(({ term }) => term.startsWith(`${subject}.`)));
}

/** Whether a figure is made of what hours cost and what currencies are worth. */
export function isMoneyMetric(metric: string): boolean {
  return isBuiltInMetric(metric) && metric !== "hours.total";
}

function isOfTimebox(term: string): boolean {
  return term.startsWith("timebox.");
}

/** Terms that no verdict depends on. */
const WORDS = /\.(?:statement|metric|items_source|judge)$/;
