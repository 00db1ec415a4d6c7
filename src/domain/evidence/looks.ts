import type { CivilDate } from "../scalars/calendar.ts";
import { SEEN_AS_DATED, type SeenMs } from "../records/seen.ts";
import type { Entry } from "../records/entry.ts";
import type { LoggedResult } from "./judged-result.ts";
import type { Withdrawn } from "./account/withdrawn-runs.ts";

/** How the results of an eval are looked at: by which rules, and at what time. */
export interface Look {
  /** One-sided confidence of the charter. */
  readonly confidence: number;
  /** Whether the last day has come or a person has decided: then the existing results are judged. */
  readonly last: boolean;
  /** The last day. */
  readonly end?: CivilDate | undefined;
  /**
   * Where something was decided: a decision that ended the work, a gate that was passed. Runs after it are for the next
   * decision, which has an account of its own. Oldest first.
   */
  readonly closings?: readonly Entry[];
  /** Entries that were withdrawn: their results had been seen. */
  readonly withdrawn?: readonly Withdrawn[];
  /** When entries were seen, if that differs from their dates. */
  readonly seenMs?: SeenMs;
  /** Fields of the charter that every verdict depends on and that cannot be read: `confidence`. */
  readonly unread?: readonly string[];
}

/** The runs for the question that `judged` answers: those before a decision are over. */
export function sinceDecided(
  results: readonly LoggedResult[],
  judged: LoggedResult,
  { closings = [], seenMs = SEEN_AS_DATED }: Look,
): readonly LoggedResult[] {
  const from = closings.findLast(({ at }) => at.epochMs < seenMs(judged.entry))?.at.epochMs;
  return from === undefined ? results : results.filter(({ entry }) => seenMs(entry) > from);
}
