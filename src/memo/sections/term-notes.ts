import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { workingDaysBetween } from "../../domain/records/timebox.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { knownUntil } from "../../domain/history/knowledge.ts";
import { isHash } from "../../domain/records/term-table.ts";
import { termLabel, termSubject } from "../../domain/records/terms.ts";
import { conductNote as note, quoted, type ConductNote } from "./conduct-note.ts";
import { changeClause } from "../../wording/evidence/term-change.ts";
import { seenLabel } from "./terms-section.ts";

export function termNotes({ started, definitions, log }: Standing): ConductNote[] {
  if (started === undefined)
    return log.counted.length === 0
      ? []
      : [note("The terms were never frozen, so nothing here was agreed beforehand.")];
  const notes: ConductNote[] = [];
  const timebox = definitions.charter?.timebox;
  if (timebox !== undefined && started.date > timebox.start) {
    const late = workingDaysBetween(timebox, timebox.start, started.date);
    notes.push(
      note(
        `The terms were frozen on ${longDateLabel(started.date)}, ${countLabel(late, "working day")} after the ` +
          `timebox had begun.`,
        [started],
      ),
    );
  }
  const begin = started.at.epochMs;
  const known = knownUntil(started, log.entries);
  // The author of a back-dated start knew everything that was in the log by then.
  const wasKnown = ({ at: { epochMs } }: Entry) => epochMs < begin || (known > begin && epochMs <= known);
  const early = log.counted.filter((entry) => entry.results.length > 0 && wasKnown(entry));
  if (early.length > 0)
    notes.push(
      note(`${countLabel(resultsOf(early), "result was", "results were")} logged before the terms were frozen.`, early),
    );
  const paths = [...started.start!.terms].filter(([term, text]) => /^evals\..*\.dataset$/.test(term) && !isHash(text));
  if (paths.length > 0)
    notes.push(
      note(
        `Of ${listLabel(paths.map(([, file]) => file))} the path was agreed and not the cases: the file was not ` +
          `there at the start.`,
        [started],
      ),
    );
  return notes;
}

const DAYS = "timebox.working_days";

/** Terms that were changed, approved or not. */
export function changeNotes(standing: Standing): ConductNote[] {
  const { amendments, drift, firstWorkingDays } = standing;
  const agreed = amendments.flatMap(({ entry, amendment }) =>
    amendment.changes
      // Said of the timebox as a whole, below.
      .filter(({ term }) => term !== DAYS || firstWorkingDays === undefined)
      .map((change) =>
        note(`The ${namedTerm(change.term, standing)} was ${changeClause(change)}, ${seenLabel(change.resultsSeen)}.`, [
          entry,
        ]),
      ),
  );
  return [
    ...agreed,
    ...(drift.length === 0
      ? []
      : [
          note(
            `Changed in the files without an amendment: ` +
              `${listLabel(drift.map(({ term }) => `the ${namedTerm(term, standing)}`))}; ` +
              `the verdicts use the agreed terms.`,
          ),
        ]),
  ];
}

export function timeNotes({ firstWorkingDays, timebox, amendments, spend, effort }: Standing): ConductNote[] {
  const notes: ConductNote[] = [];
  const extensions = amendments.filter((amendment) => amendment.extends);
  if (firstWorkingDays !== undefined && timebox !== undefined) {
    const times = extensions.length > 1 ? `, in ${extensions.length} steps` : "";
    const changes = extensions.flatMap(({ amendment }) => amendment.changes.filter(({ term }) => term === DAYS));
    const seen = Math.max(0, ...changes.map(({ resultsSeen }) => resultsSeen));
    const way = timebox.of > firstWorkingDays ? "extended" : "changed";
    notes.push(
      note(
        `The timebox was ${way} from ${firstWorkingDays} to ${timebox.of} working days${times}, ${seenLabel(seen)}.`,
        extensions.map(({ entry }) => entry),
      ),
    );
  }
  if (spend.brokenBy !== undefined)
    notes.push(note(`The spend cap was exceeded on ${longDateLabel(spend.brokenBy.date)}.`, [spend.brokenBy]));
  if (effort.brokenBy !== undefined)
    notes.push(note(`The cap on hours was exceeded on ${longDateLabel(effort.brokenBy.date)}.`, [effort.brokenBy]));
  return notes;
}

/** `the target of "Wrong answers"`: a term with the name of what it belongs to. */
function namedTerm(term: string, { evals, kill }: Standing): string {
  const id = termSubject(term)?.id;
  if (id === undefined) return termLabel(term);
  const metric = evals.find((item) => item.eval.id === id)?.eval.metric;
  const statement = kill.find(({ criterion }) => criterion.id === id)?.criterion.statement;
  return termLabel(term, quoted(metric ?? statement, id));
}

function resultsOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + entry.results.length, 0);
}
