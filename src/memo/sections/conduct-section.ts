import { evalNotes } from "./eval-notes.ts";
import { historyNotes } from "./history-notes.ts";
import { changeNotes, termNotes, timeNotes } from "./term-notes.ts";
import { latePassages, openWaivers } from "../../domain/gates/open-conditions.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import { correctedSlips } from "../../domain/standing/slips.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { countLabel, listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { changedAnswers } from "../../domain/history/changed-answers.ts";
import { changedAnswerSentence, sinceSentence } from "../../wording/since.ts";
import { peopleFindings, type PeopleFinding } from "../../domain/standing/conduct-of-people.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { peopleClause } from "../../wording/people.ts";
import { conductWeight } from "./conduct-weights.ts";
import { conductNote as note, type CodedNote, type ConductNote } from "./conduct-note.ts";
import { takenBackTrips } from "../../domain/standing/taken-back.ts";
import { isStopping } from "../page-one/against.ts";
import { killTrippedSince } from "../../domain/standing/verdict-since.ts";
import { waiverSentence } from "../../wording/gate-reasons.ts";
import { quoted } from "./conduct-note.ts";
import { namedAs } from "../../wording/people.ts";

/** Everything a reader has to know to weigh the verdicts: late starts, withdrawn results, several arms, other data. */
export function conductSection(standing: Standing): Conduct {
  const notes = [
    ...historyNotes(standing),
    ...peopleNotes(standing),
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
  const weighed = [...notes].sort((a, b) => conductWeight(b.code) - conductWeight(a.code));
  const never = weighed.findIndex(({ code }) => conductWeight(code) < OF_THE_LOG);
  const first = never < 0 ? weighed.length : never + MOST_ON_PAGE_ONE;
  return { first: weighed.slice(0, first), rest: weighed.slice(first) };
}

/** What did not go as planned, by weight. */
export interface Conduct {
  /**
   * For the first page: who spoke for whom and what the log says of itself, which are never left to an appendix, and
   * the weightiest of the rest.
   */
  readonly first: readonly CodedNote[];
  readonly rest: readonly CodedNote[];
}

/** A sponsor reads two minutes, and "Next step" has to be on the page. */
const MOST_ON_PAGE_ONE = 2;

/** Notes from this weight on question whose word is in the log, and what was taken out of it. */
const OF_THE_LOG = 80;

/**
 * Work that went on although a criterion had said to end it; said also where a later run, or a correction, took it
 * back.
 */
function killNotes({ kill, log, history }: Standing): CodedNote[] {
  return kill.flatMap(({ criterion }) => {
    const since = killTrippedSince(history, criterion.id);
    if (since === undefined || (since.entriesAfter.length === 0 && since.turns.length === 0)) return [];
    const ids = new Set([...[since, ...since.turns].flatMap(({ entry }) => entry?.id ?? []), ...since.entriesAfter]);
    return [
      note(
        "kill-went-on",
        sinceSentence(quoted(criterion.statement, criterion.id), since),
        log.entries.filter(({ id }) => ids.has(id)),
      ),
    ];
  });
}

/** Who approved their own act, attested for the sponsor, or decided without being asked to. */
export function peopleNotes(standing: Standing, only?: PeopleFinding["kind"]): CodedNote[] {
  const found = peopleFindings(standing).filter(({ kind }) => only === undefined || kind === only);
  return found.map((finding) => note("person", `${upperFirst(peopleClause(finding))}.`, [finding.entry]));
}

/** Those that took a tripped criterion back stand under what speaks against it. */
function answerNotes(standing: Standing): CodedNote[] {
  const told = new Set(isStopping(standing) ? [] : takenBackTrips(standing).map(({ by }) => by));
  const others = changedAnswers(standing.log.counted).filter(
    ({ answers }) => !answers.some(({ entry }) => told.has(entry)),
  );
  return others.map((changed) =>
    note(
      "answer-changed",
      changedAnswerSentence(changed),
      changed.answers.map(({ entry }) => entry),
    ),
  );
}

/** A person's word that took a criterion out of the way. */
function clearNotes({ log, kill }: Standing): CodedNote[] {
  return log.counted.flatMap((entry) =>
    entry.clear === undefined
      ? []
      : [
          note(
            "kill-cleared",
            `Kill criterion ${clearedName(entry.clear.criterion, kill)} was cleared by ` +
              `${namedAs(entry.clear.approver, entry)} on ${longDateLabel(entry.date)}, ` +
              `after it had been tripped: ${entry.clear.reason}`,
            [entry],
          ),
        ],
  );
}

function clearedName(id: string, kill: Standing["kill"]): string {
  return quoted(kill.find(({ criterion }) => criterion.id === id)?.criterion.statement, id);
}

/** Typing errors that were corrected on their day: one line in the appendix, where the log strikes them through. */
export function slipSection(standing: Standing): readonly ConductNote[] {
  const slips = correctedSlips(standing);
  if (slips.length === 0) return [];
  return [
    note(
      "entry-withdrawn",
      `${countLabel(slips.length, "typing error was", "typing errors were")} corrected on the day ` +
        `${slips.length === 1 ? "it was" : "they were"} made.`,
      slips.flatMap(({ entry, correction }) => [entry, correction]),
    ),
  ];
}

function logNotes({ log, evals, decision, definitions }: Standing): CodedNote[] {
  const notes: CodedNote[] = [];
  const slips = new Set(correctedSlips({ evals, log }).map(({ correction }) => correction));
  const undone = [...log.withdrawn.values()].filter((correction) => !slips.has(correction));
  if (undone.length > 0)
    notes.push(
      note(
        "entry-withdrawn",
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
      notes.push(
        note(
          "after-decision",
          `${countLabel(after.length, "entry was", "entries were")} logged after the decision.`,
          after,
        ),
      );
  }
  const foreign = log.counted.filter((entry) =>
    entry.results.some((result) => !definitions.evals.some((item) => item.id === result.eval)),
  );
  if (foreign.length > 0)
    notes.push(
      note(
        "results-not-agreed",
        `${countLabel(foreign.length, "entry contains", "entries contain")} results of evals that were not ` +
          `agreed; they are not judged.`,
        foreign,
      ),
    );
  return notes;
}

/** Conditions that were waived and not met. */
function gateNotes(standing: Standing): CodedNote[] {
  return [
    ...latePassages(standing).map(({ entry, passage }) =>
      note("gate-late", `${passage.title} was passed on ${longDateLabel(entry.date)}, after the clock had started.`, [
        entry,
      ]),
    ),
    ...openWaivers(standing).map((item) =>
      note("waiver", `${item.waiver.item}: ${waiverSentence(item)}.`, [item.entry]),
    ),
  ];
}

function recordNotes({ unreadable, spend }: Standing): CodedNote[] {
  const notes: CodedNote[] = [];
  const files = [...new Set(unreadable.map((place) => place.file))];
  if (files.length > 0) notes.push(note("unreadable", `Part of the records cannot be read: ${listLabel(files)}.`));
  if (spend.unconverted.length > 0) {
    const amounts = listLabel(spend.unconverted.map((item) => moneyLabel(item.amount)));
    notes.push(
      note(
        "not-converted",
        `Not in any total, because there is no exchange rate: ${amounts}.`,
        spend.unconverted.map((item) => item.entry),
      ),
    );
  }
  return notes;
}
