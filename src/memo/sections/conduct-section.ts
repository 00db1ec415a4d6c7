import { evalWording, todayClause } from "../../wording/evals.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { evalDeviations, type EvalDeviation } from "../../domain/evidence/eval-deviations.ts";
import { deviationSentence } from "../../wording/eval-deviations.ts";
import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { correctedSlips } from "../../domain/standing/slips.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { workingDaysBetween } from "../../domain/records/timebox.ts";
import { countLabel, listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { knownUntil } from "../../domain/history/knowledge.ts";
import { changedAnswers } from "../../domain/history/changed-answers.ts";
import { changedAnswerSentence, sinceSentence } from "../../wording/since.ts";
import { termLabel, termSubject, termTextLabel } from "../../domain/records/terms.ts";
import { latePassages, openWaivers } from "../../domain/gates/open-conditions.ts";
import { peopleFindings, type PeopleFinding } from "../../domain/standing/conduct-of-people.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { peopleClause } from "../../wording/people.ts";
import { conductNote as note, type ConductNote } from "./conduct-note.ts";
import { historyNotes } from "./history-notes.ts";
import { seenLabel } from "./terms-section.ts";
import { killTrippedSince } from "../../domain/standing/verdict-since.ts";
import { waiverSentence } from "../../wording/gate-reasons.ts";

/** Everything a reader has to know to weigh the verdicts: late starts, withdrawn results, several arms, other data. */
export function conductSection(standing: Standing): Conduct {
  const people = peopleNotes(standing);
  const others = [
    ...killNotes(standing),
    ...answerNotes(standing),
    ...clearNotes(standing),
    ...termNotes(standing),
    ...changeNotes(standing),
    ...timeNotes(standing),
    ...evalNotes(standing),
    ...logNotes(standing),
    ...gateNotes(standing),
    ...recordNotes(standing),
  ];
  return {
    first: [...historyNotes(standing), ...people, ...others.slice(0, MOST_ON_PAGE_ONE)],
    rest: others.slice(MOST_ON_PAGE_ONE),
  };
}

/** What did not go as planned, by weight. */
export interface Conduct {
  /**
   * For the first page: who spoke for whom and what the log says of itself, which are never left to an appendix, and
   * the weightiest of the rest.
   */
  readonly first: readonly ConductNote[];
  readonly rest: readonly ConductNote[];
}

/** A sponsor reads two minutes, and "Next step" has to be on the page. */
const MOST_ON_PAGE_ONE = 2;

/**
 * Work that went on although a criterion had said to end it; said also where a later run, or a correction, took it
 * back.
 */
function killNotes({ kill, log, history }: Standing): ConductNote[] {
  return kill.flatMap(({ criterion }) => {
    const since = killTrippedSince(history, criterion.id);
    if (since === undefined || (since.entriesAfter.length === 0 && since.turns.length === 0)) return [];
    const ids = new Set([...[since, ...since.turns].flatMap(({ entry }) => entry?.id ?? []), ...since.entriesAfter]);
    return [
      note(
        sinceSentence(quoted(criterion.statement, criterion.id), since),
        log.entries.filter(({ id }) => ids.has(id)),
      ),
    ];
  });
}

/** Who approved their own act, attested for the sponsor, or decided without being asked to. */
export function peopleNotes(standing: Standing, only?: PeopleFinding["kind"]): ConductNote[] {
  const found = peopleFindings(standing).filter(({ kind }) => only === undefined || kind === only);
  return found.map((finding) => note(`${upperFirst(peopleClause(finding))}.`, [finding.entry]));
}

function answerNotes({ log }: Standing): ConductNote[] {
  return changedAnswers(log.counted).map((changed) =>
    note(
      changedAnswerSentence(changed),
      changed.answers.map(({ entry }) => entry),
    ),
  );
}

/** A person's word that took a criterion out of the way. */
function clearNotes({ log, kill }: Standing): ConductNote[] {
  return log.counted.flatMap((entry) =>
    entry.clear === undefined
      ? []
      : [
          note(
            `Kill criterion ${clearedName(entry.clear.criterion, kill)} was cleared by ` +
              `${entry.clear.approver.name} on ${longDateLabel(entry.date)}, ` +
              `after it had been tripped: ${entry.clear.reason}`,
            [entry],
          ),
        ],
  );
}

function clearedName(id: string, kill: Standing["kill"]): string {
  return quoted(kill.find(({ criterion }) => criterion.id === id)?.criterion.statement, id);
}

function termNotes({ started, definitions, log }: Standing): ConductNote[] {
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
  // A start that was dated back knew what its author could know.
  const wasKnown = ({ at: { epochMs } }: Entry) => epochMs < begin || (known > begin && epochMs <= known);
  const early = log.counted.filter((entry) => entry.results.length > 0 && wasKnown(entry));
  if (early.length > 0)
    notes.push(
      note(`${countLabel(resultsOf(early), "result was", "results were")} logged before the terms were frozen.`, early),
    );
  return notes;
}

/** Terms that were changed, approved or not. */
function changeNotes(standing: Standing): ConductNote[] {
  const { amendments, drift } = standing;
  const agreed = amendments.flatMap(({ entry, amendment }) =>
    amendment.changes.map((change) =>
      note(
        `Changed: the ${namedTerm(change.term, standing)}, from ${termTextLabel(change.from ?? "nothing")} to ` +
          `${termTextLabel(change.to ?? "nothing")}, ${seenLabel(change.resultsSeen)}.`,
        [entry],
      ),
    ),
  );
  return [
    ...agreed,
    ...drift.map(({ term }) =>
      note(
        `Changed in its file without an amendment: the ${namedTerm(term, standing)}; ` +
          `the verdicts use the agreed terms.`,
      ),
    ),
  ];
}

function timeNotes({ firstWorkingDays, timebox, amendments, spend, effort }: Standing): ConductNote[] {
  const notes: ConductNote[] = [];
  const extensions = amendments.filter((amendment) => amendment.extends);
  if (firstWorkingDays !== undefined && timebox !== undefined) {
    const times = extensions.length > 1 ? `, in ${extensions.length} steps` : "";
    notes.push(
      note(
        `The timebox was changed from ${firstWorkingDays} to ${timebox.of} working days${times}.`,
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

function evalNotes({ evals, log }: Standing): ConductNote[] {
  const slips = new Set(correctedSlips({ evals, log }).map(({ entry }) => entry));
  const isNoSlip = (deviation: EvalDeviation) =>
    deviation.kind !== "result-withdrawn" || !slips.has(deviation.withdrawn.entry);
  const own = evals.flatMap((item) => {
    const notes: ConductNote[] = [];
    const id = nameOf(item);
    const judged = item.judged === undefined ? [] : [item.judged.entry];
    if (item.verdict === "invalid") notes.push(note(`${id} cannot be judged: ${evalWording(item).why}.`, judged));
    if (item.today.length > 0)
      notes.push(
        note(
          `${id}: ${todayClause(item)}; it meets no target and trips nothing.`,
          item.today.map(({ entry }) => entry),
        ),
      );
    const arms = armsOf(item);
    if (arms.length > 1) {
      // Those that another eval picked for are told together, below.
      if (!isPicked(item))
        notes.push(
          note(
            `${id} was run on ${arms.length} arms (${listLabel(arms.map(armLabel))}): ${howPicked(item)}.`,
            item.results.map(({ entry }) => entry),
          ),
        );
    } else if (item.armPickedBy !== undefined) {
      notes.push(
        note(
          `${id} was run on several arms: it is judged on the one that ${pickerName(item, evals)} picked.`,
          item.results.map(({ entry }) => entry),
        ),
      );
    } else if (item.results.length > 1) {
      notes.push(
        note(
          `${id} was measured ${item.results.length} times; ${judgedLabel(item)} is judged, and the range ` +
            `allows for the earlier looks.`,
          item.results.map(({ entry }) => entry),
        ),
      );
    }
    if (item.repeated)
      notes.push(note(`${id} was rerun after its planned run; a rerun counts only at 99.9% confidence.`, judged));
    const models = [
      ...new Set(item.results.flatMap(({ result }) => (result.model === undefined ? [] : [result.model]))),
    ];
    if (models.length > 1) notes.push(note(`${id} was measured with ${models.length} models: ${listLabel(models)}.`));
    return [
      ...notes,
      ...evalDeviations(item, log)
        .filter(isNoSlip)
        .map((deviation) => note(deviationSentence(deviation, id), deviationEntries(deviation))),
    ];
  });
  return [...own, ...pickedNotes(evals)];
}

/** A run of fewer cases than were planned does not replace one that had them. */
function judgedLabel({ eval: item, judged, results }: EvalStanding): string {
  if (judged === results.at(-1)) return "the latest";
  const counted = results.findLast(({ result }) => MEASURES[item.measure].bounded(result));
  return judged === counted ? "the latest with a count or a spread" : "the latest of the planned size";
}

/** What was measured, in the words of the people: page one has no ids. */
function nameOf({ eval: item }: EvalStanding): string {
  return item.metric ?? item.id;
}

function pickerName({ armPickedBy }: EvalStanding, evals: readonly EvalStanding[]): string {
  const picker = evals.find((item) => item.eval.id === armPickedBy);
  return picker === undefined ? (armPickedBy ?? "") : `"${nameOf(picker)}"`;
}

/** A statement of a person within a sentence of ours. */
function quoted(statement: string | undefined, id: string): string {
  return statement === undefined ? id : `"${statement.replace(/\.$/, "")}"`;
}

/** `the target of "Wrong answers"`: a term with the name of what it belongs to. */
function namedTerm(term: string, { evals, kill }: Standing): string {
  const id = termSubject(term)?.id;
  if (id === undefined) return termLabel(term);
  const metric = evals.find((item) => item.eval.id === id)?.eval.metric;
  const statement = kill.find(({ criterion }) => criterion.id === id)?.criterion.statement;
  return termLabel(term, quoted(metric ?? statement, id));
}

function armLabel(arm: string): string {
  return arm === "" ? "the unnamed one" : arm;
}

/** Run on several arms and judged on the one that the primary eval picked: said once for all that were run alike. */
function pickedNotes(evals: readonly EvalStanding[]): ConductNote[] {
  const alike = new Map<string, EvalStanding[]>();
  for (const item of evals.filter(isPicked)) {
    const key = JSON.stringify([armsOf(item), item.judged?.result.arm]);
    alike.set(key, [...(alike.get(key) ?? []), item]);
  }
  return [...alike.values()].map((items) => {
    const arms = armsOf(items[0]!);
    const [were, are] = items.length === 1 ? ["was", "it is"] : ["were", "they are"];
    const ids = listLabel(items.map(nameOf));
    return note(
      `${ids} ${were} run on ${arms.length} arms (${listLabel(arms.map(armLabel))}): ${are} judged on ` +
        `${armLabel(items[0]!.judged!.result.arm)}, which the primary eval picked.`,
      items.flatMap(({ results }) => results.map(({ entry }) => entry)),
    );
  });
}

function armsOf({ results }: EvalStanding): readonly string[] {
  return [...new Set(results.map(({ result }) => result.arm))];
}

/** Only the eval that decides picks among the arms; the others are judged on the one that it picked. */
function isPicked(item: EvalStanding): boolean {
  return item.judged !== undefined && item.arms.length === 0 && armsOf(item).length > 1;
}

function howPicked(standing: EvalStanding): string {
  const { confirmed, judged } = standing;
  if (judged === undefined) return "none of these runs is judged";
  return confirmed
    ? "the best was picked and then confirmed by a fresh run"
    : `its range is widened because it was the best of ${armsOf(standing).length}`;
}

function deviationEntries(deviation: EvalDeviation): readonly Entry[] {
  switch (deviation.kind) {
    case "dataset-changed":
      return deviation.results.map(({ entry }) => entry);
    case "cases-added":
      return [deviation.first.entry, deviation.later.entry];
    case "result-withdrawn":
      return [deviation.withdrawn.entry, deviation.correction];
    default:
      return [deviation.judged.entry];
  }
}

/** Typing errors that were corrected on their day: a line for the appendix, where the log shows them struck through. */
export function slipSection(standing: Standing): readonly ConductNote[] {
  const slips = correctedSlips(standing);
  if (slips.length === 0) return [];
  return [
    note(
      `${countLabel(slips.length, "typing error was", "typing errors were")} corrected on the day ` +
        `${slips.length === 1 ? "it was" : "they were"} made.`,
      slips.flatMap(({ entry, correction }) => [entry, correction]),
    ),
  ];
}

function logNotes({ log, evals, decision, definitions }: Standing): ConductNote[] {
  const notes: ConductNote[] = [];
  const slips = new Set(correctedSlips({ evals, log }).map(({ correction }) => correction));
  const undone = [...log.withdrawn.values()].filter((correction) => !slips.has(correction));
  if (undone.length > 0)
    notes.push(
      note(
        `${countLabel(undone.length, "entry was", "entries were")} withdrawn by a correction, and ` +
          `${undone.length === 1 ? "is" : "are"} struck through in the log.`,
        undone,
      ),
    );
  const final = decision.current;
  if (final !== undefined && isFinal(final.decision)) {
    const after = log.counted.filter(
      (entry) =>
        entry.at.epochMs > final.entry.at.epochMs &&
        entry.undo === undefined &&
        entry.gate === undefined &&
        entry.waivers === undefined,
    );
    if (after.length > 0)
      notes.push(note(`${countLabel(after.length, "entry was", "entries were")} logged after the decision.`, after));
  }
  const foreign = log.counted.filter((entry) =>
    entry.results.some((result) => !definitions.evals.some((item) => item.id === result.eval)),
  );
  if (foreign.length > 0)
    notes.push(
      note(
        `${countLabel(foreign.length, "entry contains", "entries contain")} results of evals that were not ` +
          `agreed; they are not judged.`,
        foreign,
      ),
    );
  return notes;
}

/** Conditions that were waived and not met. */
function gateNotes(standing: Standing): ConductNote[] {
  return [
    ...latePassages(standing).map(({ entry, passage }) =>
      note(`${passage.title} was passed on ${longDateLabel(entry.date)}, after the clock had started.`, [entry]),
    ),
    ...openWaivers(standing).map((item) => note(`${item.waiver.item}: ${waiverSentence(item)}.`, [item.entry])),
  ];
}

function recordNotes({ unreadable, spend }: Standing): ConductNote[] {
  const notes: ConductNote[] = [];
  const files = [...new Set(unreadable.map((place) => place.file))];
  if (files.length > 0) notes.push(note(`Part of the records cannot be read: ${listLabel(files)}.`));
  if (spend.unconverted.length > 0) {
    const amounts = listLabel(spend.unconverted.map((item) => moneyLabel(item.amount)));
    notes.push(
      note(
        `Not in any total, because there is no exchange rate: ${amounts}.`,
        spend.unconverted.map((item) => item.entry),
      ),
    );
  }
  return notes;
}

function resultsOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + entry.results.length, 0);
}
