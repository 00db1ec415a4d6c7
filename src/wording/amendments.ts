import type { Contradiction } from "../domain/history/amendments.ts";
import { dateLabel } from "../domain/scalars/calendar.ts";
import { countLabel } from "../domain/scalars/labels.ts";
import { termLabel, termTextLabel } from "../domain/records/terms.ts";

/** What the log shows otherwise than an amendment says, as a sentence without its full stop. */
export function contradictionClause(one: Contradiction): string {
  const term = `the ${termLabel(one.term)}`;
  switch (one.code) {
    case "more-seen":
      return (
        `the amendment of ${term} says that ${one.said === 0 ? "no result" : countLabel(one.said, "result")} had ` +
        `been seen; according to the times of the entries it was ${countLabel(one.logged, "result")}, including ` +
        `withdrawn ones`
      );
    case "other-from": {
      const [from, agreed, to] = [one.from, one.agreed, one.to].map((text) => termTextLabel(text ?? "nothing"));
      const since = one.by === undefined ? "at the start" : `on ${dateLabel(one.by.date)} (${one.by.id})`;
      return `the amendment changes ${term} from ${from} to ${to}, but ${agreed} had been agreed ${since}`;
    }
  }
}
