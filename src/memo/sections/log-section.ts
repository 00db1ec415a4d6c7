import { longDateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { clockLabel } from "../../domain/scalars/instant.ts";
import type { SpendStanding } from "../../domain/spend/spend.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { entryFacts, factSentence } from "../../wording/entry-facts.ts";
import { namedAs, writtenLater } from "../../wording/people.ts";

/** One entry of the log. */
export interface LogRow {
  readonly id: string;
  /** `16:20`, in the offset in which it was written. */
  readonly time: string;
  /** `Ana Ruiz`; of an entry about an earlier day `Ana Ruiz, logged Wed 9 Dec`. */
  readonly by: string;
  readonly note: string;
  /** What else the entry holds: `wrong-rate 22/200 on reranker-k8`. */
  readonly facts: readonly string[];
  /** Amounts that another entry replaced, with the id of that entry: they no longer count. */
  readonly replaced: readonly { readonly text: string; readonly by: readonly string[] }[];
  readonly withdrawn: boolean;
  /** Why it was withdrawn; "" where it was not, or no reason was given. */
  readonly withdrawnWhy: string;
  /** The correction that withdrew it. */
  readonly withdrawnBy: readonly string[];
}

/** What was logged on one day. */
export interface LogDay {
  readonly date: string;
  readonly entries: readonly LogRow[];
}

/** The log by day, oldest first, with what was withdrawn: all of it, or the entries of these ids. */
export function logSection({ log, definitions, spend }: Standing, only?: ReadonlySet<string>): readonly LogDay[] {
  const hours = definitions.charter?.showHoursBy ?? "team";
  const days = new Map<CivilDate, LogRow[]>();
  for (const entry of log.entries) {
    if (only?.has(entry.id) === false) continue;
    const rows = days.get(entry.date) ?? [];
    days.set(entry.date, rows);
    rows.push(logRow(entry, log.withdrawn.get(entry.id), spend.replaced, hours));
  }
  return [...days].map(([date, entries]) => ({ date: longDateLabel(date), entries }));
}

function logRow(
  entry: Entry,
  undo: Entry | undefined,
  replaced: SpendStanding["replaced"],
  hours: "team" | "person",
): LogRow {
  const facts = entryFacts(entry, { replaced, hours });
  return {
    id: entry.id,
    time: clockLabel(entry.at),
    by: namedAs(entry.by, entry) + writtenLater(entry),
    note: entry.note ?? "",
    facts: facts.filter(({ replacedBy }) => replacedBy === undefined).map(factSentence),
    replaced: facts.flatMap((fact) =>
      fact.replacedBy === undefined ? [] : [{ text: factSentence(fact), by: [fact.replacedBy] }],
    ),
    withdrawn: undo !== undefined,
    withdrawnWhy: undo?.undo?.reason ?? "",
    withdrawnBy: undo === undefined ? [] : [undo.id],
  };
}
