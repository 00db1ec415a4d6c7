import type { Standing } from "../../domain/standing/standing.ts";
import { numberLabel } from "../../domain/scalars/labels.ts";
import { CITED_INLINE } from "../text/markdown-text.ts";
import { citedEntries } from "./cited-log.ts";
import type { LogDay } from "./log-section.ts";
import type { SourceRow } from "./source-section.ts";

/** A longer log is not part of the memo: nobody reads it there, and the page would have megabytes. */
export const MOST_LISTED = 10_000;
/** The most sources of a figure that the memo of a long log names. */
const MOST_SOURCES = 100;

export interface LongLog {
  readonly log: readonly LogDay[];
  /** How many entries are left out; "" where all are there. */
  readonly logRest: string;
  readonly sources: readonly SourceRow[];
}

/**
 * What a memo of a long log has in the place of the log: the entries that its text cites, with the corrections of them,
 * and the number of the others.
 *
 * @param view all else that the memo says; `entries` are the ids that a statement rests on, as in every view
 */
export function longLog(standing: Standing, view: object, sources: readonly SourceRow[]): LongLog {
  const named = sources.map((row): SourceRow => {
    const more = row.entries.length - MOST_SOURCES;
    return more <= 0
      ? row
      : { ...row, entries: row.entries.slice(0, MOST_SOURCES), more: `and ${numberLabel(more)} more` };
  });
  const ids = new Set<string>(named.flatMap(({ entries }) => entries));
  eachCited(view, (id) => ids.add(id));
  const log = citedEntries(standing, ids);
  const listed = log.reduce((sum, { entries }) => sum + entries.length, 0);
  const rest = standing.log.entries.length - listed;
  return {
    log,
    sources: named,
    logRest: `${numberLabel(rest)} more entries are counted above and not listed here; poc show lists them.`,
  };
}

/** Ids as the text shows them: only the first few, if a figure has many. */
function eachCited(value: unknown, tell: (id: string) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key !== "entries" || !isIds(inner)) eachCited(inner, tell);
    else for (const id of inner.length > CITED_INLINE ? inner.slice(0, CITED_INLINE) : inner) tell(id);
  }
}

function isIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === "string");
}
