import type { Amendment, Entry, TermChange } from "../records/entry.ts";
import { termSubject } from "../records/terms.ts";
import type { TermValues } from "../records/term-values.ts";
import { parseCondition } from "../scalars/condition.ts";
import { knowledgeIn } from "../records/seen.ts";
import { SeenResults } from "./seen-results.ts";
import { saying } from "../records/log.ts";

/** An amendment as the log bears it out, which is not always what its entry says of itself. */
export interface LoggedAmendment {
  readonly entry: Entry;
  /** With the number of results seen: the larger of what the entry says and what the log shows. */
  readonly amendment: Amendment;
  /** Whether it makes the timebox longer. */
  readonly extends: boolean;
  /** Where the log contradicts the entry. */
  readonly contradictions: readonly Contradiction[];
}

/** A statement of an amendment about itself that the log contradicts. */
export type Contradiction =
  /** More results had been logged by then than it says; withdrawn ones and those of other branches count. */
  | { readonly code: "more-seen"; readonly term: string; readonly said: number; readonly logged: number }
  /**
   * It changes a term from another text than was agreed until then. `by`: the entry that agreed on it, where that is
   * an earlier amendment. `settled`: both came to the same, or a later amendment was made from what is agreed.
   */
  | {
      readonly code: "other-from";
      readonly term: string;
      readonly from: string | undefined;
      readonly agreed: string | undefined;
      readonly to: string | undefined;
      readonly by: Entry | undefined;
      readonly settled: boolean;
    };

/**
 * The amendments that count, oldest first, each held against the log as it is now. What had been seen is computed from
 * the times of all entries, withdrawn ones among them: what was withdrawn had been seen, and may come back.
 *
 * @param counted entries that count, oldest first
 * @param entries all of them, withdrawn ones too
 */
export function loggedAmendments(
  start: TermValues | undefined,
  counted: readonly Entry[],
  entries: readonly Entry[],
): readonly LoggedAmendment[] {
  const amending = saying(counted, "amend");
  if (amending.length === 0) return [];
  const seen = new SeenResults(entries);
  const knownUntil = knowledgeIn(entries);
  const terms = new Map(start);
  const agreedBy = new Map<string, Entry>();
  const amended = amending.flatMap((entry): readonly LoggedAmendment[] => {
    const until = knownUntil(entry);
    const contradictions: Contradiction[] = [];
    const changes = entry.amend.changes.map((change): TermChange => {
      const { term, from, to, resultsSeen: said } = change;
      const logged = resultsSeen(change, terms, seen, until);
      if (logged > said) contradictions.push({ code: "more-seen", term, said, logged });
      const [agreed, by] = [terms.get(term), agreedBy.get(term)];
      if (start !== undefined && from !== agreed)
        contradictions.push({ code: "other-from", term, from, agreed, to, by, settled: to === agreed });
      if (to === undefined) terms.delete(term);
      else terms.set(term, to);
      agreedBy.set(term, entry);
      return logged > said ? { ...change, resultsSeen: logged } : change;
    });
    const amendment = { ...entry.amend, changes };
    return [{ entry, amendment, extends: extendsTimebox(amendment), contradictions }];
  });
  const next = new Map<string, LoggedAmendment>();
  return amended
    .toReversed()
    .map((one) => {
      const contradictions = settledBy(one, next);
      for (const { term } of one.amendment.changes) next.set(term, one);
      return { ...one, contradictions };
    })
    .toReversed();
}

/**
 * A later change of the term that started from the agreed text knew both changes, and so settles which of them holds.
 *
 * @param later the next amendment of each term
 */
function settledBy(
  { contradictions }: LoggedAmendment,
  later: ReadonlyMap<string, LoggedAmendment>,
): readonly Contradiction[] {
  return contradictions.map((one) => {
    if (one.code !== "other-from" || one.settled) return one;
    const next = later.get(one.term);
    const contradicted = next?.contradictions.some((other) => other.code === "other-from" && other.term === one.term);
    return { ...one, settled: next !== undefined && contradicted === false };
  });
}

/**
 * How many results for the criterion of a term had been logged until a moment; for terms of the whole PoC, how many of
 * any. Withdrawn ones count: they had been seen.
 *
 * @param terms those in force before the change
 */
export function resultsSeen(
  { term, from, to }: Pick<TermChange, "term" | "from" | "to">,
  terms: TermValues,
  seen: SeenResults,
  untilMs: number,
): number {
  const subject = termSubject(term);
  if (subject === undefined) return seen.results(untilMs);
  if (subject.family === "evals") return seen.resultsOf([subject.id], untilMs);
  const states = term.endsWith(".when") ? [from, to] : [terms.get(`kill-criteria.${subject.id}.when`)];
  const metrics = states.flatMap((state) => {
    const condition = state === undefined ? undefined : parseCondition(state);
    return condition?.ok ? [condition.value.metric] : [];
  });
  return metrics.length > 0 ? seen.resultsOf(metrics, untilMs) : seen.answersTo(subject.id, untilMs);
}

function extendsTimebox(amendment: Amendment): boolean {
  return amendment.changes.some(
    (change) => change.term === "timebox.working_days" && Number(change.to) > Number(change.from),
  );
}
