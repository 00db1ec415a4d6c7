import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Money } from "../../domain/scalars/money.ts";
import type { KillStanding } from "../../domain/standing/kill-standing.ts";
import type { RecommendationOutcome } from "../../domain/standing/outcome.ts";
import type { Standing } from "../../domain/standing/standing.ts";

/** A value that has changed; undefined on the side that has none. */
export interface Turn<T> {
  readonly before: T | undefined;
  readonly now: T | undefined;
}

/** What one state of the records has and the other lacks: a branch compared with its base. */
export interface StandingChanges {
  /** Entries that are new, oldest first. */
  readonly added: readonly Entry[];
  /** Entries that were there and are not any more, which nothing should do: entries are only added. */
  readonly missing: readonly Entry[];
  readonly outcome: Turn<RecommendationOutcome> | undefined;
  /** Evals with another verdict. */
  readonly evals: readonly Turn<EvalStanding>[];
  /** Kill criteria with another verdict. */
  readonly kill: readonly Turn<KillStanding>[];
  /** Both in one currency; undefined if they are equal or cannot be compared. */
  readonly spend: { readonly before: Money; readonly now: Money } | undefined;
}

/** Both standings are as of one instant, so that nothing differs but the records. */
export function standingChanges(before: Standing, now: Standing): StandingChanges {
  const [then, today] = [entriesById(before), entriesById(now)];
  const added = [...today.values()].filter(({ id }) => !then.has(id));
  return {
    added,
    missing: [...then.values()].filter(({ id }) => !today.has(id)),
    outcome:
      before.recommendation.outcome === now.recommendation.outcome
        ? undefined
        : { before: before.recommendation.outcome, now: now.recommendation.outcome },
    evals: turned(before.evals, now.evals, (item) => item.eval.id),
    kill: turned(before.kill, now.kill, (item) => item.criterion.id),
    spend:
      before.spend.currency !== now.spend.currency || before.spend.total.minor === now.spend.total.minor
        ? undefined
        : { before: before.spend.total, now: now.spend.total },
  };
}

function entriesById({ log }: Standing): ReadonlyMap<string, Entry> {
  return new Map([...log.entries, ...log.later].map((entry) => [entry.id, entry]));
}

function turned<T extends { readonly verdict: string }>(
  before: readonly T[],
  now: readonly T[],
  idOf: (item: T) => string,
): readonly Turn<T>[] {
  const ids = [...new Set([...before, ...now].map(idOf))];
  return ids
    .map((id) => ({ before: before.find((one) => idOf(one) === id), now: now.find((one) => idOf(one) === id) }))
    .filter((turn) => turn.before?.verdict !== turn.now?.verdict);
}
