import { datedBackRuns } from "../../domain/history/dated-back.ts";
import { withdrawnActs } from "../../domain/history/withdrawn-acts.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { contradictionClause } from "../../wording/amendments.ts";
import { withdrawnActClause } from "../../wording/disputes.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { conductNote, quoted, type ConductNote } from "./conduct-note.ts";

/** What a reader has to know of the log itself: which entries claim what the log shows otherwise. */
export function historyNotes({ log, amendments, evals }: Standing): readonly ConductNote[] {
  const set = log.counted.filter(({ now }) => now !== undefined);
  const metricOf = (id: string) => quoted(evals.find((item) => item.eval.id === id)?.eval.metric, id);
  return [
    ...amendments.flatMap(({ entry, contradictions }) =>
      contradictions.map((one) =>
        conductNote(`${upperFirst(contradictionClause(one))}.`, [
          entry,
          ...(one.code === "other-from" && one.by !== undefined ? [one.by] : []),
        ]),
      ),
    ),
    ...withdrawnActs(log).map((act) =>
      conductNote(`${upperFirst(withdrawnActClause(act))}.`, [act.entry, act.correction]),
    ),
    ...datedBackRuns(log).map(({ entry, eval: id, seen }) =>
      conductNote(
        `A result for ${metricOf(id)} is dated ${longDateLabel(entry.date)}, but was logged after the result of ` +
          `${longDateLabel(seen.date)} had been seen; it counts as the later run.`,
        [entry, seen],
      ),
    ),
    ...(set.length === 0
      ? []
      : [
          conductNote(
            `The time of ${countLabel(set.length, "entry", "entries")} was set by hand (with POC_NOW, which is for ` +
              `tests) and does not come from a clock.`,
            set,
          ),
        ]),
  ];
}
