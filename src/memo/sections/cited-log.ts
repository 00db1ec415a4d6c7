import type { Standing } from "../../domain/standing/standing.ts";
import { logSection, type LogDay } from "./log-section.ts";

/** A statement with the ids of the entries that it rests on. */
export interface Cited {
  readonly entries: readonly string[];
}

/** The entries of the log that a document cites, and corrections of them: the appendix of a short document. */
export function citedLog(standing: Standing, statements: readonly Cited[]): readonly LogDay[] {
  return citedEntries(standing, new Set(statements.flatMap(({ entries }) => entries)));
}

/** The same by ids. */
export function citedEntries(standing: Standing, ids: ReadonlySet<string>): readonly LogDay[] {
  const cited = new Set(ids);
  // A correction may itself have been taken back: what is added here is gone through as well.
  for (const id of cited) {
    const correction = standing.log.withdrawn.get(id);
    if (correction !== undefined) cited.add(correction.id);
  }
  return logSection(standing, cited);
}
