import type { Entry } from "../records/entry.ts";
import type { EffectiveLog } from "../records/log.ts";
import { seenIn } from "./knowledge.ts";

/** A run that is dated before another run of the same eval, which had been seen when it was logged. */
export interface DatedBackRun {
  readonly entry: Entry;
  readonly eval: string;
  /** The latest of the runs that had been seen; it may be withdrawn since. */
  readonly seen: Entry;
}

export function datedBackRuns({
  counted,
  entries,
}: Pick<EffectiveLog, "counted" | "entries">): readonly DatedBackRun[] {
  const seenMs = seenIn(entries);
  const dated = counted.filter((entry) => entry.results.length > 0 && seenMs(entry) > entry.at.epochMs);
  return dated.flatMap((entry) =>
    [...new Set(entry.results.map((result) => result.eval))].flatMap((id): readonly DatedBackRun[] => {
      const seen = entries.findLast(
        (one) =>
          one.at.epochMs > entry.at.epochMs &&
          seenMs(one) < seenMs(entry) &&
          one.results.some((result) => result.eval === id),
      );
      return seen === undefined ? [] : [{ entry, eval: id, seen }];
    }),
  );
}
