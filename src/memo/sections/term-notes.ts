import { writtenOn } from "../../domain/records/seen.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { workingDaysBetween } from "../../domain/records/timebox.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { knownUntil } from "../../domain/history/knowledge.ts";
import { isHash } from "../../domain/records/term-table.ts";
import { termLabel, termSubject } from "../../domain/records/terms.ts";
import { termMoves, type TermMove } from "../../domain/history/term-moves.ts";
import { moveEnd, moveSentence } from "../../wording/terms/term-moves.ts";
import { conductNote as note, quoted, type CodedNote } from "./conduct-note.ts";
import type { ConductCode } from "./conduct-weights.ts";
import { seenLabel } from "./terms-section.ts";

export function termNotes({ started, definitions, log }: Standing): CodedNote[] {
  if (started === undefined)
    return log.counted.length === 0
      ? []
      : [note("never-frozen", "The terms were never frozen, so nothing here was agreed beforehand.")];
  const notes: CodedNote[] = [];
  const timebox = definitions.charter?.timebox;
  if (timebox !== undefined && started.date > timebox.start) {
    const late = workingDaysBetween(timebox, timebox.start, started.date);
    notes.push(
      note(
        "frozen-late",
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
      note(
        "results-before-terms",
        `${countLabel(resultsOf(early), "result was", "results were")} logged before the terms were frozen.`,
        early,
      ),
    );
  const named = [...started.start!.terms].filter(([term, text]) => /^evals\..*\.dataset$/.test(term) && !isHash(text));
  const files = [...new Set(named.map(([, file]) => file))];
  if (files.length > 0)
    notes.push(
      note(
        "dataset-changed",
        `${files.length === 1 ? "The data set" : "The data sets"} ${listLabel(files)} ` +
          `${files.length === 1 ? "was not there" : "were not there"} at the start, so only the path was agreed and ` +
          `not the cases in it.`,
        [started],
      ),
    );
  return notes;
}

const DAYS = "timebox.working_days";

const WAYS: Readonly<Record<TermMove["way"], ConductCode>> = {
  relaxed: "term-relaxed",
  changed: "term-changed",
  tightened: "term-tightened",
};

/** Terms that were changed, approved or not. */
export function changeNotes(standing: Standing): CodedNote[] {
  const { drift, firstWorkingDays } = standing;
  const agreed = termMoves(standing)
    // Said of the timebox as a whole, below.
    .filter(({ change: { term } }) => term !== DAYS || firstWorkingDays === undefined)
    .map((move) => ({
      ...note(WAYS[move.way], moveSentence(move, standing), [move.entry]),
      about: moveKey(move),
      end: moveEnd(move),
    }));
  return [
    ...agreed,
    ...(drift.length === 0
      ? []
      : [
          note(
            "term-drift",
            `Changed in the files without an amendment: ` +
              `${listLabel(drift.map(({ term }) => `the ${namedTerm(term, standing)}`))}; ` +
              `the verdicts use the agreed terms.`,
          ),
        ]),
  ];
}

/** One entry may move several terms, and each is reported once. */
export function moveKey({ entry, change }: TermMove): string {
  return `${entry.id} ${change.term}`;
}

export function timeNotes({ firstWorkingDays, timebox, amendments, spend, effort }: Standing): CodedNote[] {
  const notes: CodedNote[] = [];
  const extensions = amendments.filter((amendment) => amendment.extends);
  if (firstWorkingDays !== undefined && timebox !== undefined) {
    const times = extensions.length > 1 ? `, in ${extensions.length} steps` : "";
    const changes = extensions.flatMap(({ amendment }) => amendment.changes.filter(({ term }) => term === DAYS));
    const seen = Math.max(0, ...changes.map(({ resultsSeen }) => resultsSeen));
    const way = timebox.of > firstWorkingDays ? "extended" : "changed";
    notes.push(
      note(
        timebox.of > firstWorkingDays ? "timebox-extended" : "term-tightened",
        `The timebox was ${way} from ${firstWorkingDays} to ${timebox.of} working days${times}, ${seenLabel(seen)}.`,
        extensions.map(({ entry }) => entry),
      ),
    );
  }
  if (spend.brokenBy !== undefined)
    notes.push(
      note("cap-exceeded", `The spend cap was exceeded on ${longDateLabel(writtenOn(spend.brokenBy))}.`, [
        spend.brokenBy,
      ]),
    );
  if (effort.brokenBy !== undefined)
    notes.push(
      note("cap-exceeded", `The cap on hours was exceeded on ${longDateLabel(writtenOn(effort.brokenBy))}.`, [
        effort.brokenBy,
      ]),
    );
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
