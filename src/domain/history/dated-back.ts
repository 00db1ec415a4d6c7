import type { Entry } from "../records/entry.ts";
import type { EffectiveLog } from "../records/log.ts";
import { bySeen } from "./knowledge.ts";
import { seenIn } from "../records/seen.ts";
import { saying } from "../records/log.ts";

/** A run that is dated before another run of the same eval, which had been seen when it was logged. */
export interface DatedBackRun {
  readonly entry: Entry;
  readonly eval: string;
  /** The latest of the runs that had been seen; it may be withdrawn since. */
  readonly seen: Entry;
}

/** In the order in which they were logged. */
export function datedBackRuns({
  counted,
  entries,
}: Pick<EffectiveLog, "counted" | "entries">): readonly DatedBackRun[] {
  const seenMs = seenIn(entries);
  const counts = new Set(counted);
  const runs = saying(entries, "results").toSorted(bySeen(seenMs));
  const latest = new Map<string, Entry>();
  return runs.flatMap((entry) =>
    [...new Set(entry.results.map((result) => result.eval))].flatMap((id): readonly DatedBackRun[] => {
      const seen = latest.get(id);
      if (seen === undefined || seen.at.epochMs <= entry.at.epochMs) {
        latest.set(id, entry);
        return [];
      }
      return counts.has(entry) ? [{ entry, eval: id, seen }] : [];
    }),
  );
}
