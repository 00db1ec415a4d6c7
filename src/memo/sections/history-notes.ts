import { datedBackRuns } from "../../domain/history/dated-back.ts";
import { labelledCases } from "../../domain/evidence/judges/empty-labels.ts";
import { relabellings } from "../../domain/evidence/judges/relabelled.ts";
import { withdrawnLabelsIn } from "../../domain/evidence/judges/result-labels.ts";
import { withdrawnActs } from "../../domain/history/withdrawn-acts.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { contradictionClause } from "../../wording/amendments.ts";
import { withdrawnActClause } from "../../wording/disputes.ts";
import { relabelledClause, relabelledOutcome } from "../../wording/evidence/relabelled.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { conductNote, quoted, type CodedNote } from "./conduct-note.ts";

/** Problems of the log itself: entries that the log contradicts. */
export function historyNotes({ log, amendments, evals }: Standing): readonly CodedNote[] {
  const set = log.counted.filter(({ now }) => now !== undefined);
  const metricOf = (id: string) => quoted(evals.find((item) => item.eval.id === id)?.eval.metric, id);
  return [
    ...amendments.flatMap(({ entry, contradictions }) =>
      contradictions.map((one) =>
        conductNote("amendment-contradicted", `${upperFirst(contradictionClause(one))}.`, [
          entry,
          ...(one.code === "other-from" && one.by !== undefined ? [one.by] : []),
        ]),
      ),
    ),
    ...withdrawnActs(log).map((act) =>
      conductNote("act-withdrawn", `${upperFirst(withdrawnActClause(act))}.`, [act.entry, act.correction]),
    ),
    ...datedBackRuns(log).map(({ entry, eval: id, seen }) =>
      conductNote(
        "run-dated-back",
        `A result for ${metricOf(id)} is dated ${longDateLabel(entry.date)}, but was logged after the result of ` +
          `${longDateLabel(seen.date)} had been seen; it counts as the later run.`,
        [entry, seen],
      ),
    ),
    ...relabelledNotes({ log, evals }),
    ...withdrawnLabelNotes({ log, evals }),
    ...(set.length === 0
      ? []
      : [
          conductNote(
            "time-by-hand",
            `The time of ${countLabel(set.length, "entry", "entries")} was set by hand (with POC_NOW, which is for ` +
              `tests) and does not come from a clock.`,
            set,
          ),
        ]),
  ];
}

/**
 * Labels that were seen and taken back. A sheet that was logged again does not count, nor does a later import of it.
 * One that came again with other labels has a note of its own.
 */
function withdrawnLabelNotes({ log, evals }: Pick<Standing, "log" | "evals">): readonly CodedNote[] {
  if (log.withdrawn.size === 0) return [];
  return evals.flatMap(({ eval: item }) => {
    const told = new Set(relabellings(item, log).flatMap(({ before, after }) => [before.entry, after.entry]));
    return withdrawnLabelsIn(item, log).flatMap(({ entry, labelling }) => {
      if (told.has(entry)) return [];
      const by = log.withdrawn.get(entry.id);
      const { both, neither } = labelling.said;
      const reason = by?.undo?.reason;
      return conductNote(
        "labels-withdrawn",
        `A sheet of labels for ${quoted(item.metric, item.id)} was withdrawn` +
          `${reason === undefined ? "" : ` because "${reason}"`}: ${countLabel(labelledCases(labelling), "case")}, ` +
          `${both + neither} as the judge said. It had been seen, so it shares the chance of an error.`,
        [entry, ...(by === undefined ? [] : [by])],
      );
    });
  });
}

/** Sheets that came again with other labels. */
function relabelledNotes({ log, evals }: Pick<Standing, "log" | "evals">): readonly CodedNote[] {
  return evals.flatMap(({ eval: item }) =>
    relabellings(item, log).map((one) =>
      conductNote(
        "labels-changed",
        `${relabelledClause(quoted(item.metric, item.id), one)}; ${relabelledOutcome(one)}.`,
        [one.after.entry, one.before.entry, ...(one.before.withdrawnBy === undefined ? [] : [one.before.withdrawnBy])],
      ),
    ),
  );
}
